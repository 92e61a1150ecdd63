use super::{IDEMPOTENCY_REPLAYED, IdempotencyKey};
use crate::Problem;
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
};
use db::{EnterpriseId, schema::idempotency_keys};
use diesel::{Insertable, Queryable, Selectable};
use sha2::{Digest, Sha256};

/// The digest of a body, left in the request by whoever read it.
#[derive(Debug, Clone)]
pub(crate) struct Content(pub(crate) String);

impl Content {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(digest(&[bytes]))
    }
}

/// A request with a key: whose it is, and what makes another request a different one.
#[derive(Debug, Clone)]
pub(crate) struct Keyed {
    pub(super) key: String,
    pub(super) fingerprint: String,
    /// The key and its enterprise as one name of fixed length.
    name: String,
}

impl Keyed {
    pub(crate) fn new(
        IdempotencyKey(key): IdempotencyKey,
        enterprise: &EnterpriseId,
        req: &HttpRequest,
        content: Option<&Content>,
    ) -> Self {
        let address = req.uri().path_and_query().map(ToString::to_string);
        let fingerprint = digest(&[
            req.method().as_str().as_bytes(),
            address.unwrap_or_default().as_bytes(),
            content.map(|c| c.0.as_str()).unwrap_or_default().as_bytes(),
        ]);
        let name = digest(&[b"idempotency", enterprise.as_str().as_bytes(), key.as_bytes()]);
        Self {
            key,
            fingerprint,
            name,
        }
    }

    /// Under what the key is held while the work is under way.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Under what other servers see it held.
    pub(super) fn number(&self) -> i64 {
        let first = self.name.get(..16).unwrap_or_default();
        u64::from_str_radix(first, 16).map_or(0, u64::cast_signed)
    }
}

/// A digest of parts, each with its length in front, so that no two lists of parts read the same.
fn digest(parts: &[&[u8]]) -> String {
    let all = parts.iter().fold(Sha256::new(), |digest, part| {
        digest
            .chain_update((part.len() as u64).to_be_bytes())
            .chain_update(part)
    });
    all.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// An answer as it is sent and stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = idempotency_keys, treat_none_as_default_value = false)]
pub(crate) struct Done {
    pub(super) status: i64,
    pub(super) location: Option<String>,
    pub(super) etag: Option<String>,
    pub(super) body: String,
}

/// An answer, and whether it was given before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Given {
    First(Done),
    Again(Done),
}

impl Given {
    pub(crate) fn respond(self) -> Result<HttpResponse, Problem> {
        let (done, is_replayed) = match self {
            Self::First(done) => (done, false),
            Self::Again(done) => (done, true),
        };
        let status = u16::try_from(done.status).map_err(Problem::internal)?;
        let mut response = HttpResponse::build(StatusCode::from_u16(status).map_err(Problem::internal)?);
        if let Some(location) = done.location {
            response.insert_header((header::LOCATION, location));
        }
        if let Some(etag) = done.etag {
            response.insert_header((header::ETAG, etag));
        }
        if is_replayed {
            response.insert_header((IDEMPOTENCY_REPLAYED, "true"));
        }
        Ok(match done.body.is_empty() {
            true => response.finish(),
            false => response.content_type("application/json").body(done.body),
        })
    }
}
