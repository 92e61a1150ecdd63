//! What the standard leaves open or the reference engine does differently; the module documentation lists it.

use crate::element_string;
use identifiers::{
    Explain,
    digital_link::{Ai, DigitalLink, Error, Tolerance},
};

const LINK: &str = "https://example.com/01/09506000134352";

#[track_caller]
fn refused(uri: &str, code: &str) {
    match DigitalLink::parse(uri) {
        Ok(link) => panic!("{uri} was read as {link}"),
        Err(error) => assert_eq!(error.code(), code, "{uri}: {error}"),
    }
}

#[track_caller]
fn accepted(uri: &str, elements: &str) {
    assert_eq!(
        element_string(&DigitalLink::parse(uri).unwrap()),
        elements,
        "{uri}"
    );
}

#[test]
fn schemes_have_no_case() {
    for scheme in ["http", "https", "HTTP", "HTTPS", "Https", "hTTp"] {
        accepted(
            &format!("{scheme}://example.com/01/09506000134352"),
            "(01)09506000134352",
        );
    }
    for uri in [
        "ftp://example.com/01/09506000134352",
        "//example.com/01/09506000134352",
        "example.com/01/09506000134352",
        "",
    ] {
        refused(uri, "wrong_scheme");
    }
}

#[test]
fn keys_of_zeros_are_refused() {
    for path in [
        "/01/00000000000000",
        "/00/000000000000000000",
        "/414/0000000000000",
        "/8003/00000000000000",
    ] {
        refused(&format!("https://example.com{path}"), "all_zero");
    }
}

#[test]
fn stray_percent_signs_fragments_and_semicolons_are_refused() {
    refused(&format!("{LINK}/21/A%ZZ"), "wrong_escape");
    refused(&format!("{LINK}/21/A%4"), "wrong_escape");
    refused(&format!("{LINK}/21/A%"), "wrong_escape");
    refused(&format!("{LINK}#top"), "fragment");
    refused(&format!("{LINK}?17=261231#"), "fragment");
    refused(&format!("{LINK}?17=261231;3103=000189"), "semicolon");
    refused(&format!("{LINK}?a=1;2"), "semicolon");
    // In the path it is one of the 82 characters.
    accepted(&format!("{LINK}/10/A;B"), "(01)09506000134352(10)A;B");
    accepted(&format!("{LINK}?98=A%3BB"), "(01)09506000134352(98)A;B");
    let error = DigitalLink::parse(&format!("{LINK}?17=261231;3103=000189"));
    assert_eq!(error, Err(Error::Semicolon { position: 48 }));
}

#[test]
fn numbers_without_a_value_are_refused() {
    refused(&format!("{LINK}?390"), "unknown_ai");
    refused(&format!("{LINK}?=x&17=261231"), "unknown_ai");
    refused(&format!("{LINK}?17"), "empty_value");
    refused(&format!("{LINK}?3922"), "empty_value");
    refused(&format!("{LINK}?1700000000=1"), "unknown_ai");
    refused(&format!("{LINK}?%31%37=261231"), "unknown_ai");
    accepted(
        &format!("{LINK}?plain&&utm_source=wechat&17=261231"),
        "(01)09506000134352(17)261231",
    );
    accepted(&format!("{LINK}?"), "(01)09506000134352");
}

#[test]
fn identifiers_are_never_decoded() {
    refused("https://example.com/%30%31/09506000134352", "no_key");
    refused(&format!("{LINK}/%310/A"), "unknown_ai");
    refused(&format!("{LINK}%2F10%2FA"), "wrong_length");
}

#[test]
fn hosts_and_ports() {
    for host in [
        "example.com",
        "localhost:8080",
        "127.0.0.1",
        "[::1]:443",
        "xn--fiqs8s.cn",
        "a_b.example",
    ] {
        accepted(&format!("https://{host}/01/09506000134352"), "(01)09506000134352");
    }
    refused("https://example.com:/01/09506000134352", "wrong_port");
    refused("https://example.com:99999/01/09506000134352", "wrong_port");
    refused("https://exa mple.com/01/09506000134352", "wrong_host");
    refused("https://user:pass@example.com/01/09506000134352", "user_info");
}

#[test]
fn words_and_unknown_identifiers_in_the_path() {
    refused(&format!("{LINK}/lot/A"), "word_instead_of_ai");
    refused(&format!("{LINK}/foo/A"), "unknown_ai");
    refused(&format!("{LINK}/05/A"), "unknown_ai");
    refused(&format!("{LINK}/10"), "no_value");
    refused("https://example.com/", "no_key");
    refused("https://example.com", "no_key");
}

#[test]
fn compressed_links_are_recognised() {
    for segment in ["ARHKVAdpQg", "eh30c40242201d8840009efdf7", "exMMQCQiAdiEAAnv33"] {
        refused(
            &format!("https://example.com/{segment}"),
            "compressed_unsupported",
        );
        refused(
            &format!("https://example.com/some/stem/{segment}"),
            "compressed_unsupported",
        );
    }
    refused("https://example.com/example", "no_key");
}

#[test]
fn values_at_their_limits() {
    accepted(&format!("{LINK}/10/A"), "(01)09506000134352(10)A");
    refused(&format!("{LINK}/235/{}", "A".repeat(29)), "wrong_length");
    accepted(
        &format!("{LINK}?99={}", "A".repeat(90)),
        format!("(01)09506000134352(99){}", "A".repeat(90)).as_str(),
    );
    refused(&format!("{LINK}?99={}", "A".repeat(91)), "wrong_length");
    accepted("https://example.com/8003/04012345678901", "(8003)04012345678901");
    refused("https://example.com/8003/14012345678901", "not_zero");
    refused(
        &format!("https://example.com/8003/04012345678901{}", "A".repeat(17)),
        "wrong_length",
    );
    refused(
        "https://example.com/8006/095060001343520301",
        "wrong_piece_of_total",
    );
    accepted(
        "https://example.com/253/9520123456788ABC",
        "(253)9520123456788ABC",
    );
    refused("https://example.com/8013/9521321Q3", "wrong_check_pair");
    accepted(
        "https://example.com/00/106141411234567897?4330=000500-",
        "(00)106141411234567897(4330)000500-",
    );
    refused(
        "https://example.com/00/106141411234567897?4330=000500%2B",
        "not_a_minus_sign",
    );
}

#[test]
fn a_resolver_puts_up_with_old_and_sloppy_links() {
    for (uri, elements) in [
        ("https://example.com/01/9506000134352", "(01)09506000134352"),
        ("https://example.com/01/416000336108", "(01)00416000336108"),
        ("https://example.com/01/95012346/21/1", "(01)00000095012346(21)1"),
        ("https://example.com/01/09506000134352/", "(01)09506000134352"),
        (
            "https://example.com/01/09506000134352/10/A/?17=261231",
            "(01)09506000134352(10)A(17)261231",
        ),
    ] {
        let link = DigitalLink::parse_lenient(uri).unwrap();
        assert_eq!(element_string(&link), elements, "{uri}");
        assert!(DigitalLink::parse(uri).is_err(), "{uri}");
        assert!(DigitalLink::parse(&link.to_string()).is_ok(), "{uri}");
    }
    let code = |uri: &str| DigitalLink::parse_lenient(uri).unwrap_err().code();
    assert_eq!(code("https://example.com/01/950600013435"), "wrong_check_digit");
    assert_eq!(code("https://example.com/01/95060001343"), "wrong_length");
    assert_eq!(code("https://example.com/01/09506000134352/10/"), "no_value");
    assert_eq!(code("https://example.com/01/09506000134352//"), "trailing_slash");
    // Each tolerance alone.
    let short = Tolerance {
        short_gtin: true,
        trailing_slash: false,
        foreign_parameters: false,
    };
    assert!(DigitalLink::parse_with("https://example.com/01/9506000134352", short).is_ok());
    assert!(DigitalLink::parse_with("https://example.com/01/09506000134352/", short).is_err());
    // What others append to a link names nothing.
    let appended = Tolerance {
        foreign_parameters: true,
        ..Tolerance::STRICT
    };
    for query in ["a;b", "390", "=1", "999=X", "utm=x;y=z"] {
        let uri = format!("https://example.com/01/09506000134352?{query}");
        assert!(DigitalLink::parse_with(&uri, appended).is_ok(), "{query}");
        assert!(DigitalLink::parse(&uri).is_err(), "{query}");
    }
    let both = "https://example.com/01/09506000134352?17=261231;3103=000189";
    let link = DigitalLink::parse_with(both, appended).unwrap();
    assert_eq!(link.attribute(Ai::EXPIRY), Some("261231"));
    let link = DigitalLink::parse_target_with("/01/9506000134352/", None, Tolerance::RESOLVER).unwrap();
    assert_eq!(link.canonical(), "https://id.gs1.org/01/09506000134352");
}

#[test]
fn request_targets() {
    let link =
        DigitalLink::parse_target("/q/01/09506000134352/21/A%2FB", Some("17=261231&x=%E6%89%B9")).unwrap();
    assert_eq!((link.stem(), link.serial()), ("/q", Some("A/B")));
    assert_eq!(
        link.to_string(),
        "/q/01/09506000134352/21/A%2FB?17=261231&x=%E6%89%B9"
    );
    assert_eq!(link.parameter("x").as_deref(), Some("批"));
    let error = |path, query| DigitalLink::parse_target(path, query).unwrap_err();
    assert_eq!(
        error("/01/09506000134352?17=261231", None),
        Error::Character {
            position: 19,
            found: '?'
        }
    );
    assert_eq!(
        error("/01/09506000134352", Some("a;b")),
        Error::Semicolon { position: 21 }
    );
    assert_eq!(
        error("/01/09506000134352", Some("a=批")),
        Error::Character {
            position: 22,
            found: '批'
        }
    );
    assert_eq!(error("01/09506000134352", None), Error::NoKey);
    assert_eq!(error("", None), Error::NoKey);
    assert_eq!(error("*", None), Error::NoKey);
}
