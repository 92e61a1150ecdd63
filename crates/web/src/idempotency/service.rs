use super::{
    model::{Done, Given, Keyed},
    store,
};
use crate::{Problem, entries};
use db::{Db, Fault, TenantConn, unique_or};

/// Soon enough for whoever waits; the work of a request takes no longer.
const RETRY_SECONDS: i64 = 1;

/// Does the work of a request, unless it was done before: then its answer is given again.
///
/// It runs inside the transaction of the work. One server has one request of a key at a time, by a hold; several servers by a
/// lock that lasts as long as the transaction; and if both failed, the second answer would find the first one's row and take
/// its own work back with it.
pub(crate) fn once(
    c: &mut TenantConn<'_>,
    asked: &Keyed,
    work: impl FnOnce(&mut TenantConn<'_>) -> Result<Done, Problem>,
) -> Result<Given, Problem> {
    if !c.try_lock(asked.number()).map_err(Fault::from)? {
        return Err(in_flight());
    }
    match store::find(c, &asked.key)? {
        Some((fingerprint, done)) if fingerprint == asked.fingerprint => Ok(Given::Again(done)),
        Some(_) => Err(Problem::of(&entries::IDEMPOTENCY_REUSED)),
        None => {
            let done = work(c)?;
            store::insert(c, asked, &done).map_err(|e| unique_or(e, in_flight))?;
            Ok(Given::First(done))
        }
    }
}

/// The first request of this key is not answered yet.
pub(crate) fn in_flight() -> Problem {
    Problem::of(&entries::IDEMPOTENCY_IN_FLIGHT).retry_after(RETRY_SECONDS)
}

/// Removes the answers whose time is over.
///
/// # Errors
/// When the database fails.
pub fn sweep(db: &Db) -> Result<usize, Fault> {
    db.write_platform(store::remove_old)
}
