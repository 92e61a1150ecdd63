use super::{
    Enterprise, EnterpriseId, EnterpriseState, EnterpriseTypes, Error, ReviewMode, model::CompanyPrefixes,
    record::UpdateEnterprise,
};
use db::{
    Fault, PlatformConn, PublicConn, TenantConn, contains_pattern, public, schema::enterprises, unique_or,
};
use diesel::prelude::*;
use notify::Addresses;
use web::{Stale, upload::FileId};

type Result<T> = std::result::Result<T, Error>;

pub(crate) fn insert(c: &mut PlatformConn<'_>, new: &Enterprise) -> Result<()> {
    diesel::insert_into(enterprises::table)
        .values(new)
        .execute(c.conn())
        .map_err(|e| unique_or(e, || Error::UsccTaken))?;
    Ok(())
}

pub(crate) fn is_registered(c: &mut PlatformConn<'_>, uscc: &str) -> Result<bool> {
    let row = enterprises::table.filter(enterprises::uscc.eq(uscc));
    Ok(diesel::select(diesel::dsl::exists(row)).get_result(c.conn())?)
}

pub(crate) fn find(c: &mut PlatformConn<'_>, id: &EnterpriseId) -> Result<Enterprise> {
    let row = enterprises::table.find(id).select(Enterprise::as_select());
    row.first(c.conn()).optional()?.ok_or(Error::NotFound)
}

/// Holds the row of an enterprise until the transaction ends: whoever disables it waits, and then finds what was written here.
pub(crate) fn hold(c: &mut PlatformConn<'_>, id: &EnterpriseId) -> std::result::Result<(), Fault> {
    diesel::update(enterprises::table.find(id))
        .set(enterprises::updated_at.eq(enterprises::updated_at))
        .execute(c.conn())?;
    Ok(())
}

/// Finds an enterprise for whoever scanned its code.
pub(super) fn find_anyones(c: &mut PublicConn<'_>, id: &EnterpriseId) -> Result<Enterprise> {
    let row = public(enterprises::table)
        .find(id)
        .select(Enterprise::as_select());
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// The enterprise of the connection. Its row is its own root: it has no `enterprise_id` but its id.
pub(crate) fn find_own(c: &mut TenantConn<'_>) -> Result<Enterprise> {
    let row = c.own_row().select(Enterprise::as_select());
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// How many enterprises with the same start of a company prefix are looked at: GS1 China gives it to one.
const NAMESAKES: i64 = 50;

/// The other enterprises, not disabled, with a company prefix that begins like this, those that registered here first.
pub(super) fn others_with(
    c: &mut TenantConn<'_>,
    start: &str,
) -> Result<Vec<(EnterpriseId, CompanyPrefixes)>> {
    let rows = enterprises::table
        .filter(enterprises::id.ne(c.enterprise().clone()))
        .filter(enterprises::state.ne(EnterpriseState::Disabled))
        .filter(
            enterprises::company_prefixes
                .like(contains_pattern(&format!("\"{start}")))
                .escape('\\'),
        )
        .order((enterprises::created_at.asc(), enterprises::id.asc()))
        .limit(NAMESAKES)
        .select((enterprises::id, enterprises::company_prefixes));
    Ok(rows.load(c.unscoped())?)
}

/// The phone and the mail address of the connection's enterprise.
pub(super) fn find_addresses(c: &mut TenantConn<'_>) -> std::result::Result<Addresses, Fault> {
    let row = c
        .own_row()
        .select((enterprises::contact_phone, enterprises::email));
    let (phone, email) = row.first(c)?;
    Ok(Addresses { phone, email })
}

pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &UpdateEnterprise) -> Result<()> {
    let (now, old) = (c.now(), find_own(c)?);
    let guarded = c.own_row().filter(enterprises::version.eq(version));
    let prefixes = to
        .company_prefixes
        .iter()
        .map(|p| p.0.clone())
        .collect::<Vec<_>>();
    let updated = db::update(guarded)
        .set((
            (
                enterprises::registered_address.eq(&to.registered_address),
                enterprises::production_address.eq(&to.production_address),
                enterprises::contact_name.eq(&to.contact_name),
                enterprises::contact_phone.eq(&to.contact_phone),
                enterprises::contact_confirmed_at.eq(now),
                enterprises::public_phone.eq(&to.public_phone),
                enterprises::is_licence_public.eq(to.is_licence_public),
            ),
            (
                enterprises::legal_representative.eq(&to.legal_representative),
                enterprises::email.eq(&to.email),
                enterprises::website.eq(&to.website),
                enterprises::introduction.eq(&to.introduction),
                enterprises::company_prefixes.eq(old.company_prefixes.with(prefixes)),
                enterprises::version.eq(version + 1),
                enterprises::updated_at.eq(now),
            ),
        ))
        .execute(c)?;
    Ok(Stale::unless_updated(updated)?)
}

/// Makes what the operator compared with the licence hold.
pub(crate) fn set_identity(
    c: &mut TenantConn<'_>,
    (name, region_code): (&str, &str),
    (types, licence): (&EnterpriseTypes, &Option<FileId>),
) -> Result<()> {
    let now = c.now();
    db::update(c.own_row())
        .set((
            enterprises::name.eq(name),
            enterprises::region_code.eq(region_code),
            enterprises::enterprise_types.eq(types),
            enterprises::licence_file_id.eq(licence),
            enterprises::verified_at.eq(now),
            enterprises::version.eq(enterprises::version + 1),
            enterprises::updated_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}

/// Holds the row of the connection's enterprise until the transaction ends.
pub(super) fn hold_own(c: &mut TenantConn<'_>) -> Result<()> {
    db::update(c.own_row())
        .set(enterprises::updated_at.eq(enterprises::updated_at))
        .execute(c)?;
    Ok(())
}

pub(super) fn confirm_contact(c: &mut TenantConn<'_>) -> Result<()> {
    let now = c.now();
    db::update(c.own_row())
        .set(enterprises::contact_confirmed_at.eq(now))
        .execute(c)?;
    Ok(())
}

pub(crate) fn list(
    c: &mut PlatformConn<'_>,
    keyword: Option<&str>,
    state: Option<EnterpriseState>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Enterprise>, i64)> {
    let pattern = contains_pattern(keyword.unwrap_or_default());
    let matching = || {
        let named = db::lower(enterprises::name).like(pattern.clone()).escape('\\');
        let coded = db::lower(enterprises::uscc).like(pattern.clone()).escape('\\');
        let states = state.map_or_else(|| EnterpriseState::ALL.to_vec(), |s| vec![s]);
        enterprises::table
            .filter(named.or(coded))
            .filter(enterprises::state.eq_any(states))
    };
    let total = matching().count().get_result(c.conn())?;
    let rows = matching()
        .order(enterprises::id.desc())
        .offset(offset)
        .limit(limit);
    Ok((rows.select(Enterprise::as_select()).load(c.conn())?, total))
}

pub(crate) fn set_state(
    c: &mut PlatformConn<'_>,
    id: &EnterpriseId,
    state: EnterpriseState,
    reason: Option<&str>,
) -> Result<()> {
    let now = c.now();
    c.touch(id);
    let updated = diesel::update(enterprises::table.find(id))
        .set((
            enterprises::state.eq(state),
            enterprises::state_reason.eq(reason),
            enterprises::version.eq(enterprises::version + 1),
            enterprises::updated_at.eq(now),
        ))
        .execute(c.conn())?;
    if updated == 1 {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

pub(crate) fn set_review_mode(c: &mut PlatformConn<'_>, id: &EnterpriseId, mode: ReviewMode) -> Result<()> {
    let now = c.now();
    c.touch(id);
    let updated = diesel::update(enterprises::table.find(id))
        .set((
            enterprises::review_mode.eq(mode),
            enterprises::version.eq(enterprises::version + 1),
            enterprises::updated_at.eq(now),
        ))
        .execute(c.conn())?;
    match updated {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}
