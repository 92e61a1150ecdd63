use super::{
    Error,
    authority::sounds_like_authority,
    model::{CreateIdentityRequest, IdentityRequest, IdentityRequestId},
    store,
};
use crate::{
    change_request::ChangeRequestState,
    notice::{EnterpriseNotice, RegistrationNotice, notify_enterprise},
    profile::{self, Enterprise, EnterpriseState},
};
use db::{PlatformConn, TenantConn};
use notify::{Notice, notify_operators};
use web::{
    IfMatch, Stale,
    security::SECURITY,
    upload::{self, Dropped, FileOwner, Wanted},
};

/// Where the operator decides.
const QUEUE: &str = "/platform/identity-requests?state=submitted";

/// Begins with an enterprise that registers: what it says it is waits to be compared with its licence, or was compared already.
pub(crate) fn begin(c: &mut TenantConn<'_>, own: &Enterprise) -> Result<(), Error> {
    let mut first = IdentityRequest::of(own, own.created_at);
    if let Some(at) = own.verified_at {
        (first.state, first.decided_at) = (ChangeRequestState::Approved.into(), Some(at));
    }
    store::insert(c, &first)
}

/// Asks to be verified as something, or to be changed to it. What holds stays until the operator decides.
pub(super) fn create(
    c: &mut TenantConn<'_>,
    version: &IfMatch,
    given: CreateIdentityRequest,
) -> Result<IdentityRequestId, Error> {
    profile::check_region(&given.region_code)?;
    let own = profile::take_turn(c)?;
    if version.pick(|| Ok::<_, Error>(own.version))? != own.version {
        return Err(Stale.into());
    }
    if store::is_any_open(c)? {
        return Err(Error::Open);
    }
    let mut request = IdentityRequest::of(&own, c.now());
    request.name = given.name;
    request.region_code = given.region_code;
    request.enterprise_types = own.enterprise_types.clone().with(given.enterprise_types);
    request.licence_file_id = Some(given.licence_file_id);
    request.reason = given.reason;
    if own.verified_at.is_some() {
        if request.changed_fields().is_empty() {
            return Err(Error::NothingChanged);
        }
        if request.reason.is_none() {
            return Err(Error::ReasonMissing);
        }
    }
    keep_licence(c, &request)?;
    store::insert(c, &request)?;
    tracing::info!(target: SECURITY, event = "identity_requested", enterprise = %own.id, by = ?c.account(), from = own.name, to = request.name);
    tell_operators(c, own.name, &request)?;
    Ok(request.id)
}

/// Tells the operators what waits, and aloud when the name passes for an authority.
fn tell_operators(c: &mut TenantConn<'_>, enterprise: String, asked: &IdentityRequest) -> Result<(), Error> {
    let name = asked.name.clone();
    let waiting = match sounds_like_authority(&name) {
        true => RegistrationNotice::IdentityDoubtful { enterprise, name },
        false => RegistrationNotice::IdentityRequested { enterprise, name },
    };
    Ok(notify_operators(c, &Notice::new(waiting).link(QUEUE))?)
}

/// Takes a request back.
pub(super) fn withdraw(c: &mut TenantConn<'_>, id: &IdentityRequestId) -> Result<(), Error> {
    store::find(c, id)?;
    profile::take_turn(c)?;
    close(c, id, ChangeRequestState::Withdrawn, None)
}

/// Lets what an enterprise says hold: the operator compared it with the licence.
pub(super) fn approve(c: &mut PlatformConn<'_>, id: &IdentityRequestId) -> Result<(), Error> {
    let owner = store::owner_of(c, id)?;
    let c = &mut c.acting_for(&owner);
    let own = profile::take_turn(c)?;
    close(c, id, ChangeRequestState::Approved, None)?;
    if own.state == EnterpriseState::Disabled {
        return Err(Error::Disabled);
    }
    let asked = store::find(c, id)?;
    if asked.licence_file_id.is_none() {
        return Err(Error::LicenceMissing);
    }
    profile::keep_licence(c, asked.licence_file_id.as_ref(), own.is_licence_public)?;
    profile::store::set_identity(
        c,
        (&asked.name, &asked.region_code),
        (&asked.enterprise_types, &asked.licence_file_id),
    )?;
    if asked.name != own.name {
        tracing::warn!(target: SECURITY, event = "enterprise_renamed", enterprise = %own.id, from = own.name, to = asked.name);
    }
    let told = EnterpriseNotice::IdentityApproved {
        enterprise: asked.name,
    };
    Ok(notify_enterprise(c, &Notice::new(told).link("/enterprise"))?)
}

/// Sends a request back with the reason; what held goes on.
pub(super) fn reject(c: &mut PlatformConn<'_>, id: &IdentityRequestId, reason: &str) -> Result<(), Error> {
    let owner = store::owner_of(c, id)?;
    let c = &mut c.acting_for(&owner);
    let own = profile::take_turn(c)?;
    close(c, id, ChangeRequestState::Rejected, Some(reason))?;
    tracing::info!(target: SECURITY, event = "identity_rejected", enterprise = %own.id);
    let told = EnterpriseNotice::IdentityRejected {
        reason: reason.to_owned(),
    };
    Ok(notify_enterprise(c, &Notice::new(told).link("/enterprise"))?)
}

/// Decides a request; the licence that came with it is let go, or taken over by the enterprise next.
fn close(
    c: &mut TenantConn<'_>,
    id: &IdentityRequestId,
    to: ChangeRequestState,
    reason: Option<&str>,
) -> Result<(), Error> {
    store::decide(c, id, to, reason)?;
    Ok(upload::drop_all(c, &asking(id))?)
}

/// Keeps the licence that a request brings; nobody else may see it yet.
fn keep_licence(c: &mut TenantConn<'_>, asked: &IdentityRequest) -> Result<(), Error> {
    let brought = asked.licence_file_id.as_ref().filter(|_| asked.brings_licence());
    let wanted: Vec<_> = brought
        .map(|file| Wanted::new(crate::slots::BUSINESS_LICENCE, file, "/licence_file_id").public(false))
        .into_iter()
        .collect();
    Ok(upload::keep(c, &asking(&asked.id), &wanted, Dropped::Release)?)
}

fn asking(id: &IdentityRequestId) -> FileOwner {
    FileOwner::new("identity_request", id)
}
