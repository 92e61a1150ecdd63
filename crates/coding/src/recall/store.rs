use super::{Error, RecallFilter};
use crate::{
    batch::Batch,
    recalled::{Recall, RecallId},
};
use db::{
    TenantConn,
    schema::{batches, products, recalls},
};
use diesel::prelude::*;
use product::Product;

type Result<T> = std::result::Result<T, Error>;

/// A recall with its product and batch.
pub(super) type Known = (Recall, Product, Option<Batch>);

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Recall) -> Result<()> {
    c.insert(recalls::table, new)?;
    Ok(())
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &RecallId) -> Result<Known> {
    let row = c
        .rows(recalls::table)
        .inner_join(products::table)
        .left_join(batches::table)
        .filter(recalls::id.eq(id));
    let columns = (
        Recall::as_select(),
        Product::as_select(),
        Option::<Batch>::as_select(),
    );
    let found = row.select(columns).first(c).optional()?;
    found.ok_or(Error::NotFound)
}

/// Ends a recall; false when it had ended before.
pub(super) fn end(c: &mut TenantConn<'_>, id: &RecallId, reason: &str) -> Result<bool> {
    let now = c.now();
    let open = c
        .rows(recalls::table)
        .filter(recalls::id.eq(id))
        .filter(recalls::ended_at.is_null());
    let ended = db::update(open)
        .set((recalls::ended_at.eq(now), recalls::end_reason.eq(reason)))
        .execute(c)?;
    Ok(ended == 1)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &RecallFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Known>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c
            .rows(recalls::table)
            .inner_join(products::table)
            .left_join(batches::table)
            .into_boxed();
        if let Some(product) = &filter.product_id {
            rows = rows.filter(recalls::product_id.eq(product.clone()));
        }
        if let Some(batch) = &filter.batch_id {
            rows = rows.filter(recalls::batch_id.eq(batch.clone()));
        }
        match filter.is_open {
            None => rows,
            Some(true) => rows.filter(recalls::ended_at.is_null()),
            Some(false) => rows.filter(recalls::ended_at.is_not_null()),
        }
    };
    let total = matching(c).count().get_result(c)?;
    let columns = (
        Recall::as_select(),
        Product::as_select(),
        Option::<Batch>::as_select(),
    );
    let rows = matching(c)
        .order((recalls::opened_at.desc(), recalls::id.desc()))
        .select(columns)
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}
