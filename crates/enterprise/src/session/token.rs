use super::provider;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use std::{
    fmt, io,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};
use web::{AccountId, KeyFolder, Secret, SessionId};

/// The life of an access token.
pub const ACCESS_SECONDS: i64 = 600;

/// Clocks of several servers may differ by this much.
const LEEWAY_SECONDS: i64 = 5;

/// The time after which the last token of a replaced key is dead, with a minute to spare.
const SILENT_SECONDS: i64 = ACCESS_SECONDS + LEEWAY_SECONDS + 60;

const FAMILY: &str = "access-";
const TYPE: &str = "at+jwt";
const ISSUER: &str = "pinma";
const AUDIENCE: &str = "pinma-api";

/// The time between two looks at the folder for keys that were added or taken away.
const RELOAD: Duration = Duration::from_secs(2);

/// The claims of an access token: who, in which session, from when to when. No rights; those are looked up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claims {
    iss: String,
    aud: String,
    pub(crate) sub: AccountId,
    pub(crate) sid: SessionId,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// The keys access tokens are signed with: the newest signs, all verify, so keys can be rotated under load.
#[derive(Clone)]
pub struct TokenKeys {
    inner: Arc<Inner>,
}

struct Inner {
    folder: KeyFolder,
    loaded: RwLock<(Vec<(String, Secret)>, Instant)>,
}

impl TokenKeys {
    /// Loads the keys, making the first one when there is none.
    ///
    /// # Errors
    /// When the folder cannot be read or written.
    pub fn open(folder: KeyFolder) -> io::Result<Self> {
        provider::install();
        if folder.family(FAMILY)?.is_empty() {
            folder.extend(FAMILY)?;
        }
        let keys = folder.family(FAMILY)?;
        Ok(Self {
            inner: Arc::new(Inner {
                folder,
                loaded: RwLock::new((keys, Instant::now())),
            }),
        })
    }

    /// Adds a newest key and removes those that no living token can have been signed with: a key is silent once every
    /// server knows its successor.
    ///
    /// # Errors
    /// When the folder cannot be read or written.
    pub fn rotate(folder: &KeyFolder, now: Timestamp) -> io::Result<String> {
        let old = folder.family(FAMILY)?;
        let added = folder.extend(FAMILY)?;
        for pair in old.windows(2) {
            let [(name, _), (successor, _)] = pair else {
                continue;
            };
            if made_at(successor).is_some_and(|at| now.seconds_since(at) > SILENT_SECONDS) {
                folder.remove(name)?;
            }
        }
        Ok(added)
    }

    /// Adds a newest key and removes all others: what was signed with a key that leaked is worth nothing as soon as a server looks
    /// into the folder again. Browsers that are signed in renew their tokens by themselves.
    ///
    /// # Errors
    /// When the folder cannot be read or written.
    pub fn replace(folder: &KeyFolder) -> io::Result<String> {
        let old = folder.family(FAMILY)?;
        let added = folder.extend(FAMILY)?;
        for (name, _) in old {
            folder.remove(&name)?;
        }
        Ok(added)
    }

    pub(crate) fn mint(&self, account: &AccountId, session: &SessionId, now: Timestamp) -> Option<String> {
        let (kid, secret) = self.keys().last().cloned()?;
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(kid),
            ..Header::new(Algorithm::HS256)
        };
        let now = now.unix_seconds();
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            sub: account.clone(),
            sid: session.clone(),
            iat: now,
            nbf: now,
            exp: now + ACCESS_SECONDS,
        };
        encode(&header, &claims, &EncodingKey::from_secret(&secret)).ok()
    }

    /// Reads a token, if one of our keys signed it, for us, and it is alive. Nothing in the token chooses how it
    /// is verified but the name of one of our own keys.
    pub(crate) fn read(&self, token: &str, now: Timestamp) -> Option<Claims> {
        let header = decode_header(token).ok()?;
        if header.typ.as_deref() != Some(TYPE) || header.alg != Algorithm::HS256 {
            return None;
        }
        let kid = header.kid?;
        let (_, secret) = self.keys().iter().find(|(name, _)| *name == kid).cloned()?;
        let mut rules = Validation::new(Algorithm::HS256);
        rules.set_issuer(&[ISSUER]);
        rules.set_audience(&[AUDIENCE]);
        rules.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        // Time is judged below, by the clock everything else goes by.
        rules.validate_exp = false;
        rules.validate_nbf = false;
        let claims = decode::<Claims>(token, &DecodingKey::from_secret(&secret), &rules)
            .ok()?
            .claims;
        let now = now.unix_seconds();
        let alive = claims.nbf <= now + LEEWAY_SECONDS
            && now < claims.exp + LEEWAY_SECONDS
            && claims.exp - claims.iat <= ACCESS_SECONDS;
        alive.then_some(claims)
    }

    fn keys(&self) -> Vec<(String, Secret)> {
        let (keys, loaded) = self
            .inner
            .loaded
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if loaded.elapsed() < RELOAD {
            return keys;
        }
        let fresh = match self.inner.folder.family(FAMILY) {
            Ok(fresh) if !fresh.is_empty() => fresh,
            _ => keys,
        };
        *self.inner.loaded.write().unwrap_or_else(PoisonError::into_inner) = (fresh.clone(), Instant::now());
        fresh
    }
}

/// The instant a key was made; its name says so.
fn made_at(name: &str) -> Option<Timestamp> {
    name.strip_prefix(FAMILY)?.parse::<Id<()>>().ok()?.made_at()
}

impl fmt::Debug for TokenKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenKeys(…)")
    }
}

#[cfg(test)]
mod tests;
