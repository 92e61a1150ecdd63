use super::{DueRecheck, store};
use crate::{
    Error, Product, ProductId, ProductState,
    events::EventKind,
    judge::incomplete,
    life::{self, SelfCheck},
    revision,
};
use db::TenantConn;
use kernel::Timestamp;

/// Notes that somebody looked over an activated product and found it true.
///
/// # Errors
/// When it is not activated, was not confirmed, or is no longer complete, as when its report has expired meanwhile.
pub(super) fn recheck(c: &mut TenantConn<'_>, id: &ProductId, check: &SelfCheck) -> Result<(), Error> {
    let p = crate::store::take_turn(c, id)?;
    life::must_be(&p, ProductState::Activated)?;
    if !check.confirmed {
        return Err(Error::NotConfirmed);
    }
    let record = revision::store::current_record(c, &p)?.whole()?;
    if let Some(missing) = incomplete(&record, c.now().beijing_date()) {
        return Err(missing.into());
    }
    store::set_rechecked(c, id)?;
    life::record_event(c, id, EventKind::Rechecked, None)
}

pub(super) fn list_due(
    c: &mut TenantConn<'_>,
    keyword: Option<&str>,
    part: (i64, i64),
) -> Result<(Vec<DueRecheck>, i64), Error> {
    let now = c.now();
    let (found, total) = store::list_due(c, Product::recheck_due_until(now), keyword, part)?;
    Ok((found.into_iter().map(|p| due(p, now)).collect(), total))
}

fn due(p: Product, now: Timestamp) -> DueRecheck {
    DueRecheck {
        days: now.seconds_since(p.rechecked_at) / 86_400,
        product_id: p.id,
        product_name: p.name,
        trace_code: p.trace_code,
        model: p.model,
        rechecked_at: p.rechecked_at,
    }
}
