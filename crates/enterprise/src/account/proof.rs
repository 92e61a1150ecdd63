use super::{Account, Error, store};
use crate::password;
use web::{
    AccountScope, Problem,
    security::SECURITY,
    throttle::{self, Limit, TooMany},
};

/// The limit of tries at the own password: a stolen token must not become a password.
const TRIES: Limit = Limit {
    hits: 5,
    seconds: 900,
};

/// Finds the account of the caller, if that is its password. Tries are counted before they are judged. Hashing is done outside of any
/// transaction: whoever acts on the answer asks again whether the account is still the one that was judged.
pub(crate) async fn prove(scope: &AccountScope, given: String) -> Result<Option<Account>, Problem> {
    let id = scope.caller().account.clone();
    let (bucket, told) = (format!("password:{id}"), id.clone());
    let counted = bucket.clone();
    let admitted = scope
        .write(move |c| {
            let account = store::find(c, &id)?;
            Ok::<_, Error>(throttle::admit(c, &counted, TRIES).map(|()| account))
        })
        .await?;
    let found = admitted
        .inspect_err(|_locked| tracing::warn!(target: SECURITY, event = "password_locked", account = %told))
        .map_err(|e| match e {
            TooMany::Wait(seconds) => Error::TooManyTries {
                seconds,
                minutes: (seconds + 59) / 60,
            },
            TooMany::Fault(e) => e.into(),
        })?;
    let proved = password::in_turn(move || {
        let right = |account: &Account| password::verify(&given, &account.password_hash);
        Ok::<_, Error>(found.filter(right))
    })
    .await?;
    if proved.is_none() {
        tracing::warn!(target: SECURITY, event = "password_wrong", account = %told);
    }
    if proved.is_some() {
        scope.write(move |c| throttle::forget(c, &bucket)).await?;
    }
    Ok(proved)
}
