//! Looking at an answer again in the other language. A link to it carries what the scan was told, signed, so that the
//! same look is not counted twice and nobody can invent a number.

use crate::Tally;
use actix_web::{HttpRequest, http::header};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use kernel::{Lang, Timestamp};
use sha2::Sha256;
use web::{Secret, keyed_hash, lang_of};

/// How long a look may be looked at again.
const SECONDS: i64 = 600;

/// Bytes of a signature that are sent.
const TAG: usize = 16;

/// Signs what a scan was told.
#[derive(Clone)]
pub struct LookKey(Secret);

impl LookKey {
    /// With this secret.
    #[must_use]
    pub fn new(secret: Secret) -> Self {
        Self(secret)
    }

    /// What leads to the same answer: to be put behind another parameter of the address.
    pub(crate) fn again(&self, path: &str, tally: Option<Tally>, now: Timestamp) -> String {
        let seen = match tally {
            Some(tally) => format!(
                "{}.{}.{}",
                tally.scans,
                tally.first_at.unix_millis(),
                now.unix_millis()
            ),
            None => format!("0.0.{}", now.unix_millis()),
        };
        format!("&seen={seen}.{}", self.sign(path, &seen))
    }

    /// What the scan of this address was told, if it was a moment ago.
    pub(crate) fn seen(&self, path: &str, query: Option<&str>, now: Timestamp) -> Option<Tally> {
        let (seen, signature) = parameter(query?, "seen")?.rsplit_once('.')?;
        let tag = URL_SAFE_NO_PAD
            .decode(signature)
            .ok()
            .filter(|t| t.len() == TAG)?;
        self.mac(path, seen).verify_truncated_left(&tag).ok()?;
        let mut numbers = seen.split('.').map(str::parse::<i64>);
        let mut next = || numbers.next()?.ok();
        let (scans, first, at) = (next()?, next()?, next()?);
        let age = now.unix_millis() - at;
        (0..SECONDS * 1000).contains(&age).then_some(Tally {
            scans,
            first_at: Timestamp::from_unix_millis(first),
        })
    }

    fn sign(&self, path: &str, seen: &str) -> String {
        let tag = self.mac(path, seen).finalize().into_bytes();
        URL_SAFE_NO_PAD.encode(tag.get(..TAG).unwrap_or_default())
    }

    fn mac(&self, path: &str, seen: &str) -> Hmac<Sha256> {
        let mut mac = keyed_hash(&self.0);
        mac.update(path.as_bytes());
        mac.update(b"\n");
        mac.update(seen.as_bytes());
        mac
    }
}

/// The language of a page: the one its address asks for, else the reader's.
pub(crate) fn lang_of_page(req: &HttpRequest) -> Lang {
    match parameter(req.query_string(), "lang") {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => lang_of(req),
    }
}

/// Programs ask for JSON; whoever does not say so, or likes a page as much, gets the page.
pub(crate) fn wants_data(req: &HttpRequest) -> bool {
    let lines = req.headers().get_all(header::ACCEPT);
    prefers_data(lines.filter_map(|v| v.to_str().ok()))
}

/// Judges what is accepted as RFC 9110 says: in any case, with weights. Whoever takes anything has asked for nothing.
fn prefers_data<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let (mut data, mut page) = (0.0_f32, 0.0_f32);
    for range in lines.flat_map(|line| line.split(',')) {
        let mut parts = range.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let weight = parts
            .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
            .map_or(1.0, |q| q.parse().unwrap_or(0.0));
        match kind.as_str() {
            "application/json" | "application/*" => data = data.max(weight),
            "text/html" | "application/xhtml+xml" | "text/*" => page = page.max(weight),
            _ => {}
        }
    }
    data > page
}

fn parameter<'q>(query: &'q str, name: &str) -> Option<&'q str> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_for_whoever_likes_it_more() {
        let wants = |accept: &str| prefers_data([accept].into_iter());
        for accept in [
            "application/json",
            "Application/JSON",
            "application/json, text/plain, */*",
            "application/json;q=0.9, text/html;q=0.1",
            "text/html; q=0.5, application/json; charset=utf-8; q=0.8",
            "text/html;q=0, application/json",
        ] {
            assert!(wants(accept), "{accept}");
        }
        for accept in [
            "",
            "*/*",
            "text/html",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "application/json, text/html",
            "application/json;q=0.1, text/html;q=0.9",
            "application/json;q=0",
            "application/json;q=nonsense",
            "application/jsonx",
        ] {
            assert!(!wants(accept), "{accept}");
        }
    }

    #[test]
    fn only_what_was_told_a_moment_ago_is_told_again() {
        let key = LookKey::new([7; 32]);
        let now = Timestamp::from_unix_millis(1_763_712_000_000);
        let tally = Tally {
            scans: 3,
            first_at: now.plus_seconds(-99),
        };
        let path = "/01/06901234567892/21/A1";
        let query = format!("lang=en{}", key.again(path, Some(tally), now));
        let seen = |path: &str, query: &str, later: i64| key.seen(path, Some(query), now.plus_seconds(later));
        assert_eq!(seen(path, &query, 5), Some(tally));
        assert_eq!(seen(path, &query, 599), Some(tally));
        assert_eq!(seen(path, &query, 600), None);
        assert_eq!(seen(path, &query, -1), None);
        assert_eq!(seen("/01/06901234567892/21/A2", &query, 5), None);
        assert_eq!(seen(path, &query.replace("seen=3.", "seen=1."), 5), None);
        let other = LookKey::new([8; 32]);
        assert_eq!(other.seen(path, Some(&query), now), None);
        for nonsense in [
            "",
            "seen",
            "seen=",
            "seen=1",
            "seen=1.2.3.4",
            "seen=1.2.3.AAAAAAAAAAAAAAAAAAAAAA",
        ] {
            assert_eq!(seen(path, nonsense, 0), None, "{nonsense}");
        }
    }
}
