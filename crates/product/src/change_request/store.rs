use super::model::{ChangeRequest, ChangeRequestFilter, ChangeRequestId, ChangeRequestState};
use crate::{Error, Product, ProductId};
use db::{
    EnterpriseId, PlatformConn, TenantConn, contains_pattern,
    schema::{accounts, change_requests, enterprises, products},
    unique_or,
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &ChangeRequest) -> Result<()> {
    c.insert(change_requests::table, new)
        .map_err(|e| unique_or(e, || Error::ChangeRequestOpen))?;
    Ok(())
}

/// A change request and its product.
pub(super) type Known = (ChangeRequest, Product);

pub(super) fn find(c: &mut TenantConn<'_>, id: &ChangeRequestId) -> Result<Known> {
    let row = c
        .rows(change_requests::table)
        .inner_join(products::table)
        .filter(change_requests::id.eq(id))
        .select((ChangeRequest::as_select(), Product::as_select()));
    row.first(c).optional()?.ok_or(Error::ChangeRequestNotFound)
}

/// The change request of a product that waits for a decision.
pub(crate) fn find_open(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Option<ChangeRequest>> {
    let row = c
        .rows(change_requests::table)
        .filter(change_requests::product_id.eq(product))
        .filter(change_requests::state.eq(ChangeRequestState::Submitted))
        .select(ChangeRequest::as_select());
    Ok(row.first(c).optional()?)
}

/// Decides a change request that waits, or finds that somebody else did.
pub(super) fn decide(
    c: &mut TenantConn<'_>,
    id: &ChangeRequestId,
    to: ChangeRequestState,
    reason: Option<&str>,
) -> Result<()> {
    let now = c.now();
    let waiting = c
        .rows(change_requests::table)
        .filter(change_requests::id.eq(id))
        .filter(change_requests::state.eq(ChangeRequestState::Submitted));
    let decided = db::update(waiting)
        .set((
            change_requests::state.eq(to),
            change_requests::state_reason.eq(reason),
            change_requests::decided_at.eq(now),
        ))
        .execute(c)?;
    if decided == 1 {
        Ok(())
    } else {
        Err(Error::ChangeRequestDecided)
    }
}

/// How many change requests of a product are listed.
const LISTED: i64 = 200;

/// The change requests of a product, newest first.
pub(super) fn list(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Vec<Known>> {
    let rows = c
        .rows(change_requests::table)
        .inner_join(products::table)
        .filter(change_requests::product_id.eq(product))
        .order((change_requests::created_at.desc(), change_requests::id.desc()))
        .limit(LISTED)
        .select((ChangeRequest::as_select(), Product::as_select()));
    Ok(rows.load(c)?)
}

/// What somebody who asked is called.
pub(super) fn asked_by(c: &mut TenantConn<'_>, id: &ChangeRequestId) -> Result<Option<String>> {
    let row = c
        .rows(change_requests::table)
        .inner_join(accounts::table)
        .filter(change_requests::id.eq(id))
        .select(accounts::display_name);
    Ok(row.first(c).optional()?)
}

/// Whose a change request is; for the platform's people.
pub(super) fn owner_of(c: &mut PlatformConn<'_>, id: &ChangeRequestId) -> Result<EnterpriseId> {
    let row = change_requests::table
        .find(id)
        .select(change_requests::enterprise_id);
    row.first(c.conn())
        .optional()?
        .ok_or(Error::ChangeRequestNotFound)
}

/// A change request, its product, and the name of the enterprise that asks.
type Asked = (ChangeRequest, Product, String);

/// The change requests of all enterprises, those that wait longest first.
pub(super) fn list_all(
    c: &mut PlatformConn<'_>,
    filter: &ChangeRequestFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Asked>, i64)> {
    let matching = || {
        let mut rows = change_requests::table
            .inner_join(products::table)
            .inner_join(enterprises::table)
            .into_boxed();
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(products::search_text.like(contains_pattern(text)).escape('\\'));
        }
        if let Some(state) = filter.state {
            rows = rows.filter(change_requests::state.eq(state));
        }
        rows
    };
    let total = matching().count().get_result(c.conn())?;
    let rows = matching()
        .order((change_requests::created_at.asc(), change_requests::id.asc()))
        .offset(offset)
        .limit(limit)
        .select((
            ChangeRequest::as_select(),
            Product::as_select(),
            enterprises::name,
        ));
    Ok((rows.load(c.conn())?, total))
}
