//! The notice before another site.

use super::{GTIN, world};
use tests::markup;

fn way(to: &str) -> String {
    let escaped: String = to
        .bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' => char::from(b).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("/leave?code=06901234567892&to={escaped}")
}

#[test]
fn a_link_is_named_before_it_is_followed() {
    let w = world();
    w.activated(&w.record());
    for (to, host) in [
        ("https://www.example.com/about", "www.example.com"),
        ("https://item.jd.com/100012043978.html", "item.jd.com"),
        ("https://www.example.com/guide?a=1&b=2", "www.example.com"),
        ("https://www.example.com/board", "www.example.com"),
    ] {
        let page = w.page(GTIN).text().replace("&amp;", "&");
        assert!(page.contains(&way(to)), "the page leads to {to}");
        assert!(!page.contains(&format!("href=\"{to}")), "and not at once");
        let notice = w.page(&way(to));
        assert_eq!(notice.status, 200, "{to}");
        let text = notice.text();
        assert!(
            text.contains(host) && text.contains("rel=\"noopener noreferrer nofollow\""),
            "{text}"
        );
        let leads = format!("href=\"{}\"", to.replace('&', "&amp;"));
        assert!(text.contains(&leads), "{text}");
        let rest: Vec<String> = markup::faults(&text)
            .into_iter()
            .filter(|f| !f.contains(to))
            .collect();
        assert_eq!(rest, [] as [&str; 0]);
    }
}

#[test]
fn nobody_borrows_our_name_for_another_link() {
    let w = world();
    w.activated(&w.record());
    for to in [
        "https://evil.example.net/",
        "https://www.example.com/",
        "https://www.example.com/about/",
        "http://www.example.com/about",
        "javascript:alert(1)",
        "//evil.example.net",
        "https://item.jd.com/100012043978.html@evil.example.net",
    ] {
        let reply = w.page(&way(to));
        assert_eq!(reply.status, 404, "{to}");
        assert!(
            !reply.text().contains("evil") && !reply.text().contains("javascript:"),
            "{to}"
        );
    }
    // Another product's links, and none at all.
    let other = way("https://www.example.com/about").replace("06901234567892", "06900000000007");
    assert_eq!(w.page(&other).status, 404);
    assert_eq!(w.page("/leave").status, 422);
}
