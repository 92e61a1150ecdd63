use crate::{Problem, entries};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, http::header};
use serde::Serialize;
use std::future::{Ready, ready};

/// The version of a record the caller read, from `If-Match`; a change without it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub i64);

impl IfMatch {
    /// What a store answers when the guarded update found the record in another version.
    #[must_use]
    pub fn stale() -> Problem {
        Problem::of(&entries::STALE)
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
                .map_err(|_unknown| Self::stale()),
        })
    }
}

/// A record with its version as `ETag`.
pub fn versioned(record: &impl Serialize, version: i64) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::ETAG, format!("\"{version}\"")))
        .json(record)
}
