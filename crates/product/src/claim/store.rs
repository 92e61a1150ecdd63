use super::{
    Error,
    model::{ClaimReviewFilter, CodeClaim, CodeClaimId},
};
use crate::{ClaimState, Product};
use db::{
    EnterpriseId, List, PlatformConn, TenantConn, contains_pattern,
    schema::{code_claims, enterprises, products},
    unique_or,
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

/// Files a claim; one of an enterprise and a code is open at a time.
pub(super) fn insert(c: &mut TenantConn<'_>, new: &CodeClaim) -> Result<()> {
    c.insert(code_claims::table, new).map_err(|e| {
        unique_or(e, || Error::OpenAlready {
            code: new.trace_code.clone(),
        })
    })?;
    Ok(())
}

/// How many claims of the enterprise wait to be decided.
pub(super) fn count_open(c: &mut TenantConn<'_>) -> Result<i64> {
    let rows = c
        .rows(code_claims::table)
        .filter(code_claims::state.eq(ClaimState::Open));
    Ok(rows.count().get_result(c)?)
}

/// A claim the enterprise filed.
pub(super) fn find_filed(c: &mut TenantConn<'_>, id: &CodeClaimId) -> Result<Option<CodeClaim>> {
    let row = c.rows(code_claims::table).filter(code_claims::id.eq(id));
    Ok(row.select(CodeClaim::as_select()).first(c).optional()?)
}

/// A claim to the code of a product of the enterprise, and who files it.
pub(super) fn find_received(
    c: &mut TenantConn<'_>,
    id: &CodeClaimId,
) -> Result<Option<(CodeClaim, EnterpriseId)>> {
    let row = c
        .rows(products::table)
        .inner_join(code_claims::table)
        .filter(code_claims::id.eq(id));
    let row = row.select((CodeClaim::as_select(), code_claims::enterprise_id));
    Ok(row.first(c).optional()?)
}

pub(super) fn list_filed(
    c: &mut TenantConn<'_>,
    state: Option<ClaimState>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<CodeClaim>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let rows = c.rows(code_claims::table).into_boxed();
        match state {
            Some(state) => rows.filter(code_claims::state.eq(state)),
            None => rows,
        }
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c)
        .order((code_claims::created_at.desc(), code_claims::id.desc()))
        .select(CodeClaim::as_select())
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

pub(super) fn list_received(
    c: &mut TenantConn<'_>,
    state: Option<ClaimState>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<CodeClaim>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let rows = c
            .rows(products::table)
            .inner_join(code_claims::table)
            .into_boxed();
        match state {
            Some(state) => rows.filter(code_claims::state.eq(state)),
            None => rows,
        }
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c)
        .order((code_claims::created_at.desc(), code_claims::id.desc()))
        .select(CodeClaim::as_select())
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

/// Takes a claim back; of two who end one, one is told that it is closed.
pub(super) fn withdraw(c: &mut TenantConn<'_>, id: &CodeClaimId) -> Result<()> {
    let now = c.now();
    let open = c
        .rows(code_claims::table)
        .filter(code_claims::id.eq(id))
        .filter(code_claims::state.eq(ClaimState::Open));
    let updated = db::update(open)
        .set((
            code_claims::state.eq(ClaimState::Withdrawn),
            code_claims::decided_at.eq(now),
        ))
        .execute(c)?;
    closed_unless(updated)
}

/// Keeps what the other enterprise says to a claim; the connection is its claimant's.
pub(super) fn set_reply(c: &mut TenantConn<'_>, id: &CodeClaimId, reply: &str) -> Result<()> {
    let now = c.now();
    let open = c
        .rows(code_claims::table)
        .filter(code_claims::id.eq(id))
        .filter(code_claims::state.eq(ClaimState::Open))
        .filter(code_claims::reply.is_null());
    let updated = db::update(open)
        .set((code_claims::reply.eq(reply), code_claims::replied_at.eq(now)))
        .execute(c)?;
    match updated {
        1 => Ok(()),
        _ => Err(Error::RepliedAlready),
    }
}

/// Decides an open claim; of two operators who decide one, the second is told that it is closed.
pub(super) fn decide(
    c: &mut PlatformConn<'_>,
    id: &CodeClaimId,
    (to, reason): (ClaimState, &str),
) -> Result<()> {
    let now = c.now();
    let open = code_claims::table
        .find(id)
        .filter(code_claims::state.eq(ClaimState::Open));
    let updated = diesel::update(open)
        .set((
            code_claims::state.eq(to),
            code_claims::decision_reason.eq(reason),
            code_claims::decided_at.eq(now),
        ))
        .execute(c.conn())?;
    closed_unless(updated)
}

fn closed_unless(updated: usize) -> Result<()> {
    match updated {
        1 => Ok(()),
        _ => Err(Error::Closed),
    }
}

/// A claim with the enterprise that files it and the product it is about.
pub(super) type Case = (CodeClaim, EnterpriseId, Product);

/// A claim for the operator.
pub(super) fn find_any(c: &mut PlatformConn<'_>, id: &CodeClaimId) -> Result<Case> {
    let row = code_claims::table
        .inner_join(products::table)
        .filter(code_claims::id.eq(id))
        .select((
            CodeClaim::as_select(),
            code_claims::enterprise_id,
            Product::as_select(),
        ));
    row.first(c.conn()).optional()?.ok_or(Error::NotFound)
}

/// The claims of all enterprises, the oldest first.
pub(super) fn list_all(
    c: &mut PlatformConn<'_>,
    filter: &ClaimReviewFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Case>, i64)> {
    let matching = || {
        let mut rows = code_claims::table.inner_join(products::table).into_boxed();
        if let Some(code) = filter.trace_code.as_deref() {
            rows = rows.filter(code_claims::gtin.like(contains_pattern(code)).escape('\\'));
        }
        if let Some(state) = filter.state {
            rows = rows.filter(code_claims::state.eq(state));
        }
        rows
    };
    let total = matching().count().get_result(c.conn())?;
    let rows = matching()
        .order((code_claims::created_at.asc(), code_claims::id.asc()))
        .offset(offset)
        .limit(limit)
        .select((
            CodeClaim::as_select(),
            code_claims::enterprise_id,
            Product::as_select(),
        ));
    Ok((rows.load(c.conn())?, total))
}

/// An enterprise on one side of a claim.
pub(super) struct Side {
    pub(super) id: EnterpriseId,
    pub(super) name: String,
    pub(super) company_prefixes: List<String>,
}

/// An enterprise on one side of a claim, by its id.
pub(super) fn side(c: &mut PlatformConn<'_>, id: &EnterpriseId) -> Result<Side> {
    let row = enterprises::table
        .find(id)
        .select((enterprises::name, enterprises::company_prefixes));
    let (name, company_prefixes) = row.first(c.conn())?;
    Ok(Side {
        id: id.clone(),
        name,
        company_prefixes,
    })
}

/// The enterprise of a product.
pub(super) fn maker_of(c: &mut PlatformConn<'_>, product: &Product) -> Result<Side> {
    let row = products::table.find(&product.id).select(products::enterprise_id);
    let id: EnterpriseId = row.first(c.conn())?;
    side(c, &id)
}
