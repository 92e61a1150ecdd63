//! Which looks count: a person's. What fetches a page before anybody asked for it, makes a preview of it or walks through codes is answered
//! like anyone, but is no scan: it raises no number and is never the first.

mod agent;
mod limit;
mod reason;

pub(crate) use limit::Admission;
pub use limit::ScanLimit;
pub use reason::NotCounted;

use actix_web::HttpRequest;

/// Headers by which browsers say that nobody has asked for the page yet (Fetch, `Sec-Purpose`; the others are older).
const PURPOSES: &[&str] = &["sec-purpose", "purpose", "x-purpose", "x-moz"];

/// Why a request is no scan, as far as it says so itself.
pub(crate) fn judge(req: &HttpRequest) -> Option<NotCounted> {
    let text = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
    let is_early = |value: &str| {
        let value = value.to_ascii_lowercase();
        ["prefetch", "prerender", "preview"]
            .iter()
            .any(|word| value.contains(word))
    };
    if PURPOSES.iter().any(|name| text(name).is_some_and(is_early)) {
        return Some(NotCounted::Prefetch);
    }
    match text("user-agent").map(str::trim) {
        None | Some("") => Some(NotCounted::NoAgent),
        Some(name) => agent::is_program(name).then_some(NotCounted::Agent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn judged(headers: &[(&'static str, &'static str)]) -> Option<NotCounted> {
        let mut req = TestRequest::get();
        for header in headers {
            req = req.insert_header(*header);
        }
        judge(&req.to_http_request())
    }

    const PHONE: (&str, &str) = (
        "user-agent",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15",
    );

    #[test]
    fn what_nobody_asked_for_yet_is_no_scan() {
        for early in [
            ("sec-purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            ("sec-purpose", "prefetch;anonymous-client-ip"),
            ("purpose", "prefetch"),
            ("x-purpose", "preview"),
            ("x-moz", "prefetch"),
        ] {
            assert_eq!(judged(&[PHONE, early]), Some(NotCounted::Prefetch), "{early:?}");
        }
        assert_eq!(judged(&[PHONE]), None);
        assert_eq!(judged(&[PHONE, ("sec-purpose", "")]), None);
    }

    #[test]
    fn whoever_does_not_say_what_it_is_is_no_scan() {
        assert_eq!(judged(&[]), Some(NotCounted::NoAgent));
        assert_eq!(judged(&[("user-agent", " ")]), Some(NotCounted::NoAgent));
        assert_eq!(
            judged(&[("user-agent", "erp/3.1")]),
            None,
            "a program that asks for data is one"
        );
    }
}
