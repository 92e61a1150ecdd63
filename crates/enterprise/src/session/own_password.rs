use super::{
    api::{ChangePassword, ResetPassword, tidy},
    store,
};
use crate::{
    Accounts, Error,
    account::{self, Account},
    password::{self, Policy},
    sms::{self, Purpose},
};
use db::PlatformConn;
use web::{
    AccountScope, Problem, PublicScope,
    throttle::{self, Limit, TooMany},
};

/// How often the old password may be tried: a stolen token must not become a password.
const TRIES: Limit = Limit {
    hits: 5,
    seconds: 900,
};

const NEW: &str = "/new_password";

/// Changes the password of whoever knows the old one. Hashing takes its time, so it is done outside of any
/// transaction.
pub(super) async fn change(
    scope: &AccountScope,
    accounts: &Accounts,
    given: ChangePassword,
) -> Result<(), Problem> {
    let old = given.old_password.clone();
    let account = prove(scope, old).await?.ok_or(Error::OldPasswordWrong)?;
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

/// The account of the caller, if that is its password. Tries are counted before they are judged.
pub(crate) async fn prove(scope: &AccountScope, given: String) -> Result<Option<Account>, Problem> {
    let id = scope.caller().account.clone();
    let bucket = format!("password:{id}");
    let counted = bucket.clone();
    let admitted = scope
        .write(move |c| {
            let account = account::store::find(c, &id)?;
            Ok::<_, Error>(throttle::admit(c, &counted, TRIES).map(|()| account))
        })
        .await?;
    let account = admitted.map_err(|e| match e {
        TooMany::Wait(seconds) => Error::TooManyTries {
            seconds,
            minutes: (seconds + 59) / 60,
        },
        TooMany::Fault(e) => e.into(),
    })?;
    let (account, right) = password::in_turn(move || {
        let right = password::verify(&given, &account.password_hash);
        Ok::<_, Error>((account, right))
    })
    .await?;
    if !right {
        return Ok(None);
    }
    scope.write(move |c| throttle::forget(c, &bucket)).await?;
    Ok(Some(account))
}

/// Sets a new password for whoever holds the phone of the account.
pub(super) async fn reset(
    scope: &PublicScope,
    accounts: &Accounts,
    given: ResetPassword,
) -> Result<(), Problem> {
    let (key, phone, code) = (
        accounts.code_key.clone(),
        given.phone.clone(),
        given.sms_code.clone(),
    );
    scope
        .write(move |c| sms::check(c, &key, &phone, Purpose::PasswordReset, &code))
        .await??;
    let (name, phone) = (tidy(&given.login_name), given.phone.clone());
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
            sms::consume(c, &phone, Purpose::PasswordReset)?;
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
    let Some(account) = account::store::find_by_login(c, &tidy(login_name))? else {
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
