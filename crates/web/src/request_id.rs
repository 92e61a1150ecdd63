use actix_web::{HttpMessage, HttpRequest, dev::ServiceRequest};
use kernel::Id;

/// The header that carries it, both ways.
pub const X_REQUEST_ID: &str = "x-request-id";

/// The id of a request: the caller's own when it is harmless, else a new one. It stands in the response header,
/// in every problem and in the log.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

impl RequestId {
    pub(crate) fn assign(req: &ServiceRequest) -> Self {
        let given = req
            .headers()
            .get(X_REQUEST_ID)
            .and_then(|v| v.to_str().ok())
            .filter(|v| harmless(v));
        let id = Self(given.map_or_else(|| Id::<()>::new().to_string(), str::to_owned));
        req.extensions_mut().insert(id.clone());
        id
    }

    /// The id given to this request.
    #[must_use]
    pub fn of(req: &HttpRequest) -> String {
        req.extensions()
            .get::<Self>()
            .map(|id| id.0.clone())
            .unwrap_or_default()
    }
}

fn harmless(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}
