use super::{
    Accounts, Error, SessionView,
    guard::Attempt,
    living::{check_enterprise, view},
    store,
    token::ACCESS_SECONDS,
};
use crate::{
    account::{self, Account, AccountState},
    password, profile,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use db::{Db, Fault, PlatformConn};
use kernel::Timestamp;
use sha2::{Digest, Sha256};
use web::{
    Client, Problem, PublicScope, SessionId,
    security::{SECURITY, masked_login},
};

/// The life of a session that is not used.
const IDLE_SECONDS: i64 = 2 * 3600;

/// The life of a session whose user asked to stay signed in.
pub(super) const REMEMBER_SECONDS: i64 = 7 * 24 * 3600;

/// The longest life of a session, however much it is used.
const LONGEST_SECONDS: i64 = 30 * 24 * 3600;

/// How long after its first use a refresh token is still answered: the answer may not have arrived.
const GRACE_SECONDS: i64 = 60;

/// A session and the token that renews it.
pub(super) struct Opened {
    pub(super) view: SessionView,
    pub(super) refresh_token: String,
    pub(super) is_remembered: bool,
}

/// The credentials of a sign-in.
pub(super) struct Credentials {
    pub(super) login_name: String,
    pub(super) password: String,
    pub(super) remember: bool,
    pub(super) known_device: Option<String>,
}

/// Signs in: counts the attempt, judges the password, opens a session. A name nobody has takes as long as a wrong
/// password and gets the same answer.
pub(super) async fn sign_in(
    scope: &PublicScope,
    accounts: &Accounts,
    client: Client,
    given: Credentials,
) -> Result<Opened, Problem> {
    let attempt = Attempt::new(&given.login_name, given.known_device.as_deref(), &client.bucket());
    let counted = attempt.clone();
    // Committed before the verdict: an attempt that was refused was still an attempt.
    let told = (masked_login(&given.login_name), client.bucket());
    let admitted = scope.write(move |c| Ok::<_, Error>(counted.admit(c))).await?;
    admitted.inspect_err(|_locked| tracing::warn!(target: SECURITY, event = "sign_in_locked", account = told.0, client = told.1))?;
    let name = given.login_name.clone();
    let found = scope
        .read(move |c| account::store::find_by_login(c, &name))
        .await?;
    let (found, right) = password::in_turn(move || {
        let right = match &found {
            Some(account) => password::verify(&given.password, &account.password_hash),
            None => password::verify_nothing(&given.password),
        };
        Ok::<_, Error>((found, right))
    })
    .await?;
    let Some(account) = found.filter(|_| right) else {
        tracing::warn!(target: SECURITY, event = "sign_in_failed", account = told.0, client = told.1);
        return Err(Error::SignInFailed.into());
    };
    if account.state != AccountState::Active {
        tracing::warn!(target: SECURITY, event = "sign_in_disabled", account = told.0, client = told.1);
        return Err(Error::AccountDisabled.into());
    }
    let accounts = accounts.clone();
    scope
        .write(move |c| {
            attempt.succeeded(c)?;
            open(c, &accounts, &account, &client, given.remember)
        })
        .await
        .inspect(|_opened| tracing::info!(target: SECURITY, event = "signed_in", account = told.0, client = told.1))
}

/// Opens a session for an account whose password was judged elsewhere: registration, and tests.
///
/// # Errors
/// When the enterprise is disabled or the database fails.
pub fn open_for(
    c: &mut PlatformConn<'_>,
    accounts: &Accounts,
    login_name: &str,
    client: &Client,
) -> Result<SessionView, Error> {
    let account = account::store::find_by_login(c, login_name)?.ok_or(Error::SignInFailed)?;
    Ok(open(c, accounts, &account, client, false)?.view)
}

/// Opens a session for an account that was judged before this transaction, if it is still as it was judged: a password that was
/// changed meanwhile opens nothing, and whoever changes it from now on ends this session too.
pub(super) fn open(
    c: &mut PlatformConn<'_>,
    accounts: &Accounts,
    judged: &Account,
    client: &Client,
    remember: bool,
) -> Result<Opened, Error> {
    if !account::store::hold_judged(c, judged)? {
        return Err(Error::SignInFailed);
    }
    if let Some(enterprise) = &judged.enterprise_id {
        profile::store::hold(c, enterprise)?;
    }
    let now = c.now();
    let session = store::insert(c, &judged.id, client, (remember, expiry(remember, now, now)))?;
    issue(c, accounts, &session, remember)
}

/// Computes the end of a session that is used now: it slides, but not for ever.
fn expiry(is_remembered: bool, created_at: Timestamp, now: Timestamp) -> Timestamp {
    let idle = if is_remembered {
        REMEMBER_SECONDS
    } else {
        IDLE_SECONDS
    };
    now.plus_seconds(idle)
        .min(created_at.plus_seconds(LONGEST_SECONDS))
}

/// Exchanges a refresh token for a new one. A token that comes again within [`GRACE_SECONDS`] is one whose answer was lost, or
/// that two tabs sent at once: it gets a new one of the same session. Later it was copied: its session ends, and so do all
/// tokens that came of it.
pub(super) fn refresh(
    c: &mut PlatformConn<'_>,
    accounts: &Accounts,
    token: &str,
) -> Result<Result<Opened, Error>, Error> {
    let (hash, now) = (hash(token), c.now());
    let Some(session) = store::find_by_token(c, &hash)? else {
        return Ok(Err(Error::Ended));
    };
    if !store::use_token(c, &hash)? && !store::is_used_since(c, &hash, now.plus_seconds(-GRACE_SECONDS))? {
        tracing::warn!(session = %session.id, account = %session.account_id, "a refresh token was used twice");
        store::end(c, &session.id, "refresh_token_reused")?;
        return Ok(Err(Error::Ended));
    }
    if session.ended_at.is_some() || session.expires_at <= now {
        return Ok(Err(Error::Ended));
    }
    store::renew(
        c,
        &session.id,
        expiry(session.is_remembered, session.created_at, now),
    )?;
    Ok(issue(c, accounts, &session.id, session.is_remembered))
}

fn issue(
    c: &mut PlatformConn<'_>,
    accounts: &Accounts,
    session: &SessionId,
    is_remembered: bool,
) -> Result<Opened, Error> {
    let (account, enterprise) = store::find_living(c, session)?.ok_or(Error::Ended)?;
    check_enterprise(enterprise.as_ref())?;
    let refresh_token = random_token()?;
    store::insert_token(c, session, &hash(&refresh_token))?;
    let access_token = accounts.tokens.mint(&account.id, session, c.now());
    let view = SessionView {
        access_token: access_token.ok_or_else(|| Fault::Away("no key to sign tokens with".to_owned()))?,
        token_type: "Bearer",
        expires_in: ACCESS_SECONDS,
        account: view(account, enterprise, &accounts.rights),
    };
    Ok(Opened {
        view,
        refresh_token,
        is_remembered,
    })
}

/// Removes sessions that are long over.
///
/// # Errors
/// When the database fails.
pub fn sweep(db: &Db) -> Result<(), Error> {
    db.write_platform(|c| {
        let week_ago = c.now().plus_seconds(-7 * 24 * 3600);
        store::remove_dead(c, week_ago).map(|_| ())
    })
}

fn random_token() -> Result<String, Fault> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|e| Fault::Away(e.to_string()))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// The token has 256 random bits, so a plain hash gives nothing away.
fn hash(token: &str) -> String {
    crate::keys::hex(&Sha256::digest(token))
}
