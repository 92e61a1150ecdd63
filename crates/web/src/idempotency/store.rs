use super::{
    KEPT_SECONDS,
    model::{Done, Keyed},
};
use db::{Fault, PlatformConn, TenantConn, schema::idempotency_keys};
use diesel::prelude::*;

/// The request a key was used for, and what was answered.
pub(super) fn find(c: &mut TenantConn<'_>, key: &str) -> Result<Option<(String, Done)>, Fault> {
    let since = c.now().plus_seconds(-KEPT_SECONDS);
    let row = c
        .rows(idempotency_keys::table)
        .filter(idempotency_keys::idempotency_key.eq(key))
        .filter(idempotency_keys::created_at.gt(since));
    let row = row.select((idempotency_keys::fingerprint, Done::as_select()));
    Ok(row.first(c).optional()?)
}

/// Stores what was answered, in place of what the key meant before its time was over.
pub(super) fn insert(c: &mut TenantConn<'_>, asked: &Keyed, done: &Done) -> QueryResult<()> {
    let now = c.now();
    let old = c
        .rows(idempotency_keys::table)
        .filter(idempotency_keys::idempotency_key.eq(&asked.key));
    db::delete(old).execute(c)?;
    let asked = (
        idempotency_keys::idempotency_key.eq(&asked.key),
        idempotency_keys::fingerprint.eq(&asked.fingerprint),
        idempotency_keys::created_at.eq(now),
    );
    c.insert(idempotency_keys::table, (asked, done))?;
    Ok(())
}

pub(super) fn remove_old(c: &mut PlatformConn<'_>) -> Result<usize, Fault> {
    let since = c.now().plus_seconds(-KEPT_SECONDS);
    let old = idempotency_keys::table.filter(idempotency_keys::created_at.le(since));
    Ok(diesel::delete(old).execute(c.conn())?)
}
