use super::{Accounts, ChangePassword, Error, ResetPassword, model::login_name_of, store};
use crate::{
    account::{self, Account},
    password::{self, Policy},
    sms_code::{self, SmsPurpose},
};
use db::PlatformConn;
use web::{AccountScope, Problem, PublicScope, throttle};

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
        .write(move |c| set(c, &account, &hashed, "password_changed"))
        .await
}

/// Sets a new password for whoever holds the phone of the account.
pub(super) async fn reset(
    scope: &PublicScope,
    accounts: &Accounts,
    given: ResetPassword,
) -> Result<(), Problem> {
    let (key, phone, code) = (
        accounts.sms_codes.key.clone(),
        given.phone.clone(),
        given.sms_code.clone(),
    );
    scope
        .write(move |c| sms_code::check(c, &key, &phone, SmsPurpose::PasswordReset, &code))
        .await??;
    let (name, phone) = (login_name_of(&given.login_name), given.phone.clone());
    let found = scope
        .read(move |c| account::store::find_by_login(c, &name))
        .await?;
    let account = found.filter(|a| a.phone == phone).ok_or(Error::ResetMismatch)?;
    let policy = accounts.policy;
    let (account, hashed) = password::in_turn(move || {
        policy.check(&given.new_password, &personal(&account), NEW)?;
        let hashed = password::hash(&given.new_password)?;
        Ok::<_, Error>((account, hashed))
    })
    .await?;
    scope
        .write(move |c| {
            sms_code::consume(c, &phone, SmsPurpose::PasswordReset)?;
            replace(c, &account, &hashed)
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
    replace(c, &account, &hashed)?;
    Ok(true)
}

/// Sets a new password without the old one. Whoever was locked out by strangers gets in with it.
fn replace(c: &mut PlatformConn<'_>, account: &Account, hashed: &str) -> Result<(), Error> {
    throttle::forget(c, &format!("sign-in:account:{}", account.login_name))?;
    set(c, account, hashed, "password_reset")
}

fn personal(account: &Account) -> [&str; 3] {
    [&account.login_name, &account.display_name, &account.phone]
}

fn set(c: &mut PlatformConn<'_>, account: &Account, hashed: &str, reason: &str) -> Result<(), Error> {
    account::store::set_password(c, &account.id, hashed)?;
    store::end_all_of_account(c, &account.id, reason)
}
