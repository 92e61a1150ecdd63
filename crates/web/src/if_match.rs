use crate::{Problem, entries};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, http::header};
use kernel::{Coded, Kind};
use serde::Serialize;
use std::{
    fmt,
    future::{Ready, ready},
};

/// The version of a record the caller read, from `If-Match`; a change without it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub i64);

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
        let given = req.headers().get(header::IF_MATCH).and_then(|v| v.to_str().ok());
        ready(match given {
            None => Err(Problem::of(&entries::VERSION_MISSING)),
            // An ETag that none of our records ever had cannot match.
            Some(tag) => tag
                .trim()
                .trim_matches('"')
                .parse()
                .map(Self)
                .map_err(|_unknown| Stale.into()),
        })
    }
}

/// A record with its version as `ETag`.
pub fn versioned(record: &impl Serialize, version: i64) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::ETAG, format!("\"{version}\"")))
        .json(record)
}
