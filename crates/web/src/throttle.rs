//! Counting attempts and refusing what is too many.

use crate::{Problem, entries};
use db::{Fault, PlatformConn, each_backend, schema::throttles};
use diesel::{dsl::sql, prelude::*, sql_types};
use kernel::Timestamp;

/// A limit: so many in so long.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// How many are let through in one window.
    pub hits: i64,
    /// How long a window lasts.
    pub seconds: i64,
}

/// What a bucket says after a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Hits in this window, this one included.
    pub hits: i64,
    /// When the window ends and the count starts again.
    pub window_ends_at: Timestamp,
}

/// Counts one more in a bucket, in one atomic statement. The counts are in the database, so a restart forgives
/// nothing and several servers count together.
///
/// # Errors
/// When the database fails.
pub fn hit(c: &mut PlatformConn<'_>, bucket: &str, limit: Limit) -> Result<Count, Fault> {
    let now = c.now();
    let ends = now.plus_seconds(limit.seconds);
    let fresh = (
        throttles::bucket.eq(bucket),
        throttles::hits.eq(1),
        throttles::window_ends_at.eq(ends),
    );
    let over = || throttles::window_ends_at.le(now);
    each_backend!(c.conn(), c => diesel::insert_into(throttles::table)
        .values(&fresh)
        .on_conflict(throttles::bucket)
        .do_update()
        .set((
            throttles::hits.eq(diesel::dsl::case_when(over(), 1_i64.into_sql::<sql_types::BigInt>())
                .otherwise(throttles::hits + 1)),
            throttles::window_ends_at.eq(diesel::dsl::case_when(over(), sql::<sql_types::Timestamp>("excluded.window_ends_at"))
                .otherwise(throttles::window_ends_at)),
        ))
        .execute(c))?;
    let (hits, window_ends_at) = throttles::table
        .find(bucket)
        .select((throttles::hits, throttles::window_ends_at))
        .first(c.conn())?;
    Ok(Count { hits, window_ends_at })
}

/// Takes a hit back: it was not what the bucket counts.
///
/// # Errors
/// When the database fails.
pub fn take_back(c: &mut PlatformConn<'_>, bucket: &str) -> Result<(), Fault> {
    diesel::update(throttles::table.find(bucket).filter(throttles::hits.gt(0)))
        .set(throttles::hits.eq(throttles::hits - 1))
        .execute(c.conn())?;
    Ok(())
}

/// Empties a bucket.
///
/// # Errors
/// When the database fails.
pub fn forget(c: &mut PlatformConn<'_>, bucket: &str) -> Result<(), Fault> {
    diesel::delete(throttles::table.find(bucket)).execute(c.conn())?;
    Ok(())
}

/// Removes the buckets whose window is over.
///
/// # Errors
/// When the database fails.
pub fn sweep(c: &mut PlatformConn<'_>) -> Result<usize, Fault> {
    let now = c.now();
    Ok(diesel::delete(throttles::table.filter(throttles::window_ends_at.le(now))).execute(c.conn())?)
}

/// Counts one more and refuses when that is one too many.
///
/// # Errors
/// 429 with the time to wait, or a fault of the database.
pub fn admit(c: &mut PlatformConn<'_>, bucket: &str, limit: Limit) -> Result<(), TooMany> {
    let now = c.now();
    let count = hit(c, bucket, limit)?;
    if count.hits > limit.hits {
        Err(TooMany::Wait(count.window_ends_at.seconds_since(now)))
    } else {
        Ok(())
    }
}

/// Why an attempt was not admitted.
#[derive(Debug)]
pub enum TooMany {
    /// Come back after so many seconds.
    Wait(i64),
    /// The count could not be kept.
    Fault(Fault),
}

impl From<Fault> for TooMany {
    fn from(e: Fault) -> Self {
        Self::Fault(e)
    }
}

impl From<TooMany> for Problem {
    fn from(e: TooMany) -> Self {
        match e {
            TooMany::Wait(seconds) => Self::of(&entries::TOO_MANY).retry_after(seconds),
            TooMany::Fault(e) => e.into(),
        }
    }
}
