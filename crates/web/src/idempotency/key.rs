use super::IDEMPOTENCY_KEY;
use crate::{Problem, entries};
use actix_web::{HttpRequest, http::Method};

/// The longest key.
pub(super) const MAX_KEY: usize = 255;

/// A key as its caller wrote it: the raw value of the header without the quotes around it, for some write them and some do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IdempotencyKey(pub(super) String);

impl IdempotencyKey {
    /// The key of a request. Other methods than these can be repeated as they are.
    pub(crate) fn of(req: &HttpRequest) -> Result<Option<Self>, Problem> {
        if ![Method::POST, Method::PUT].contains(req.method()) {
            return Ok(None);
        }
        let mut given = req.headers().get_all(IDEMPOTENCY_KEY);
        let Some(first) = given.next() else {
            return Ok(None);
        };
        let key = given
            .next()
            .map_or_else(|| Self::parse(first.as_bytes()), |_second| None);
        key.map(Some)
            .ok_or_else(|| Problem::of(&entries::IDEMPOTENCY_MALFORMED))
    }

    fn parse(raw: &[u8]) -> Option<Self> {
        let bare = raw.strip_prefix(b"\"").and_then(|r| r.strip_suffix(b"\""));
        let key = bare.unwrap_or(raw);
        let is_good = (1..=MAX_KEY).contains(&key.len()) && key.iter().all(u8::is_ascii_graphic);
        is_good.then(|| Self(key.iter().copied().map(char::from).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_what_stands_there_without_one_pair_of_quotes() {
        let parse = |raw: &str| IdempotencyKey::parse(raw.as_bytes()).map(|k| k.0);
        assert_eq!(parse("0b1c-2").as_deref(), Some("0b1c-2"));
        assert_eq!(parse("\"0b1c-2\"").as_deref(), Some("0b1c-2"));
        assert_eq!(parse("\"\"a\"\"").as_deref(), Some("\"a\""));
        assert_eq!(parse("a\"").as_deref(), Some("a\""));
        let longest = "k".repeat(MAX_KEY);
        assert_eq!(parse(&format!("\"{longest}\"")), Some(longest.clone()));
        for bad in ["", "\"\"", "a b", "钥匙", "a\tb", &format!("{longest}k")] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        assert_eq!(parse("\"").as_deref(), Some("\""), "one quote is no pair");
    }
}
