use crate::{
    error::Error,
    notice::{EnterpriseNotice, notify_enterprise},
    profile::{self, EnterpriseState},
    session,
};
use db::{EnterpriseId, PlatformConn};
use notify::Notice;

/// Disables an enterprise, tells it why, and ends its sessions.
pub(super) fn disable(c: &mut PlatformConn<'_>, id: &EnterpriseId, reason: &str) -> Result<(), Error> {
    profile::store::set_state(c, id, EnterpriseState::Disabled, Some(reason))?;
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
    let text = EnterpriseNotice::EnterpriseEnabled {
        enterprise: profile::store::find(c, id)?.name,
    };
    let notice = Notice::new(text).link("/enterprise");
    Ok(notify_enterprise(&mut c.acting_for(id), &notice)?)
}
