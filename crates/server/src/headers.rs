use actix_web::middleware::DefaultHeaders;

/// What the console's pages may do: only what came with them, from here.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
     media-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/// The headers of everything a browser shows of the console. Handlers that need stricter ones set their own.
pub(crate) fn console(is_secure: bool) -> DefaultHeaders {
    let headers = DefaultHeaders::new()
        .add(("content-security-policy", POLICY))
        .add(("x-content-type-options", "nosniff"))
        .add(("referrer-policy", "same-origin"))
        .add((
            "permissions-policy",
            "camera=(self), geolocation=(self), microphone=()",
        ))
        .add(("cross-origin-opener-policy", "same-origin"));
    match is_secure {
        true => headers.add(("strict-transport-security", "max-age=31536000")),
        false => headers,
    }
}
