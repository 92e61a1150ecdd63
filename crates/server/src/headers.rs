//! What every answer says to a browser. One layer goes round everything; where more may be done, the place says so itself.

use actix_web::{
    http::header::{self, HeaderName, HeaderValue},
    middleware::DefaultHeaders,
};

/// What the console's pages may do: only what came with them, from here.
const CONSOLE: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
     media-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/// What the page for testers may do.
const SWAGGER: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What data and refusals may do: nothing.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Where the page for testers is.
pub(crate) const SWAGGER_AT: &str = "/swagger-ui/";

/// The outermost layer: what no place said otherwise.
pub(crate) fn everywhere(is_secure: bool) -> DefaultHeaders {
    let headers = DefaultHeaders::new()
        .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .add((header::REFERRER_POLICY, "same-origin"))
        .add((header::CONTENT_SECURITY_POLICY, NOTHING));
    match is_secure {
        true => headers.add((header::STRICT_TRANSPORT_SECURITY, "max-age=31536000")),
        false => headers,
    }
}

/// The headers of the console's pages.
pub(crate) fn console() -> DefaultHeaders {
    DefaultHeaders::new()
        .add((header::CONTENT_SECURITY_POLICY, CONSOLE))
        .add((
            header::PERMISSIONS_POLICY,
            "camera=(self), geolocation=(self), microphone=()",
        ))
        .add((
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ))
}

/// The headers of the page for testers.
pub(crate) fn swagger() -> (HeaderName, HeaderValue) {
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SWAGGER))
}

/// The headers of the API: what one person may read is kept by no browser and no proxy.
pub(crate) fn api() -> DefaultHeaders {
    DefaultHeaders::new().add((header::CACHE_CONTROL, "no-store"))
}
