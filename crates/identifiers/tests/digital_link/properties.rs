//! What holds for every link and every text.

use identifiers::{
    Explain, Gtin,
    check_digit::gs1,
    digital_link::{Ai, DigitalLink, Tolerance},
};
use proptest::prelude::*;

const CSET82: &str = "[!\"%&'()*+,./0-9:;<=>?A-Z_a-z-]{1,20}";

fn gtin() -> impl Strategy<Value = Gtin> {
    "[0-9]{12}[1-9]".prop_map(|body| Gtin::parse(&format!("{body}{}", gs1(&body).unwrap())).unwrap())
}

/// A value that may stand in a path.
fn segment() -> impl Strategy<Value = String> {
    CSET82.prop_filter("browsers take it out", |text| {
        !matches!(text.as_str(), "." | "..")
    })
}

/// Links of trade items with any qualifiers, some attributes and a free parameter.
fn link() -> impl Strategy<Value = DigitalLink> {
    let date = (0..100_u8, 1..=12_u8, 0..=28_u8).prop_map(|(y, m, d)| format!("{y:02}{m:02}{d:02}"));
    let path = (
        gtin(),
        prop::option::of(segment()),
        prop::option::of(segment()),
        prop::option::of(segment()),
    );
    let query = (
        prop::option::of(date),
        prop::option::of(CSET82),
        prop::option::of(("[a-z]{1,8}", ".{0,8}")),
    );
    (path, query).prop_map(|((gtin, variant, batch, serial), (expiry, internal, free))| {
        let mut builder = DigitalLink::for_gtin(&gtin);
        for (ai, value) in [(Ai::SERIAL, serial), (Ai::VARIANT, variant), (Ai::BATCH, batch)] {
            builder = value
                .into_iter()
                .fold(builder, |builder, value| builder.qualifier(ai, value));
        }
        for (ai, value) in [(Ai::parse("99").unwrap(), internal), (Ai::EXPIRY, expiry)] {
            builder = value
                .into_iter()
                .fold(builder, |builder, value| builder.attribute(ai, value));
        }
        if let Some((name, value)) = free {
            builder = builder.parameter(&name, &value);
        }
        builder.build().unwrap()
    })
}

/// A printed link with some bytes replaced, removed or put in.
fn mutated() -> impl Strategy<Value = String> {
    let change = (
        any::<prop::sample::Index>(),
        prop::option::of("[%/?&=;#0-9A-Za-z+ 批]"),
        any::<bool>(),
    );
    (link(), prop::collection::vec(change, 1..6)).prop_map(|(link, changes)| {
        let mut chars: Vec<char> = link.print("https://example.com/q").chars().collect();
        for (index, with, replace) in changes {
            let index = index.index(chars.len());
            if replace {
                chars.remove(index);
            }
            let with: Vec<char> = with.unwrap_or_default().chars().collect();
            chars.splice(index..index, with);
            if chars.is_empty() {
                break;
            }
        }
        chars.into_iter().collect()
    })
}

/// What must hold for any text, link or not.
fn check(text: &str) {
    for tolerance in [Tolerance::STRICT, Tolerance::RESOLVER] {
        match DigitalLink::parse_with(text, tolerance) {
            Ok(link) => {
                let printed = link.to_string();
                assert_eq!(
                    DigitalLink::parse_with(&printed, tolerance).as_ref(),
                    Ok(&link),
                    "{text} -> {printed}"
                );
                let canonical = link.canonical();
                let again = DigitalLink::parse(&canonical).unwrap();
                assert_eq!(again.canonical(), canonical, "{text}");
                assert_eq!(again.print("https://id.gs1.org"), canonical, "{text}");
                if let Some(epcis) = link.epcis() {
                    assert_eq!(DigitalLink::parse(&epcis).unwrap().to_string(), epcis, "{text}");
                }
            }
            Err(error) => {
                assert!(
                    error
                        .code()
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
                );
                assert!(!error.zh().is_ascii() && !error.to_string().is_empty());
            }
        }
    }
    let (path, query) = text
        .split_once('?')
        .map_or((text, None), |(path, query)| (path, Some(query)));
    if let Ok(link) = DigitalLink::parse_target(path, query) {
        assert_eq!(
            link.canonical(),
            DigitalLink::parse(&link.canonical()).unwrap().canonical()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn printed_links_read_back(link in link(), base in "https://[a-z]{1,9}(/[a-z%2]{0,3}[a-z])?") {
        let base = base.replace('%', "%2");
        if let Ok(read) = DigitalLink::parse(&link.print(&base)) {
            prop_assert_eq!(read.to_string(), link.print(&base));
            prop_assert_eq!(read.canonical(), link.canonical());
            prop_assert_eq!(read.stem(), base);
            prop_assert_eq!(read.gtin(), link.gtin());
            prop_assert_eq!(read.serial(), link.serial());
            prop_assert_eq!(read.extensions(), link.extensions());
        } else {
            // The only thing that can be wrong is the base.
            prop_assert!(identifiers::digital_link::check_base(&base).is_err());
        }
    }

    #[test]
    fn mutated_links_never_panic(text in mutated()) {
        check(&text);
    }

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn text_of_link_characters_never_panics(text in "(https?://[a-z.:@\\[\\]0-9]{0,6})?([/?&=;%+#]|[0-9]{1,4}|0[0-9]|[A-Za-z批é]|%[0-9A-F]{2}){0,24}") {
        check(&text);
    }

    #[test]
    fn identifiers_never_panic(text in any::<String>()) {
        let _ = Ai::parse(&text);
        for ai in [Ai::GTIN, Ai::BATCH, Ai::EXPIRY, Ai::SSCC] {
            let _ = identifiers::digital_link::check_value(ai, &text);
        }
    }
}
