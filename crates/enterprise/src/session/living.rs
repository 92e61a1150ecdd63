//! Who stands behind a living session, and what they may do.

use super::{AccountView, Error, model::AccountEnterprise, store};
use crate::{
    account::{Account, Role},
    profile::{Enterprise, EnterpriseState},
    rights::Rights,
};
use db::PlatformConn;
use web::SessionId;

/// Finds whoever is signed in with a session.
pub(super) fn find_view(
    c: &mut PlatformConn<'_>,
    session: &SessionId,
    rights: &Rights,
) -> Result<AccountView, Error> {
    let (account, enterprise) = store::find_living(c, session)?.ok_or(Error::Ended)?;
    Ok(view(account, enterprise, rights))
}

/// Refuses those who act for a disabled enterprise.
pub(super) fn check_enterprise(enterprise: Option<&Enterprise>) -> Result<(), Error> {
    match enterprise {
        Some(e) if e.state != EnterpriseState::Active => Err(Error::AccountDisabled),
        _ => Ok(()),
    }
}

/// The rights of a role in an enterprise.
pub(super) fn rights_of(role: Role, enterprise: Option<&Enterprise>, rights: &Rights) -> Vec<String> {
    let types = enterprise
        .map(|e| e.enterprise_types.0.clone())
        .unwrap_or_default();
    rights.of(role, &types).into_iter().collect()
}

/// Shows an account with its enterprise and its rights.
pub(super) fn view(account: Account, enterprise: Option<Enterprise>, rights: &Rights) -> AccountView {
    AccountView {
        permissions: rights_of(account.role, enterprise.as_ref(), rights),
        id: account.id,
        login_name: account.login_name,
        display_name: account.display_name,
        role: account.role,
        enterprise: enterprise.map(|e| AccountEnterprise {
            id: e.id,
            uscc: e.uscc,
            name: e.name,
            enterprise_types: e.enterprise_types.0,
        }),
    }
}
