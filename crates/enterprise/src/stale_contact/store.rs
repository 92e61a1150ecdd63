use crate::{error::Error, profile::EnterpriseState};
use db::{
    EnterpriseId, PlatformConn,
    schema::{enterprises, notices},
};
use diesel::prelude::*;
use kernel::Timestamp;

/// Active enterprises whose contact was last confirmed before an instant and that were not reminded since another one:
/// which, who, and when it was confirmed. So many of them, from behind an id on.
pub(super) fn list(
    c: &mut PlatformConn<'_>,
    confirmed_before: Timestamp,
    (reminder, since): (&str, Timestamp),
    (behind, limit): (&str, i64),
) -> Result<Vec<(EnterpriseId, String, Timestamp)>, Error> {
    let reminded = notices::table
        .filter(notices::enterprise_id.eq(enterprises::id))
        .filter(notices::notice_code.eq(reminder))
        .filter(notices::created_at.gt(since));
    let stale = enterprises::table
        .filter(enterprises::state.eq(EnterpriseState::Active))
        .filter(enterprises::id.gt(behind))
        .filter(enterprises::contact_confirmed_at.lt(confirmed_before))
        .filter(diesel::dsl::not(diesel::dsl::exists(reminded)));
    let columns = (
        enterprises::id,
        enterprises::contact_name,
        enterprises::contact_confirmed_at,
    );
    Ok(stale
        .order(enterprises::id)
        .limit(limit)
        .select(columns)
        .load(c.conn())?)
}
