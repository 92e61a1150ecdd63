use crate::{
    error::Error,
    notice::{EnterpriseNotice, notify_enterprise},
    platform::EnterpriseFilter,
    profile::{self, Enterprise, EnterpriseState, EnterpriseView},
    session,
};
use db::{EnterpriseId, PlatformConn};
use notify::Notice;
use web::{security::SECURITY, upload::LinkKey};

/// One page of the enterprises a filter means, newest first, and how many there are in all.
pub(super) fn list(
    c: &mut PlatformConn<'_>,
    filter: &EnterpriseFilter,
    page: (i64, i64),
    links: &LinkKey,
) -> Result<(Vec<EnterpriseView>, i64), Error> {
    let (found, total) = profile::store::list(c, filter.keyword.as_deref(), filter.state, page)?;
    let views = found.into_iter().map(|e| view(c, e, links));
    Ok((views.collect::<Result<_, _>>()?, total))
}

/// An enterprise with its business licence.
pub(super) fn find_view(
    c: &mut PlatformConn<'_>,
    id: &EnterpriseId,
    links: &LinkKey,
) -> Result<EnterpriseView, Error> {
    let found = profile::store::find(c, id)?;
    view(c, found, links)
}

fn view(c: &mut PlatformConn<'_>, e: Enterprise, links: &LinkKey) -> Result<EnterpriseView, Error> {
    let id = e.id.clone();
    Ok(profile::view_with_files(&mut c.acting_for(&id), e, links)?)
}

/// Disables an enterprise, tells it why, and ends its sessions.
pub(super) fn disable(c: &mut PlatformConn<'_>, id: &EnterpriseId, reason: &str) -> Result<(), Error> {
    profile::store::set_state(c, id, EnterpriseState::Disabled, Some(reason))?;
    tracing::warn!(target: SECURITY, event = "enterprise_disabled", enterprise = %id);
    let text = EnterpriseNotice::EnterpriseDisabled {
        enterprise: profile::store::find(c, id)?.name,
        reason: reason.to_owned(),
    };
    notify_enterprise(&mut c.acting_for(id), &Notice::new(text))?;
    Ok(session::end_all_of_enterprise(c, id, "enterprise_disabled")?)
}

/// Lets a disabled enterprise act again, and tells it so.
pub(super) fn enable(c: &mut PlatformConn<'_>, id: &EnterpriseId) -> Result<(), Error> {
    profile::store::set_state(c, id, EnterpriseState::Active, None)?;
    tracing::warn!(target: SECURITY, event = "enterprise_enabled", enterprise = %id);
    let text = EnterpriseNotice::EnterpriseEnabled {
        enterprise: profile::store::find(c, id)?.name,
    };
    let notice = Notice::new(text).link("/enterprise");
    Ok(notify_enterprise(&mut c.acting_for(id), &notice)?)
}
