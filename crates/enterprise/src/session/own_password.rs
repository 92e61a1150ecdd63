use super::{Accounts, ChangePassword, Error, ResetPassword, model::login_name_of, store};
use crate::{
    account::{self, Account},
    password::{self, Policy},
    sms_code::{self, SmsPurpose},
};
use db::PlatformConn;
use web::{AccountScope, Problem, PublicScope, security::SECURITY, throttle};

const NEW: &str = "/new_password";

/// Changes the password of whoever knows the old one. Hashing takes its time, so it is done outside of any
/// transaction.
pub(super) async fn change(
    scope: &AccountScope,
    accounts: &Accounts,
    given: ChangePassword,
) -> Result<(), Problem> {
    let old = given.old_password.clone();
    let account = account::prove(scope, old).await?.ok_or(Error::OldPasswordWrong)?;
    let policy = accounts.policy;
    let (account, hashed) = password::in_turn(move || {
        if given.old_password == given.new_password {
            return Err(Error::PasswordUnchanged);
        }
        policy.check(&given.new_password, &personal(&account), NEW)?;
        let hashed = password::hash(&given.new_password)?;
        Ok((account, hashed))
    })
    .await?;
    scope
        .write(move |c| match set(c, &account, &hashed, "password_changed")? {
            true => Ok(()),
            false => Err(Error::OldPasswordWrong),
        })
        .await
}

/// Sets a new password for whoever holds the phone of the account.
pub(super) async fn reset(
    scope: &PublicScope,
    accounts: &Accounts,
    client: String,
    given: ResetPassword,
) -> Result<(), Problem> {
    let (key, phone, code) = (
        accounts.sms_codes.key.clone(),
        given.phone.clone(),
        given.sms_code.clone(),
    );
    let proved = scope
        .write(move |c| sms_code::check(c, (&key, &client), &phone, SmsPurpose::PasswordReset, &code))
        .await??;
    let name = login_name_of(&given.login_name);
    let found = scope
        .read(move |c| account::store::find_by_login(c, &name))
        .await?;
    let account = found
        .filter(|a| a.phone == given.phone)
        .ok_or(Error::ResetMismatch)?;
    let policy = accounts.policy;
    let (account, hashed) = password::in_turn(move || {
        policy.check(&given.new_password, &personal(&account), NEW)?;
        let hashed = password::hash(&given.new_password)?;
        Ok::<_, Error>((account, hashed))
    })
    .await?;
    scope
        .write(move |c| {
            sms_code::consume(c, &proved)?;
            match replace(c, &account, &hashed)? && has_phone(c, &account)? {
                true => Ok(()),
                false => Err(Error::ResetMismatch),
            }
        })
        .await
}

/// Gives an account a new password at the request of someone with access to the machine. False when there is no such
/// account.
///
/// # Errors
/// When the password is weak or the database fails.
pub fn replace_password(
    c: &mut PlatformConn<'_>,
    policy: Policy,
    login_name: &str,
    password: &str,
) -> Result<bool, Error> {
    let Some(account) = account::store::find_by_login(c, &login_name_of(login_name))? else {
        return Ok(false);
    };
    policy.check(password, &personal(&account), NEW)?;
    let hashed = password::hash(password)?;
    replace(c, &account, &hashed)
}

/// Sets a new password without the old one. Whoever was locked out by strangers gets in with it. False when the account is not as it
/// was judged any more.
fn replace(c: &mut PlatformConn<'_>, account: &Account, hashed: &str) -> Result<bool, Error> {
    throttle::forget(c, &format!("sign-in:account:{}", account.login_name))?;
    set(c, account, hashed, "password_reset")
}

/// Whether the phone that was proved is still the account's.
fn has_phone(c: &mut PlatformConn<'_>, judged: &Account) -> Result<bool, Error> {
    let found = account::store::find(c, &judged.id)?;
    Ok(found.is_some_and(|a| a.phone == judged.phone))
}

fn personal(account: &Account) -> [&str; 3] {
    [&account.login_name, &account.display_name, &account.phone]
}

/// Sets the password of an account that was judged before this transaction, and ends its sessions; false when it is not as it was
/// judged any more.
fn set(c: &mut PlatformConn<'_>, judged: &Account, hashed: &str, reason: &str) -> Result<bool, Error> {
    if !account::store::set_password(c, judged, hashed)? {
        return Ok(false);
    }
    store::end_all_of_account(c, &judged.id, reason)?;
    tracing::warn!(target: SECURITY, event = "password_set", account = %judged.id, reason);
    Ok(true)
}
