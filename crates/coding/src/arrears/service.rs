use super::{Error, model::Arrears, store};
use crate::filing::{self, Owing};
use db::{Db, TenantConn};

/// Counts how far each enterprise is behind with its filings.
///
/// # Errors
/// When the database fails.
pub fn count(db: &Db) -> Result<(), Error> {
    product::for_each_maker(db, count_one)
}

fn count_one(c: &mut TenantConn<'_>) -> Result<(), Error> {
    let arrears = arrears(c)?;
    store::replace(c, arrears.as_ref())
}

/// How far an enterprise is behind; none when nothing is overdue.
fn arrears(c: &mut TenantConn<'_>) -> Result<Option<Arrears>, Error> {
    let (now, today) = (c.now(), c.now().beijing_date());
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let late = |o: &Owing| o.periods.iter().filter(|p| p.is_overdue(today)).count();
    let mut owing = filing::owing(c, None)?;
    owing.retain(|o| late(o) > 0);
    let first = owing.iter().flat_map(|o| o.periods.first()).map(|p| p.due_on());
    Ok(first.min().map(|oldest_due_on| Arrears {
        products: whole(owing.len()),
        overdue: whole(owing.iter().map(late).sum()),
        oldest_due_on,
        counted_at: now,
    }))
}
