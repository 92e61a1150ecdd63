use crate::Error;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use facts::CodeKey;
use hmac::{Hmac, Mac};
use kernel::{Id, Timestamp};
use sha2::Sha256;
use std::{
    fmt,
    future::{Ready, ready},
};
use web::{Client, Problem, Secret, keyed_hash};

/// Nobody reads the form, chooses and writes in less.
pub(crate) const LEAST_SECONDS: i64 = 3;

/// Nobody writes longer.
const MOST_SECONDS: i64 = 24 * 3600;

/// Signs when a form was handed out, so that nothing has to be remembered of who asked, and hides addresses that are
/// counted: under the key they are nothing anyone could turn back.
#[derive(Clone)]
pub struct FormKey(Hmac<Sha256>);

impl FormKey {
    /// The key from its secret.
    #[must_use]
    pub fn new(secret: &Secret) -> Self {
        Self(keyed_hash(secret))
    }

    /// The token of a form for this code.
    pub(super) fn issue(&self, code: &CodeKey, now: Timestamp) -> String {
        let (at, nonce) = (now.unix_seconds().to_string(), Id::<()>::new());
        let signature = self.sign(&["form", &at, nonce.as_str()], Some(code));
        format!("{at}.{nonce}.{signature}")
    }

    /// The same token as long as it is good or will be: whoever was refused need not wait from the beginning.
    pub(super) fn issue_again(&self, code: &CodeKey, token: &str, now: Timestamp) -> String {
        match self.judge(code, token, now) {
            Ok(()) | Err(Error::FeedbackTooFast { .. }) => token.to_owned(),
            Err(_) => self.issue(code, now),
        }
    }

    /// Whether a form was handed out for this code, long enough ago and not too long.
    pub(super) fn judge(&self, code: &CodeKey, token: &str, now: Timestamp) -> Result<(), Error> {
        let mut parts = token.splitn(3, '.');
        let (at, nonce, signature) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let given = URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
        let is_ours = mac(&self.0, &["form", at, nonce], Some(code))
            .verify_slice(&given)
            .is_ok();
        let age = at.parse().map(|at: i64| now.unix_seconds() - at);
        match age {
            Ok(age) if is_ours && (LEAST_SECONDS..=MOST_SECONDS).contains(&age) => Ok(()),
            Ok(age) if is_ours && age < LEAST_SECONDS => Err(Error::FeedbackTooFast {
                seconds: LEAST_SECONDS - age.max(0),
            }),
            _ => Err(Error::FeedbackFormExpired),
        }
    }

    /// Under what the messages of a client are counted, about one code or about all.
    pub(super) fn bucket(&self, client: &Client, code: Option<&CodeKey>) -> String {
        self.sign(&["client", &client.bucket()], code)
    }

    /// What makes a form sent twice the same message.
    pub(super) fn submission(&self, token: &str, said: [&str; 3]) -> String {
        let [kind, text, contact] = said;
        self.sign(&["submission", token, kind, text, contact], None)
    }

    fn sign(&self, parts: &[&str], code: Option<&CodeKey>) -> String {
        URL_SAFE_NO_PAD.encode(mac(&self.0, parts, code).finalize().into_bytes())
    }
}

/// Each part with its length in front, so that no two lists of parts read the same.
fn mac(key: &Hmac<Sha256>, parts: &[&str], code: Option<&CodeKey>) -> Hmac<Sha256> {
    let code = code.map(|c| {
        [
            c.gtin.as_str(),
            c.batch_no.as_deref().unwrap_or_default(),
            c.serial().unwrap_or_default(),
        ]
    });
    let all = parts.iter().copied().chain(code.into_iter().flatten());
    all.fold(key.clone(), |mac, part| {
        mac.chain_update((part.len() as u64).to_be_bytes())
            .chain_update(part)
    })
}

impl fmt::Debug for FormKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FormKey(…)")
    }
}

impl FromRequest for FormKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("feedback is not part of this app")),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Coded;

    fn code(serial: &str) -> CodeKey {
        CodeKey::new(
            "06901234567892".to_owned(),
            None,
            identifiers::SerialNo::parse(serial).ok(),
        )
    }

    #[test]
    fn a_token_is_good_for_its_code_from_three_seconds_to_a_day() {
        let (key, now) = (FormKey::new(&[1; 32]), Timestamp::now());
        let token = key.issue(&code("A1"), now);
        let judge = |of: &str, token: &str, after| {
            key.judge(&code(of), token, now.plus_seconds(after))
                .map_err(|e| e.code())
        };
        assert_eq!(judge("A1", &token, 0), Err("feedback.too_fast"));
        assert_eq!(judge("A1", &token, 2), Err("feedback.too_fast"));
        assert_eq!(judge("A1", &token, 3), Ok(()));
        assert_eq!(judge("A1", &token, MOST_SECONDS), Ok(()));
        let expired = Err("feedback.form_expired");
        assert_eq!(judge("A1", &token, MOST_SECONDS + 1), expired);
        assert_eq!(judge("A2", &token, 3), expired);
        assert_eq!(judge("A1", "", 3), expired);
        let earlier = format!("{}{token}", "1").replacen("11", "1", 1);
        assert_eq!(judge("A1", &earlier.replacen('.', "0.", 1), 3), expired);
        let other = FormKey::new(&[2; 32]).issue(&code("A1"), now);
        assert_eq!(judge("A1", &other, 3), expired);
    }

    #[test]
    fn an_address_is_not_in_its_bucket() {
        let key = FormKey::new(&[1; 32]);
        let client = Client {
            address: Some("203.0.113.9".parse().unwrap()),
            user_agent: String::new(),
        };
        let (all, one) = (key.bucket(&client, None), key.bucket(&client, Some(&code("A1"))));
        assert!(all != one && !all.contains("203") && !one.contains("203"));
        assert_ne!(all, FormKey::new(&[2; 32]).bucket(&client, None));
    }
}
