use super::{
    Enterprise, EnterpriseId, EnterpriseState, EnterpriseView, Error, MakerFacts, ReviewMode,
    record::UpdateEnterprise, store,
};
use crate::{
    account::{self, Account},
    former_name::{self, FormerName, Passed},
    permission::own::EnterpriseWrite,
    sms_code::{self, SmsCodes, SmsPurpose},
};
use db::{PublicConn, TenantConn};
use identifiers::{Explain, Uscc, region};
use kernel::{Code, Timestamp};
use web::{
    AccountScope, Problem, Scope, Stale,
    security::{SECURITY, masked_phone},
    upload::{self, Dropped, FileId, FileOwner, FileUrl, FileView, LinkKey, Wanted, view_files},
};

/// After this long nobody is sure that the contact still works there (F014).
pub(crate) const CONTACT_STALE_SECONDS: i64 = 180 * 24 * 3600;

/// Shows the connection's enterprise, with its files and with what looks doubtful about it.
///
/// # Errors
/// When the database fails.
pub fn find_view(c: &mut TenantConn<'_>, links: &LinkKey) -> Result<EnterpriseView, Error> {
    let found = store::find_own(c)?;
    view_with_files(c, found, links)
}

/// The view of the connection's enterprise, with links to its files.
pub(crate) fn view_with_files(
    c: &mut TenantConn<'_>,
    found: Enterprise,
    links: &LinkKey,
) -> Result<EnterpriseView, Error> {
    let licence = found.licence_file_id.clone().into_iter().collect::<Vec<_>>();
    let licence = view_files(c, &licence, links)?.into_iter().next();
    let passed = former_name::store::list_own(c)?;
    let former_names = Passed::former_names(&passed, found.created_at, c.now());
    Ok(view(found, licence, former_names, c.now()))
}

/// Finds the public facts of an enterprise.
///
/// # Errors
/// When there is no such enterprise or the database fails.
pub fn find_public(c: &mut PublicConn<'_>, id: &EnterpriseId) -> Result<MakerFacts, Error> {
    let now = c.now();
    find_public_at(c, id, now)
}

/// Finds the public facts of an enterprise with the name it had at an instant; the rest is that of today.
///
/// # Errors
/// When there is no such enterprise or the database fails.
pub fn find_public_at(c: &mut PublicConn<'_>, id: &EnterpriseId, at: Timestamp) -> Result<MakerFacts, Error> {
    let e = store::find_anyones(c, id)?;
    let passed = former_name::store::list_anyones(c, id)?;
    Ok(MakerFacts {
        is_verified: Passed::is_verified_at(&passed, at),
        former_names: Passed::former_names(&passed, e.created_at, at),
        name: Passed::name_at(&passed, at).unwrap_or(&e.name).to_owned(),
        id: e.id,
        uscc: e.uscc,
        address: e.production_address.unwrap_or(e.registered_address),
        phone: e.public_phone,
        website: e.website,
        licence: e.licence_file_id.filter(|_| e.is_licence_public).map(FileUrl),
        is_active: e.state != EnterpriseState::Disabled,
    })
}

/// Finds the company prefixes of the connection's enterprise.
///
/// # Errors
/// When the database fails.
pub fn company_prefixes(c: &mut TenantConn<'_>) -> Result<Vec<String>, Error> {
    Ok(store::find_own(c)?.company_prefixes.0)
}

/// The fewest digits a company prefix has (GB 12904-2008).
const SHORTEST_PREFIX: usize = 7;

/// Finds another enterprise that registered a company prefix these digits begin with: the longest such prefix, and who
/// registered first.
///
/// # Errors
/// When the database fails.
pub fn other_with_prefix_of(
    c: &mut TenantConn<'_>,
    digits: &str,
) -> Result<Option<(EnterpriseId, String)>, Error> {
    let Some(start) = digits.get(..SHORTEST_PREFIX) else {
        return Ok(None);
    };
    let mut best: Option<(EnterpriseId, String)> = None;
    for (owner, prefixes) in store::others_with(c, start)? {
        for prefix in prefixes.0.into_iter().filter(|p| digits.starts_with(p.as_str())) {
            if best.as_ref().is_none_or(|(_, found)| prefix.len() > found.len()) {
                best = Some((owner.clone(), prefix));
            }
        }
    }
    Ok(best)
}

/// Finds the name of the connection's enterprise.
///
/// # Errors
/// When the database fails.
pub fn name(c: &mut TenantConn<'_>) -> Result<String, Error> {
    Ok(store::find_own(c)?.name)
}

/// Finds how the products of the connection's enterprise are reviewed.
///
/// # Errors
/// When the database fails.
pub fn review_mode(c: &mut TenantConn<'_>) -> Result<Code<ReviewMode>, Error> {
    Ok(store::find_own(c)?.review_mode)
}

/// Finds the 统一社会信用代码 of the connection's enterprise.
///
/// # Errors
/// When the database fails.
pub fn uscc(c: &mut TenantConn<'_>) -> Result<String, Error> {
    Ok(store::find_own(c)?.uscc)
}

/// Asks for the password when the phone changes, and for the code that was sent to the new one: the phone can reset the password, so
/// that neither a stolen token nor a slip of the finger may give it to somebody else.
pub(super) async fn prove_phone(
    scope: &Scope<EnterpriseWrite>,
    account: &AccountScope,
    (codes, client): (&SmsCodes, String),
    to: &mut UpdateEnterprise,
) -> Result<Option<Account>, Problem> {
    let (phone, password) = (to.contact_phone.clone(), to.password.take());
    let new_phone = phone.clone();
    let is_new = scope
        .read(move |c| Ok::<_, Error>(store::find_own(c)?.contact_phone != phone))
        .await?;
    if !is_new {
        return Ok(None);
    }
    let password = password.ok_or(Error::PasswordNeeded)?;
    let code = to.sms_code.take().ok_or(Error::PhoneCodeNeeded)?;
    let proved = account::prove(account, password).await?;
    let proved = proved.ok_or(Error::PasswordWrong)?;
    let key = codes.key.clone();
    let in_hand = account
        .write(move |c| sms_code::check(c, (&key, &client), &new_phone, SmsPurpose::PhoneChange, &code))
        .await??;
    account.write(move |c| sms_code::consume(c, &in_hand)).await?;
    Ok(Some(proved))
}

pub(super) fn update(
    c: &mut TenantConn<'_>,
    version: i64,
    to: &UpdateEnterprise,
    proved: Option<Account>,
    links: &LinkKey,
) -> Result<EnterpriseView, Error> {
    check_phone(c, version, &to.contact_phone, proved)?;
    let before = store::find_own(c)?;
    check_vouched(&before, to)?;
    keep_licence(c, before.licence_file_id.as_ref(), to.is_licence_public)?;
    store::update(c, version, to)?;
    tell_new_phone(c, &before, to);
    account::follow_enterprise(c, &to.contact_name, &to.contact_phone)?;
    find_view(c, links)
}

/// What the operator compared with the licence does not change here.
fn check_vouched(own: &Enterprise, to: &UpdateEnterprise) -> Result<(), Error> {
    let licence = to.licence_file_id.as_ref();
    let differs = [
        ("/name", own.name != to.name),
        ("/region_code", own.region_code != to.region_code),
        ("/enterprise_types", own.enterprise_types.0 != to.enterprise_types),
        (
            "/licence_file_id",
            licence.is_some() && licence != own.licence_file_id.as_ref(),
        ),
    ];
    match differs.into_iter().find(|(_, differs)| *differs) {
        None => Ok(()),
        Some((pointer, _)) => Err(Error::Vouched {
            pointer: pointer.to_owned(),
        }),
    }
}

/// Writes down what an attacker would change: the phone passwords are reset by.
fn tell_new_phone(c: &TenantConn<'_>, before: &Enterprise, to: &UpdateEnterprise) {
    if before.contact_phone != to.contact_phone {
        let (from, to) = (
            masked_phone(&before.contact_phone),
            masked_phone(&to.contact_phone),
        );
        tracing::warn!(target: SECURITY, event = "phone_changed", enterprise = %before.id, by = ?c.account(), from, to);
    }
}

/// Holds the row of the connection's enterprise until the transaction ends, so that those who change it take turns, and reads it.
pub(crate) fn take_turn(c: &mut TenantConn<'_>) -> Result<Enterprise, Error> {
    store::hold_own(c)?;
    store::find_own(c)
}

/// What was found before the transaction has to be so in it: whether the phone is new, and whose password proved it.
fn check_phone(
    c: &mut TenantConn<'_>,
    version: i64,
    phone: &str,
    proved: Option<Account>,
) -> Result<(), Error> {
    let own = store::find_own(c)?;
    if own.version != version {
        return Err(Stale.into());
    }
    if own.contact_phone == phone {
        return Ok(());
    }
    let proved = proved.ok_or(Error::PasswordNeeded)?;
    match account::is_still_proved(c, &proved)? {
        true => Ok(()),
        false => Err(Error::PasswordWrong),
    }
}

/// Makes this file, or none, the business licence of the connection's enterprise. One it had before stays, closed: decided
/// requests refer to it.
pub(crate) fn keep_licence(
    c: &mut TenantConn<'_>,
    licence: Option<&FileId>,
    is_public: bool,
) -> Result<(), Error> {
    let owner = FileOwner::new("enterprise", c.enterprise());
    let wanted: Vec<_> = licence
        .map(|f| Wanted::new(crate::slots::BUSINESS_LICENCE, f, "/licence_file_id").public(is_public))
        .into_iter()
        .collect();
    Ok(upload::keep(c, &owner, &wanted, Dropped::Close)?)
}

pub(super) fn confirm_contact(c: &mut TenantConn<'_>, links: &LinkKey) -> Result<EnterpriseView, Error> {
    store::confirm_contact(c)?;
    find_view(c, links)
}

/// Checks a place of registration: a county, or a city that has none.
pub(crate) fn check_region(code: &str) -> Result<(), Error> {
    match region::find(code) {
        Some(found) if found.children().is_empty() => Ok(()),
        _ => Err(Error::UnknownRegion),
    }
}

fn view(
    e: Enterprise,
    licence: Option<FileView>,
    former_names: Vec<FormerName>,
    now: Timestamp,
) -> EnterpriseView {
    EnterpriseView {
        former_names,
        verified_at: e.verified_at,
        region_name: region::find(&e.region_code)
            .map(|r| r.full_name())
            .unwrap_or_default(),
        contact_is_stale: now.seconds_since(e.contact_confirmed_at) > CONTACT_STALE_SECONDS,
        warnings: Uscc::parse(&e.uscc)
            .map(|u| u.warnings())
            .unwrap_or_default()
            .iter()
            .map(Explain::zh)
            .collect(),
        id: e.id,
        uscc: e.uscc,
        name: e.name,
        region_code: e.region_code,
        enterprise_types: e.enterprise_types,
        registered_address: e.registered_address,
        production_address: e.production_address,
        contact_name: e.contact_name,
        contact_phone: e.contact_phone,
        contact_confirmed_at: e.contact_confirmed_at,
        public_phone: e.public_phone,
        legal_representative: e.legal_representative,
        email: e.email,
        website: e.website,
        introduction: e.introduction,
        company_prefixes: e.company_prefixes,
        licence,
        is_licence_public: e.is_licence_public,
        state: e.state,
        state_reason: e.state_reason,
        review_mode: e.review_mode,
        version: e.version,
        created_at: e.created_at,
        updated_at: e.updated_at,
    }
}
