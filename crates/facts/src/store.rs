use crate::Error;
use coding::{
    batch::{Batch, BatchId},
    pack::Content,
    recalled::Recall,
    unit::{Nearest, UnitRange},
};
use db::{
    EnterpriseId, PublicConn, public,
    schema::{
        batches, code_events, linked_codes, pack_contents, product_revisions, products, recalls, unit_ranges,
    },
};
use diesel::{dsl::sql, prelude::*, sql_types};
use identifiers::serial::{Place, Span};
use kernel::Timestamp;
use product::{Product, ProductId, ProductRevision, ProductState, events::CodeEvent, reference::TraceScheme};

type Result<T> = std::result::Result<T, Error>;

pub(super) fn find_product(
    c: &mut PublicConn<'_>,
    id: &ProductId,
) -> Result<Option<(EnterpriseId, Product)>> {
    let row = public(products::table).find(id);
    let row = row.select((products::enterprise_id, Product::as_select()));
    Ok(row.first(c).optional()?)
}

/// The products that have or had a GTIN, the one its code answers for first: the last that was activated, or, when none
/// was, the one that is not voided.
pub(super) fn products_of(c: &mut PublicConn<'_>, gtin: &str) -> Result<Vec<(EnterpriseId, ProductId)>> {
    let rows = public(products::table)
        .filter(products::gtin.eq(gtin))
        .order((
            products::activated_at.is_null().asc(),
            products::state.eq(ProductState::Voided).asc(),
            products::created_at.desc(),
            products::id.desc(),
        ))
        .select((products::enterprise_id, products::id));
    Ok(rows.load(c)?)
}

/// The activated product that has a GTIN beside its own code, and its own GTIN.
pub(super) fn linked_product(c: &mut PublicConn<'_>, gtin: &str) -> Result<Option<(ProductId, String)>> {
    let row = public(linked_codes::table)
        .inner_join(products::table)
        .filter(linked_codes::scheme.eq(TraceScheme::Gs1))
        .filter(linked_codes::code.eq(gtin))
        .filter(linked_codes::is_held)
        .filter(products::state.eq(ProductState::Activated))
        .select((linked_codes::product_id, products::gtin));
    Ok(row.first(c).optional()?)
}

/// The version of a product that holds.
pub(super) fn find_version(c: &mut PublicConn<'_>, p: &Product) -> Result<ProductRevision> {
    let row = public(product_revisions::table)
        .filter(product_revisions::product_id.eq(&p.id))
        .filter(product_revisions::revision.eq(p.revision));
    let row = row.select(ProductRevision::as_select());
    row.first(c)
        .optional()?
        .ok_or_else(|| product::Error::RevisionNotFound.into())
}

/// The version of a product that held at an instant; before it was activated the first.
pub(super) fn find_version_at(c: &mut PublicConn<'_>, p: &Product, at: Timestamp) -> Result<ProductRevision> {
    let held = public(product_revisions::table)
        .filter(product_revisions::product_id.eq(&p.id))
        .filter(
            product_revisions::made_at
                .le(at)
                .or(product_revisions::revision.eq(1)),
        )
        .order(product_revisions::revision.desc())
        .select(ProductRevision::as_select());
    held.first(c)
        .optional()?
        .ok_or_else(|| product::Error::RevisionNotFound.into())
}

/// Everything that had happened to a product itself, and to one of its units, by an instant, oldest first.
pub(super) fn events_until(
    c: &mut PublicConn<'_>,
    (owner, product): (&EnterpriseId, &ProductId),
    unit: Option<&Place>,
    at: Timestamp,
) -> Result<Vec<CodeEvent>> {
    let of_product = || {
        public(code_events::table)
            .filter(code_events::enterprise_id.eq(owner))
            .filter(code_events::product_id.eq(product))
            .filter(code_events::made_at.le(at))
            .order((code_events::made_at.asc(), code_events::id.asc()))
            .select(CodeEvent::as_select())
    };
    let own = of_product()
        .filter(code_events::batch_id.is_null())
        .filter(code_events::prefix.is_null());
    let mut found: Vec<CodeEvent> = own.load(c)?;
    if let Some(place) = unit {
        let of_unit = of_product()
            .filter(code_events::prefix.eq(&place.prefix))
            .filter(code_events::width.eq(place.width))
            .filter(code_events::first_number.le(place.number))
            .filter(code_events::last_number.ge(place.number));
        found.extend(of_unit.load::<CodeEvent>(c)?);
    }
    Ok(found)
}

/// Everything that had happened to a batch itself by an instant, oldest first.
pub(super) fn events_of_batch_until(
    c: &mut PublicConn<'_>,
    owner: &EnterpriseId,
    batch: &BatchId,
    at: Timestamp,
) -> Result<Vec<CodeEvent>> {
    let rows = public(code_events::table)
        .filter(code_events::enterprise_id.eq(owner))
        .filter(code_events::batch_id.eq(batch))
        .filter(code_events::prefix.is_null())
        .filter(code_events::made_at.le(at))
        .order((code_events::made_at.asc(), code_events::id.asc()));
    Ok(rows.select(CodeEvent::as_select()).load(c)?)
}

pub(super) fn batches_of(c: &mut PublicConn<'_>, product: &ProductId, limit: i64) -> Result<Vec<Batch>> {
    let rows = public(batches::table)
        .filter(batches::product_id.eq(product))
        .limit(limit);
    Ok(rows.select(Batch::as_select()).load(c)?)
}

pub(super) fn find_batch(
    c: &mut PublicConn<'_>,
    product: &ProductId,
    batch_no: &str,
) -> Result<Option<Batch>> {
    let row = public(batches::table)
        .filter(batches::product_id.eq(product))
        .filter(batches::batch_no.eq(batch_no));
    Ok(row.select(Batch::as_select()).first(c).optional()?)
}

pub(super) fn find_batch_by_id(c: &mut PublicConn<'_>, id: &BatchId) -> Result<Option<Batch>> {
    Ok(public(batches::table)
        .find(id)
        .select(Batch::as_select())
        .first(c)
        .optional()?)
}

pub(super) fn ranges_of(c: &mut PublicConn<'_>, product: &ProductId, limit: i64) -> Result<Vec<UnitRange>> {
    let rows = public(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .order((unit_ranges::prefix, unit_ranges::width, unit_ranges::first_number))
        .limit(limit);
    Ok(rows.select(UnitRange::as_select()).load(c)?)
}

/// The range a serial of a product lies in: one seek in an index.
///
/// # Errors
/// When the database fails.
pub fn find_range(c: &mut PublicConn<'_>, product: &ProductId, at: &Place) -> Result<Option<UnitRange>> {
    let at_or_before = public(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::prefix.eq(&at.prefix))
        .filter(unit_ranges::width.eq(at.width))
        .filter(unit_ranges::first_number.le(at.number))
        .order(Nearest);
    let nearest = at_or_before
        .select(UnitRange::as_select())
        .get_result(c)
        .optional()?;
    Ok(nearest.filter(|r| r.last_number >= at.number))
}

/// The runs of a product that are in a pack, in order.
pub(super) fn packed_of(c: &mut PublicConn<'_>, product: &ProductId, limit: i64) -> Result<Vec<Content>> {
    let rows = public(pack_contents::table)
        .filter(pack_contents::product_id.eq(product))
        .filter(pack_contents::prefix.is_not_null())
        .order((
            pack_contents::prefix,
            pack_contents::width,
            pack_contents::first_number,
        ))
        .limit(limit);
    Ok(rows.select(Content::as_select()).load(c)?)
}

/// The row a unit is packed in: one seek in an index.
pub(super) fn packed_at(c: &mut PublicConn<'_>, product: &ProductId, at: &Place) -> Result<Option<Content>> {
    let at_or_before = public(pack_contents::table)
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

/// What is in the packs of a span.
pub(super) fn in_packs(c: &mut PublicConn<'_>, product: &ProductId, span: &Span) -> Result<Vec<Content>> {
    let rows = public(pack_contents::table)
        .filter(pack_contents::parent_product_id.eq(product))
        .filter(pack_contents::parent_prefix.eq(&span.prefix))
        .filter(pack_contents::parent_width.eq(span.width))
        .filter(pack_contents::parent_number.between(span.first, span.last));
    Ok(rows.select(Content::as_select()).load(c)?)
}

/// The ranges that have a serial in common with a span, in order. They do not overlap, so besides those that begin within
/// it only the one before can reach into it.
pub(super) fn ranges_over(
    c: &mut PublicConn<'_>,
    product: &ProductId,
    span: &Span,
) -> Result<Vec<UnitRange>> {
    let reaching_in = find_range(c, product, &span.start())?;
    let mut found: Vec<_> = reaching_in
        .into_iter()
        .filter(|r| r.first_number < span.first)
        .collect();
    let within = public(unit_ranges::table)
        .filter(unit_ranges::product_id.eq(product))
        .filter(unit_ranges::prefix.eq(&span.prefix))
        .filter(unit_ranges::width.eq(span.width))
        .filter(unit_ranges::first_number.between(span.first, span.last))
        .order(unit_ranges::first_number);
    found.extend(within.select(UnitRange::as_select()).load(c)?);
    Ok(found)
}

/// A product by its id.
pub(super) fn find_product_by_id(c: &mut PublicConn<'_>, id: &ProductId) -> Result<Option<Product>> {
    let row = public(products::table).find(id).select(Product::as_select());
    Ok(row.first(c).optional()?)
}

/// Something in a pack, its product, and the number of its batch.
type Held = (Content, Product, Option<String>);

/// The first entries of a pack with their products and batch numbers, and how many there are.
pub(super) fn contents_of(
    c: &mut PublicConn<'_>,
    product: &ProductId,
    at: &Place,
    limit: i64,
) -> Result<(Vec<Held>, i64)> {
    let of_pack = || {
        public(pack_contents::table)
            .inner_join(products::table)
            .left_join(batches::table)
            .filter(pack_contents::parent_product_id.eq(product))
            .filter(pack_contents::parent_prefix.eq(&at.prefix))
            .filter(pack_contents::parent_width.eq(at.width))
            .filter(pack_contents::parent_number.eq(at.number))
    };
    let columns = (
        Content::as_select(),
        Product::as_select(),
        batches::batch_no.nullable(),
    );
    let rows = of_pack()
        .order(pack_contents::id)
        .select(columns)
        .limit(limit)
        .load(c)?;
    let total = of_pack().count().get_result(c)?;
    Ok((rows, total))
}

/// Counts the things of each product in the packs of a run.
pub(super) fn inside(
    c: &mut PublicConn<'_>,
    product: &ProductId,
    span: &Span,
) -> Result<Vec<(Product, i64)>> {
    let counts = public(pack_contents::table)
        .filter(pack_contents::parent_product_id.eq(product))
        .filter(pack_contents::parent_prefix.eq(&span.prefix))
        .filter(pack_contents::parent_width.eq(span.width))
        .filter(pack_contents::parent_number.between(span.first, span.last))
        .group_by(pack_contents::product_id)
        .order(pack_contents::product_id)
        .select((
            pack_contents::product_id,
            sql::<sql_types::BigInt>("CAST(SUM(quantity) AS BIGINT)"),
        ));
    let counts: Vec<(ProductId, i64)> = counts.load(c)?;
    let mut found = vec![];
    for (id, quantity) in counts {
        let p = public(products::table)
            .find(&id)
            .select(Product::as_select())
            .first(c)
            .optional()?;
        found.extend(p.map(|p| (p, quantity)));
    }
    Ok(found)
}

/// The recalls of a product that were open at an instant.
pub(super) fn recalls_at(c: &mut PublicConn<'_>, product: &ProductId, at: Timestamp) -> Result<Vec<Recall>> {
    let rows = public(recalls::table)
        .filter(recalls::product_id.eq(product))
        .filter(recalls::opened_at.le(at))
        .filter(recalls::ended_at.is_null().or(recalls::ended_at.gt(at)))
        .order(recalls::id);
    Ok(rows.select(Recall::as_select()).load(c)?)
}

/// The recalls of a product that are not ended.
pub(super) fn open_recalls(c: &mut PublicConn<'_>, product: &ProductId) -> Result<Vec<Recall>> {
    let rows = public(recalls::table)
        .filter(recalls::product_id.eq(product))
        .filter(recalls::ended_at.is_null())
        .order(recalls::id);
    Ok(rows.select(Recall::as_select()).load(c)?)
}
