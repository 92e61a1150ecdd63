use actix_web::{
    HttpResponseBuilder,
    http::header::{self, HeaderValue},
};

/// Checked when it is compiled, and not copied.
pub(crate) const fn constant(value: &'static str) -> HeaderValue {
    HeaderValue::from_static(value)
}

/// Puts the headers of everything at a printed address, and of the pages beside it.
pub(crate) fn headers(response: &mut HttpResponseBuilder) {
    response
        // Every look is a scan, so nothing may answer in our place.
        .insert_header((header::CACHE_CONTROL, constant("no-store")))
        .insert_header((header::VARY, constant("accept, accept-encoding, accept-language")))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, constant("*")))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, constant("nosniff")))
        .insert_header((header::REFERRER_POLICY, constant("same-origin")));
}
