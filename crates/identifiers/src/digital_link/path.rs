//! Finding the primary key in a path, and saying what is wrong when there is none.

use super::{Ai, Error, compressed, dictionary};

/// Splits a path before the right-most primary key: the custom stem, and the key with all that follows.
///
/// The path is walked from its end in pairs, so a value that looks like a key is never taken for one. Nothing is
/// decoded before it is split, or `%2F` in a serial number would cut it in two.
pub(super) fn split_at_key(path: &str) -> Option<(&str, &str)> {
    let mut rest = path.as_bytes();
    loop {
        // On bytes, since searching a text for a character costs several times as much.
        let (before_value, _) = split_last(rest)?;
        let (before_ai, ai) = split_last(before_value)?;
        if dictionary::find(ai).is_some_and(|(_, entry)| entry.key.is_some()) {
            return path.split_at_checked(before_ai.len());
        }
        rest = before_ai;
    }
}

/// What stands before and after the last slash.
fn split_last(path: &[u8]) -> Option<(&[u8], &[u8])> {
    let slash = path.iter().rposition(|&byte| byte == b'/')?;
    Some((path.get(..slash)?, path.get(slash + 1..)?))
}

/// Words that stood for application identifiers until version 1.2 of the standard.
const WORDS: [(&str, Ai); 23] = [
    ("sscc", Ai::SSCC),
    ("gtin", Ai::GTIN),
    ("itip", Ai::new(b"8006")),
    ("gln", Ai::LOCATION),
    ("payTo", Ai::new(b"415")),
    ("party", Ai::PARTY),
    ("gsrnp", Ai::new(b"8017")),
    ("gsrn", Ai::new(b"8018")),
    ("gcn", Ai::new(b"255")),
    ("gdti", Ai::new(b"253")),
    ("ginc", Ai::new(b"401")),
    ("gsin", Ai::new(b"402")),
    ("grai", Ai::new(b"8003")),
    ("giai", Ai::new(b"8004")),
    ("cpid", Ai::new(b"8010")),
    ("gmn", Ai::new(b"8013")),
    ("cpv", Ai::VARIANT),
    ("lot", Ai::BATCH),
    ("ser", Ai::SERIAL),
    ("glnx", Ai::LOCATION_EXTENSION),
    ("refno", Ai::new(b"8020")),
    ("srin", Ai::new(b"8019")),
    ("cpsn", Ai::new(b"8011")),
];

/// The error for a word of old, if the segment is one.
pub(super) fn word(segment: &str) -> Option<Error> {
    let (word, ai) = WORDS
        .iter()
        .find(|(word, _)| segment.eq_ignore_ascii_case(word))?;
    Some(Error::Word { word, ai: *ai })
}

/// Why a path has no primary key: the most helpful thing that can be said.
pub(super) fn diagnose(path: &str) -> Error {
    let is_key =
        |segment: &str| dictionary::find(segment.as_bytes()).filter(|(_, entry)| entry.key.is_some());
    let segments = || path.split('/').skip(1);
    let last = path.rsplit('/').next().unwrap_or_default();
    if segments().any(|segment| is_key(segment).is_some()) {
        // There is a key, but the segments after it do not pair up.
        return match dictionary::find(last.as_bytes()) {
            _ if path.contains("//") => Error::EmptySegment,
            _ if last.is_empty() => Error::TrailingSlash,
            Some((ai, _)) => Error::NoValue { ai },
            None => Error::NoKey,
        };
    }
    match segments().find_map(word) {
        Some(error) => error,
        None if compressed::looks_compressed(last) => Error::Compressed,
        None => Error::NoKey,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_most_key_wins() {
        assert_eq!(split_at_key("/01/x/10/y"), Some(("", "/01/x/10/y")));
        assert_eq!(split_at_key("/00/faux/01/x"), Some(("/00/faux", "/01/x")));
        assert_eq!(split_at_key("/a/b/c/01/x/10/01"), Some(("/a/b/c", "/01/x/10/01")));
        assert_eq!(split_at_key("/odd/01/x"), Some(("/odd", "/01/x")));
        assert_eq!(split_at_key("//01/x"), Some(("/", "/01/x")));
        for path in ["", "/", "/01", "01/x", "/10/x", "/01/x/", "/%30%31/x"] {
            assert_eq!(split_at_key(path), None, "{path}");
        }
    }

    #[test]
    fn why_there_is_no_key() {
        let batch = Error::NoValue { ai: Ai::BATCH };
        for (path, error) in [
            ("", Error::NoKey),
            ("/", Error::NoKey),
            ("/about/us", Error::NoKey),
            ("/10/x", Error::NoKey),
            ("/01", Error::NoValue { ai: Ai::GTIN }),
            ("/01/09506000134352/10", batch),
            ("/01/09506000134352/", Error::TrailingSlash),
            ("/01//09506000134352", Error::EmptySegment),
            (
                "/gtin/09506000134352/ser/1",
                Error::Word {
                    word: "gtin",
                    ai: Ai::GTIN,
                },
            ),
            ("/ARHKVAdpQg", Error::Compressed),
        ] {
            assert_eq!(diagnose(path), error, "{path}");
        }
    }
}
