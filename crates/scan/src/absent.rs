//! What is said at an address where there is nothing.

use crate::{Error, headers::headers, look::lang_of_page, page};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, StatusCode, header},
};
use identifiers::digital_link::KeyType;
use web::Problem;

/// Whether a browser asks for a page.
#[must_use]
pub fn wants_page(req: &HttpRequest) -> bool {
    let accepts = |a: &header::HeaderValue| a.to_str().is_ok_and(|a| a.contains("text/html"));
    matches!(*req.method(), Method::GET | Method::HEAD)
        && req.headers().get(header::ACCEPT).is_some_and(accepts)
}

/// Says that there is nothing at this address: a small page to a browser, a problem to a program. Links of the kinds of keys
/// that are not resolved here are told so, for whoever scanned one did nothing wrong.
///
/// # Errors
/// The problem, for programs.
pub fn say_absent(req: &HttpRequest) -> Result<HttpResponse, Problem> {
    let key = key_type(req.uri().path());
    let problem = key.map_or_else(Problem::nowhere, |key| {
        Problem::from(Error::KeyNotResolved {
            kind: key.en.to_owned(),
            kind_zh: key.zh.to_owned(),
        })
    });
    if !wants_page(req) {
        return Err(problem);
    }
    let lang = lang_of_page(req);
    let mut response = HttpResponse::build(StatusCode::NOT_FOUND);
    headers(&mut response);
    Ok(response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, page::policy()))
        .body(page::absent(key.map(|_| problem.detail(lang)), lang)))
}

/// The type of key a path is about, if it is a link of a type that is not resolved here. A link of a product is: it comes here
/// only when it is written with the word of older links.
fn key_type(path: &str) -> Option<KeyType> {
    let mut segments = path.trim_start_matches('/').split('/');
    let key = KeyType::of_segment(segments.next()?)?;
    segments.next().filter(|value| !value.is_empty())?;
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::key_type;

    #[test]
    fn a_link_has_a_key_and_a_value() {
        let ai = |path| key_type(path).map(|k| k.ai);
        assert_eq!(ai("/00/006141411234567890"), Some("00"));
        assert_eq!(ai("/414/9521321000010/254/32a"), Some("414"));
        assert_eq!(ai("/gtin/06901234567892"), Some("01"));
        for none in [
            "/",
            "/00",
            "/00/",
            "/21/A001",
            "/.well-known/gs1resolver",
            "/x/00/1",
        ] {
            assert_eq!(ai(none), None, "{none}");
        }
    }
}
