use super::{Error, model::FilingBatch};
use crate::filing::FilingBatchId;
use db::{
    TenantConn,
    schema::{accounts, filing_batches, products},
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

/// A batch, the name of its one product, and the name of whoever filed it.
pub(super) type Told = (FilingBatch, Option<String>, Option<String>);

pub(super) fn insert(c: &mut TenantConn<'_>, new: &FilingBatch) -> Result<()> {
    c.insert(filing_batches::table, new)?;
    Ok(())
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &FilingBatchId) -> Result<Told> {
    let row = c
        .rows(filing_batches::table)
        .left_join(products::table)
        .left_join(accounts::table)
        .filter(filing_batches::id.eq(id))
        .select((
            FilingBatch::as_select(),
            products::name.nullable(),
            accounts::display_name.nullable(),
        ));
    row.first(c).optional()?.ok_or(Error::NotFound)
}

pub(super) fn list(c: &mut TenantConn<'_>, (offset, limit): (i64, i64)) -> Result<(Vec<Told>, i64)> {
    let total = c.rows(filing_batches::table).count().get_result(c)?;
    let rows = c
        .rows(filing_batches::table)
        .left_join(products::table)
        .left_join(accounts::table)
        .order((filing_batches::filed_at.desc(), filing_batches::id.desc()))
        .select((
            FilingBatch::as_select(),
            products::name.nullable(),
            accounts::display_name.nullable(),
        ))
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

/// Notes that a batch is taken back, unless it was.
pub(super) fn set_withdrawn(c: &mut TenantConn<'_>, id: &FilingBatchId, reason: &str) -> Result<()> {
    let (now, account) = (c.now(), c.account().cloned());
    let standing = c
        .rows(filing_batches::table)
        .filter(filing_batches::id.eq(id))
        .filter(filing_batches::withdrawn_at.is_null());
    let updated = db::update(standing)
        .set((
            filing_batches::withdrawn_at.eq(now),
            filing_batches::withdrawn_by.eq(account),
            filing_batches::withdrawal_reason.eq(reason),
        ))
        .execute(c)?;
    if updated == 1 {
        Ok(())
    } else {
        Err(Error::Withdrawn)
    }
}

/// Notes how many periods were taken back.
pub(super) fn set_withdrawn_periods(c: &mut TenantConn<'_>, id: &FilingBatchId, periods: i64) -> Result<()> {
    db::update(c.rows(filing_batches::table).filter(filing_batches::id.eq(id)))
        .set(filing_batches::withdrawn_periods.eq(periods))
        .execute(c)?;
    Ok(())
}
