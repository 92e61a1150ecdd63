use super::{
    Error,
    model::{IdentityRequest, IdentityRequestId, IdentityReviewFilter},
};
use crate::change_request::ChangeRequestState;
use db::{
    EnterpriseId, PlatformConn, TenantConn, contains_pattern,
    schema::{enterprises, identity_requests},
    unique_or,
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &IdentityRequest) -> Result<()> {
    c.insert(identity_requests::table, new)
        .map_err(|e| unique_or(e, || Error::Open))?;
    Ok(())
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &IdentityRequestId) -> Result<IdentityRequest> {
    let row = c
        .rows(identity_requests::table)
        .filter(identity_requests::id.eq(id))
        .select(IdentityRequest::as_select());
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// Whether a request of the enterprise waits.
pub(super) fn is_any_open(c: &mut TenantConn<'_>) -> Result<bool> {
    let row = c
        .rows(identity_requests::table)
        .filter(identity_requests::state.eq(ChangeRequestState::Submitted))
        .select(identity_requests::id);
    let open: Option<IdentityRequestId> = row.first(c).optional()?;
    Ok(open.is_some())
}

/// Decides a request that waits, or finds that somebody else did.
pub(super) fn decide(
    c: &mut TenantConn<'_>,
    id: &IdentityRequestId,
    to: ChangeRequestState,
    reason: Option<&str>,
) -> Result<()> {
    let now = c.now();
    let waiting = c
        .rows(identity_requests::table)
        .filter(identity_requests::id.eq(id))
        .filter(identity_requests::state.eq(ChangeRequestState::Submitted));
    let decided = db::update(waiting)
        .set((
            identity_requests::state.eq(to),
            identity_requests::state_reason.eq(reason),
            identity_requests::decided_at.eq(now),
        ))
        .execute(c)?;
    match decided {
        1 => Ok(()),
        _ => Err(Error::Decided),
    }
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    state: Option<ChangeRequestState>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<IdentityRequest>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let rows = c.rows(identity_requests::table).into_boxed();
        match state {
            Some(state) => rows.filter(identity_requests::state.eq(state)),
            None => rows,
        }
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c)
        .order((identity_requests::created_at.desc(), identity_requests::id.desc()))
        .offset(offset)
        .limit(limit)
        .select(IdentityRequest::as_select());
    Ok((rows.load(c)?, total))
}

/// Whose a request is; for the platform's people.
pub(super) fn owner_of(c: &mut PlatformConn<'_>, id: &IdentityRequestId) -> Result<EnterpriseId> {
    let row = identity_requests::table
        .find(id)
        .select(identity_requests::enterprise_id);
    row.first(c.conn()).optional()?.ok_or(Error::NotFound)
}

/// The requests of all enterprises, those that wait longest first.
pub(super) fn list_all(
    c: &mut PlatformConn<'_>,
    filter: &IdentityReviewFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<(IdentityRequest, EnterpriseId)>, i64)> {
    let matching = || {
        let mut rows = identity_requests::table
            .inner_join(enterprises::table)
            .into_boxed();
        if let Some(text) = filter.keyword.as_deref() {
            let pattern = contains_pattern(text);
            let named = db::lower(identity_requests::name)
                .like(pattern.clone())
                .escape('\\');
            let before = db::lower(identity_requests::former_name)
                .like(pattern.clone())
                .escape('\\');
            let coded = db::lower(enterprises::uscc).like(pattern).escape('\\');
            rows = rows.filter(named.or(before).or(coded));
        }
        if let Some(state) = filter.state {
            rows = rows.filter(identity_requests::state.eq(state));
        }
        rows
    };
    let total = matching().count().get_result(c.conn())?;
    let rows = matching()
        .order((identity_requests::created_at.asc(), identity_requests::id.asc()))
        .offset(offset)
        .limit(limit)
        .select((IdentityRequest::as_select(), identity_requests::enterprise_id));
    Ok((rows.load(c.conn())?, total))
}

/// The code of another enterprise of the same name.
pub(super) fn find_namesake(
    c: &mut PlatformConn<'_>,
    of: &EnterpriseId,
    name: &str,
) -> Result<Option<String>> {
    let row = enterprises::table
        .filter(enterprises::name.eq(name))
        .filter(enterprises::id.ne(of))
        .order(enterprises::id.asc())
        .select(enterprises::uscc);
    Ok(row.first(c.conn()).optional()?)
}
