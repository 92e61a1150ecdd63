use crate::{Problem, entries};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, http::header};
use kernel::{Coded, Kind};
use serde::Serialize;
use std::{
    fmt,
    future::{Ready, ready},
};

/// The versions of a record the caller would change, from `If-Match` (RFC 9110, 13.1.1): one, several, or whichever there is. A
/// change without it is refused.
///
/// A tag is a version, whoever passed it on: proxies that compress make `W/"1"` of it, which is taken for the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IfMatch {
    /// Any of these, of which there is at least one.
    Versions(Vec<i64>),
    /// Whichever it is: `*`.
    Any,
}

impl IfMatch {
    /// The version to change. The present one is asked for only if the caller left a choice; when it is none of those that were
    /// read, one of these is answered, and the change is refused as any that came too late.
    ///
    /// # Errors
    /// When the present version cannot be found.
    pub fn pick<E>(&self, present: impl FnOnce() -> Result<i64, E>) -> Result<i64, E> {
        match self {
            Self::Any => present(),
            Self::Versions(read) => match read.as_slice() {
                [first, _, ..] => {
                    let present = present()?;
                    Ok(if read.contains(&present) { present } else { *first })
                }
                only => Ok(only.first().copied().unwrap_or_default()),
            },
        }
    }

    /// Reads the header; none when no tag in it can be one of ours.
    fn parse(lines: &[&str]) -> Option<Self> {
        let tags = || lines.iter().flat_map(|line| line.split(',')).map(str::trim);
        if tags().any(|tag| tag == "*") {
            return Some(Self::Any);
        }
        let version = |tag: &str| {
            tag.strip_prefix("W/")
                .unwrap_or(tag)
                .trim_matches('"')
                .parse()
                .ok()
        };
        let read: Vec<i64> = tags().filter_map(version).collect();
        (!read.is_empty()).then_some(Self::Versions(read))
    }
}

/// The record changed since the caller read it: what a store answers when its guarded update found another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stale;

impl Stale {
    /// Judges a guarded update by how many rows it changed.
    ///
    /// # Errors
    /// When it changed none.
    pub fn unless_updated(rows: usize) -> Result<(), Self> {
        match rows {
            0 => Err(Self),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(entries::STALE.en)
    }
}

impl std::error::Error for Stale {}

impl Coded for Stale {
    fn kind(&self) -> Kind {
        entries::STALE.kind
    }

    fn code(&self) -> &'static str {
        entries::STALE.code
    }

    fn zh(&self) -> String {
        entries::STALE.zh.to_owned()
    }
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let lines = req.headers().get_all(header::IF_MATCH);
        let lines: Vec<_> = lines.map(|v| v.to_str().unwrap_or_default()).collect();
        ready(match lines.is_empty() {
            true => Err(Problem::of(&entries::VERSION_MISSING)),
            // A tag that none of our records ever had cannot match.
            false => Self::parse(&lines).ok_or_else(|| Stale.into()),
        })
    }
}

/// A record with its version as `ETag`.
pub fn versioned(record: &impl Serialize, version: i64) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::ETAG, format!("\"{version}\"")))
        .json(record)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_they_are_written() {
        let of = |lines: &[&str]| IfMatch::parse(lines);
        let one = Some(IfMatch::Versions(vec![7]));
        for tag in ["\"7\"", "7", " \"7\" ", "W/\"7\"", "\"other\", \"7\""] {
            assert_eq!(of(&[tag]), one, "{tag}");
        }
        assert_eq!(
            of(&["\"1\", W/\"2\"", "\"3\""]),
            Some(IfMatch::Versions(vec![1, 2, 3]))
        );
        assert_eq!(of(&["*"]), Some(IfMatch::Any));
        for other in ["", "\"other\"", "w/\"7\"", "\"7.5\"", "**"] {
            assert_eq!(of(&[other]), None, "{other}");
        }
    }

    #[test]
    fn the_present_version_decides_where_there_is_a_choice() {
        let choose = |given: IfMatch, present: i64| given.pick(|| Ok::<_, Stale>(present));
        assert_eq!(choose(IfMatch::Versions(vec![1]), 5), Ok(1));
        assert_eq!(choose(IfMatch::Versions(vec![1, 5]), 5), Ok(5));
        assert_ne!(choose(IfMatch::Versions(vec![1, 2]), 5), Ok(5));
        assert_eq!(choose(IfMatch::Any, 5), Ok(5));
    }
}
