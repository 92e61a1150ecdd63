//! No text makes the link parser panic, and what it reads it prints so that it reads the same again.
//!
//! Run it from `crates/identifiers` with `cargo +nightly fuzz run digital_link`.

#![no_main]

use identifiers::{
    Explain,
    digital_link::{DigitalLink, Tolerance},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for tolerance in [Tolerance::STRICT, Tolerance::RESOLVER] {
        match DigitalLink::parse_with(text, tolerance) {
            Ok(link) => check(&link),
            Err(error) => assert!(!error.zh().is_empty() && !error.to_string().is_empty()),
        }
    }
    // Most texts are no URI; behind a host they get further.
    if let Ok(link) = DigitalLink::parse(&format!("https://example.com/{text}")) {
        check(&link);
    }
    let (path, query) = text
        .split_once('?')
        .map_or((text, None), |(path, query)| (path, Some(query)));
    let _ = DigitalLink::parse_target(path, query);
});

fn check(link: &DigitalLink) {
    let printed = link.to_string();
    assert_eq!(DigitalLink::parse(&printed).as_ref(), Ok(link), "{printed}");
    let canonical = link.canonical();
    let again = DigitalLink::parse(&canonical).expect("a canonical link is a link");
    assert_eq!(again.canonical(), canonical);
    assert_eq!(again.print("https://id.gs1.org"), canonical);
    if let Some(epcis) = link.epcis() {
        assert!(DigitalLink::parse(&epcis).is_ok(), "{epcis}");
    }
}
