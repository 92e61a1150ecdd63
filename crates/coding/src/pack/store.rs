use super::{Content, ContentId, Error, model::Pack};
use crate::{batch::Batch, unit::Nearest};
use db::{
    TenantConn,
    schema::{batches, pack_contents, products},
};
use diesel::{dsl::sql, prelude::*, sql_types};
use identifiers::serial::{Place, Span};
use kernel::Timestamp;
use product::{BatchId, CodingLevel, Product, ProductId};

type Result<T> = std::result::Result<T, Error>;

/// Something in a pack with its product and batch.
pub(crate) type Known = (Content, Product, Option<Batch>);

pub(crate) fn insert(c: &mut TenantConn<'_>, new: &Content) -> Result<()> {
    c.insert(pack_contents::table, new)?;
    Ok(())
}

pub(crate) fn delete(c: &mut TenantConn<'_>, id: &ContentId) -> Result<()> {
    db::delete(c.rows(pack_contents::table).filter(pack_contents::id.eq(id))).execute(c)?;
    Ok(())
}

/// The row a unit is in: one seek in the index, as the runs of a product do not overlap.
pub(crate) fn find_at(c: &mut TenantConn<'_>, product: &ProductId, at: &Place) -> Result<Option<Content>> {
    let at_or_before = c
        .rows(pack_contents::table)
        .filter(pack_contents::product_id.eq(product))
        .filter(pack_contents::prefix.eq(&at.prefix))
        .filter(pack_contents::width.eq(at.width))
        .filter(pack_contents::first_number.le(at.number))
        .order(Nearest);
    let nearest: Option<Content> = at_or_before
        .select(Content::as_select())
        .get_result(c)
        .optional()?;
    Ok(nearest.filter(|r| r.last_number >= Some(at.number)))
}

/// The rows that have a unit in common with a run, in order.
pub(crate) fn overlapping(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<Vec<Content>> {
    let start = Place {
        prefix: span.prefix.clone(),
        width: span.width,
        number: span.first,
    };
    let mut found: Vec<_> = find_at(c, product, &start)?
        .into_iter()
        .filter(|r| r.first_number < Some(span.first))
        .collect();
    let within = c
        .rows(pack_contents::table)
        .filter(pack_contents::product_id.eq(product))
        .filter(pack_contents::prefix.eq(&span.prefix))
        .filter(pack_contents::width.eq(span.width))
        .filter(pack_contents::first_number.between(span.first, span.last))
        .order(pack_contents::first_number);
    found.extend(within.select(Content::as_select()).load(c)?);
    Ok(found)
}

/// The rows of a pack.
macro_rules! of_pack {
    ($rows:expr, $pack:expr) => {
        $rows
            .filter(pack_contents::parent_product_id.eq(&$pack.product_id))
            .filter(pack_contents::parent_prefix.eq(&$pack.place.prefix))
            .filter(pack_contents::parent_width.eq($pack.place.width))
            .filter(pack_contents::parent_number.eq($pack.place.number))
    };
}

pub(crate) fn rows_of(c: &mut TenantConn<'_>, pack: &Pack) -> Result<Vec<Content>> {
    let rows = of_pack!(c.rows(pack_contents::table), pack).order(pack_contents::id);
    Ok(rows.select(Content::as_select()).load(c)?)
}

/// Lists the contents of a pack, in the order they were put there.
pub(crate) fn contents(
    c: &mut TenantConn<'_>,
    pack: &Pack,
    (offset, limit): (i64, i64),
) -> Result<Vec<Known>> {
    let rows = c
        .rows(pack_contents::table)
        .inner_join(products::table)
        .left_join(batches::table);
    let rows = of_pack!(rows, pack)
        .order(pack_contents::id)
        .offset(offset)
        .limit(limit);
    let columns = (
        Content::as_select(),
        Product::as_select(),
        Option::<Batch>::as_select(),
    );
    Ok(rows.select(columns).load(c)?)
}

/// How many things are in a pack; the sum of BIGINTs is NUMERIC on PostgreSQL.
const QUANTITY_SQL: &str = "CAST(COALESCE(SUM(quantity), 0) AS BIGINT)";

/// Counts the rows and the things in a pack.
pub(crate) fn totals(c: &mut TenantConn<'_>, pack: &Pack) -> Result<(i64, i64)> {
    let columns = (
        sql::<sql_types::BigInt>("COUNT(*)"),
        sql::<sql_types::BigInt>(QUANTITY_SQL),
    );
    Ok(of_pack!(c.rows(pack_contents::table), pack)
        .select(columns)
        .first(c)?)
}

/// What is in the packs of a run.
macro_rules! of_packs {
    ($rows:expr, $product:expr, $span:expr) => {
        $rows
            .filter(pack_contents::parent_product_id.eq($product))
            .filter(pack_contents::parent_prefix.eq(&$span.prefix))
            .filter(pack_contents::parent_width.eq($span.width))
            .filter(pack_contents::parent_number.between($span.first, $span.last))
    };
}

/// Counts the things in the packs of a run.
pub(crate) fn quantity_in(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<i64> {
    let rows = of_packs!(c.rows(pack_contents::table), product, span);
    Ok(rows.select(sql::<sql_types::BigInt>(QUANTITY_SQL)).first(c)?)
}

/// What is in the packs of a run.
pub(crate) fn in_packs(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<Vec<Content>> {
    let rows = of_packs!(c.rows(pack_contents::table), product, span);
    Ok(rows.select(Content::as_select()).load(c)?)
}

/// The packs within the packs of a run.
pub(crate) fn packs_in(c: &mut TenantConn<'_>, product: &ProductId, span: &Span) -> Result<Vec<Content>> {
    let rows = c.rows(pack_contents::table).inner_join(products::table);
    let rows = of_packs!(rows, product, span).filter(products::coding_level.eq(CodingLevel::Combination));
    Ok(rows.select(Content::as_select()).load(c)?)
}

/// True when anything of a product is in a pack or is one.
pub(crate) fn concerns(c: &mut TenantConn<'_>, product: &ProductId) -> Result<bool> {
    let concerned = c.rows(pack_contents::table).filter(
        pack_contents::product_id
            .eq(product)
            .or(pack_contents::parent_product_id.eq(product)),
    );
    let found = concerned.select(pack_contents::id).first::<ContentId>(c);
    Ok(found.optional()?.is_some())
}

/// The enterprise's oldest product, which stands for all of its packs when somebody nests them.
pub(crate) fn first_product(c: &mut TenantConn<'_>) -> Result<Option<ProductId>> {
    let rows = c.rows(products::table).order(products::id).select(products::id);
    Ok(rows.first(c).optional()?)
}

/// A pack with what can be counted of it.
pub(crate) struct Counted {
    pub(crate) pack: Pack,
    /// How many rows it has.
    pub(crate) rows: i64,
    /// How many things are in it.
    pub(crate) quantity: i64,
    /// When something was last put in.
    pub(crate) packed_at: Timestamp,
}

/// The same of packs that are known; those with nothing in them are left out.
pub(crate) fn counted(c: &mut TenantConn<'_>, packs: impl Iterator<Item = Pack>) -> Result<Vec<Counted>> {
    let mut found = vec![];
    for pack in packs {
        let counts = (
            sql::<sql_types::BigInt>("COUNT(*)"),
            sql::<sql_types::BigInt>(QUANTITY_SQL),
            diesel::dsl::max(pack_contents::packed_at),
        );
        let rows = of_pack!(c.rows(pack_contents::table), pack).select(counts);
        let (rows, quantity, last): (i64, i64, Option<Timestamp>) = rows.first(c)?;
        found.extend(last.map(|packed_at| Counted {
            pack,
            rows,
            quantity,
            packed_at,
        }));
    }
    Ok(found)
}

/// The rows of things that have no serials of their own: of a product, or of some of its batches.
pub(crate) fn without_serials(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    batches: &[Option<BatchId>],
) -> Result<Vec<Content>> {
    let rows = c
        .rows(pack_contents::table)
        .filter(pack_contents::product_id.eq(product))
        .filter(pack_contents::prefix.is_null())
        .select(Content::as_select());
    let found: Vec<Content> = rows.load(c)?;
    Ok(found
        .into_iter()
        .filter(|row| batches.contains(&row.batch_id))
        .collect())
}

/// Everything of a product that is in a pack.
pub(crate) fn all_of(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Vec<Content>> {
    let rows = c
        .rows(pack_contents::table)
        .filter(pack_contents::product_id.eq(product));
    Ok(rows.select(Content::as_select()).load(c)?)
}

/// The packs, those something was put into last first.
pub(crate) fn list(
    c: &mut TenantConn<'_>,
    product: Option<&ProductId>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Counted>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c.rows(pack_contents::table).into_boxed();
        if let Some(product) = product {
            rows = rows.filter(pack_contents::parent_product_id.eq(product.clone()));
        }
        rows
    };
    let columns = (
        pack_contents::parent_product_id,
        pack_contents::parent_prefix,
        pack_contents::parent_width,
        pack_contents::parent_number,
    );
    let distinct = "COUNT(DISTINCT parent_product_id || ' ' || parent_prefix || ' ' || CAST(parent_width AS TEXT) || ' ' || CAST(parent_number AS TEXT))";
    let total = matching(c).select(sql::<sql_types::BigInt>(distinct)).first(c)?;
    let rows = c.rows(pack_contents::table);
    let counts = (
        sql::<sql_types::BigInt>("COUNT(*)"),
        sql::<sql_types::BigInt>(QUANTITY_SQL),
        diesel::dsl::max(pack_contents::packed_at).assume_not_null(),
    );
    let newest = (
        diesel::dsl::max(pack_contents::packed_at).desc(),
        pack_contents::parent_product_id.asc(),
        pack_contents::parent_prefix.asc(),
        pack_contents::parent_number.asc(),
    );
    type Row = ((ProductId, String, i64, i64), (i64, i64, Timestamp));
    let found: Vec<Row> = match product {
        Some(product) => rows
            .filter(pack_contents::parent_product_id.eq(product))
            .group_by(columns)
            .select((columns, counts))
            .order(newest)
            .offset(offset)
            .limit(limit)
            .load(c)?,
        None => rows
            .group_by(columns)
            .select((columns, counts))
            .order(newest)
            .offset(offset)
            .limit(limit)
            .load(c)?,
    };
    let counted = found
        .into_iter()
        .map(|((product_id, prefix, width, number), (rows, quantity, at))| {
            let place = Place {
                prefix,
                width,
                number,
            };
            Counted {
                pack: Pack { product_id, place },
                rows,
                quantity,
                packed_at: at,
            }
        });
    Ok((counted.collect(), total))
}
