use super::Done;
use crate::Problem;
use actix_web::http::StatusCode;
use serde::Serialize;

/// What a write answers, made inside the transaction that did it.
#[derive(Debug)]
pub struct Answer<T> {
    status: StatusCode,
    location: Option<String>,
    version: Option<i64>,
    record: Option<T>,
}

impl<T: Serialize> Answer<T> {
    /// The record as it is now.
    pub fn ok(record: T) -> Self {
        Self {
            status: StatusCode::OK,
            location: None,
            version: None,
            record: Some(record),
        }
    }

    /// The record as it is now, with its version as `ETag`.
    pub fn versioned(version: i64, record: T) -> Self {
        Self {
            version: Some(version),
            ..Self::ok(record)
        }
    }

    /// A record that was made.
    pub fn created(record: T) -> Self {
        Self {
            status: StatusCode::CREATED,
            ..Self::ok(record)
        }
    }

    /// A record that was made, and where it is found.
    pub fn created_at(location: String, record: T) -> Self {
        Self {
            location: Some(location),
            ..Self::created(record)
        }
    }

    /// An order that was taken, and where to see what becomes of it.
    pub fn accepted_at(location: String, record: T) -> Self {
        Self {
            status: StatusCode::ACCEPTED,
            ..Self::created_at(location, record)
        }
    }

    /// As it is sent and stored.
    pub(crate) fn done(self) -> Result<Done, Problem> {
        let body = match self.record {
            Some(record) => serde_json::to_string(&record).map_err(Problem::internal)?,
            None => String::new(),
        };
        Ok(Done {
            status: i64::from(self.status.as_u16()),
            location: self.location,
            etag: self.version.map(|version| format!("\"{version}\"")),
            body,
        })
    }
}

impl Answer<()> {
    /// Done, and there is nothing to say.
    #[must_use]
    pub fn no_content() -> Self {
        Self {
            status: StatusCode::NO_CONTENT,
            location: None,
            version: None,
            record: None,
        }
    }
}
