use super::Passed;
use crate::change_request::ChangeRequestState;
use db::{EnterpriseId, Fault, PublicConn, TenantConn, public, schema::identity_requests};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Fault>;

/// How many passed identities of an enterprise are read; each was decided by a person.
const MOST: i64 = 200;

/// The identities of the connection's enterprise that were passed, in that order.
pub(crate) fn list_own(c: &mut TenantConn<'_>) -> Result<Vec<Passed>> {
    let rows = c
        .rows(identity_requests::table)
        .filter(identity_requests::state.eq(ChangeRequestState::Approved))
        .order((identity_requests::decided_at.asc(), identity_requests::id.asc()))
        .limit(MOST)
        .select((
            identity_requests::former_name,
            identity_requests::name,
            identity_requests::decided_at,
        ));
    Ok(passed(rows.load(c)?))
}

/// The same of any enterprise, for whoever scanned its code.
pub(crate) fn list_anyones(c: &mut PublicConn<'_>, id: &EnterpriseId) -> Result<Vec<Passed>> {
    let rows = public(identity_requests::table)
        .filter(identity_requests::enterprise_id.eq(id))
        .filter(identity_requests::state.eq(ChangeRequestState::Approved))
        .order((identity_requests::decided_at.asc(), identity_requests::id.asc()))
        .limit(MOST)
        .select((
            identity_requests::former_name,
            identity_requests::name,
            identity_requests::decided_at,
        ));
    Ok(passed(rows.load(c)?))
}

type Row = (String, String, Option<Timestamp>);

fn passed(rows: Vec<Row>) -> Vec<Passed> {
    let decided = rows.into_iter().filter_map(|(former_name, name, at)| {
        at.map(|at| Passed {
            former_name,
            name,
            at,
        })
    });
    decided.collect()
}
