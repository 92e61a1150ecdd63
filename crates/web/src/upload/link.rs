use crate::{Secret, keyed_hash};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use kernel::Timestamp;
use serde::Deserialize;
use sha2::Sha256;
use std::fmt;
use utoipa::IntoParams;
use validator::Validate;

/// How long a signed link lives.
pub const LINK_SECONDS: i64 = 600;

/// Signs the short-lived links by which private files are reached; nobody can make one up.
#[derive(Clone)]
pub struct LinkKey(Hmac<Sha256>);

impl LinkKey {
    /// The key from its bytes.
    #[must_use]
    pub fn new(key: &Secret) -> Self {
        Self(keyed_hash(key))
    }

    /// The path with its expiry and signature.
    #[must_use]
    pub fn sign(&self, path: &str, now: Timestamp) -> String {
        let expires = now.plus_seconds(LINK_SECONDS).unix_seconds();
        format!(
            "{path}?expires={expires}&signature={}",
            URL_SAFE_NO_PAD.encode(self.mac(path, expires).finalize().into_bytes())
        )
    }

    /// Whether a link of ours is still alive.
    #[must_use]
    pub fn verify(&self, path: &str, expires: i64, signature: &str, now: Timestamp) -> bool {
        let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else {
            return false;
        };
        expires >= now.unix_seconds() && self.mac(path, expires).verify_slice(&signature).is_ok()
    }

    fn mac(&self, path: &str, expires: i64) -> Hmac<Sha256> {
        self.0
            .clone()
            .chain_update(path)
            .chain_update(b"\n")
            .chain_update(expires.to_be_bytes())
    }
}

impl fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkKey(…)")
    }
}

/// What makes a link to a private file valid.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct Signature {
    /// 到期时间
    ///
    /// Unix 秒。
    pub expires: Option<i64>,
    /// 签名
    #[param(max_length = 64)]
    pub signature: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(link: &str) -> (&str, i64, &str) {
        let (path, query) = link.split_once("?expires=").unwrap();
        let (expires, signature) = query.split_once("&signature=").unwrap();
        (path, expires.parse().unwrap(), signature)
    }

    #[test]
    fn a_link_opens_its_own_file_until_it_expires() {
        let key = LinkKey::new(&[7; 32]);
        let now = Timestamp::now();
        let link = key.sign("/files/a", now);
        let (path, expires, signature) = parts(&link);
        assert!(key.verify(path, expires, signature, now));
        assert!(key.verify(path, expires, signature, now.plus_seconds(LINK_SECONDS)));
        assert!(!key.verify(path, expires, signature, now.plus_seconds(LINK_SECONDS + 1)));
        assert!(!key.verify("/files/b", expires, signature, now));
        assert!(!key.verify(path, expires + 1, signature, now));
        assert!(!key.verify(path, expires, "", now));
        assert!(!LinkKey::new(&[8; 32]).verify(path, expires, signature, now));
    }
}
