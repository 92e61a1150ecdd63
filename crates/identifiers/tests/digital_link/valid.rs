//! Links that are valid, with what they carry and their canonical form.

use crate::element_string;
use identifiers::digital_link::DigitalLink;

struct Row {
    id: &'static str,
    uri: &'static str,
    elements: &'static str,
    /// The canonical form behind `https://id.gs1.org`.
    canonical: &'static str,
}

const fn row(id: &'static str, uri: &'static str, elements: &'static str, canonical: &'static str) -> Row {
    Row {
        id,
        uri,
        elements,
        canonical,
    }
}

#[rustfmt::skip]
const ROWS: [Row; 29] = [
    row("V1", "https://id.gs1.org/01/09520123456788", "(01)09520123456788", "/01/09520123456788"),
    row("V2", "https://id.gs1.org/01/09520123456788/10/ABC123", "(01)09520123456788(10)ABC123", "/01/09520123456788/10/ABC123"),
    row("V3", "https://id.gs1.org/01/09520123456788/21/12345", "(01)09520123456788(21)12345", "/01/09520123456788/21/12345"),
    row("V4", "https://id.gs1.org/01/09520123456788/10/ABC1/21/12345?17=180426", "(01)09520123456788(10)ABC1(21)12345(17)180426", "/01/09520123456788/10/ABC1/21/12345?17=180426"),
    row("V5", "https://id.gs1.org/01/09520123456788/22/2A/10/ABC1/21/12345", "(01)09520123456788(22)2A(10)ABC1(21)12345", "/01/09520123456788/22/2A/10/ABC1/21/12345"),
    row("V6", "https://id.gs1.org/01/09520123456788/22/2A/21/12345", "(01)09520123456788(22)2A(21)12345", "/01/09520123456788/22/2A/21/12345"),
    row("V7", "https://example.com/some/extra/path/01/09506000134352/10/LOT01", "(01)09506000134352(10)LOT01", "/01/09506000134352/10/LOT01"),
    row("V8", "HTTPS://EXAMPLE.COM/01/09506000134352", "(01)09506000134352", "/01/09506000134352"),
    row("V9", "http://example.com:8080/01/09506000134352", "(01)09506000134352", "/01/09506000134352"),
    row("V10", "https://id.gs1.org/01/09520123456788/235/TPX01", "(01)09520123456788(235)TPX01", "/01/09520123456788/235/TPX01"),
    row("V11", "https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123", "(01)09520123456788(235)XYZ(10)ABC123", "/01/09520123456788/235/XYZ?10=ABC123"),
    row("V12", "https://example.com/01/09520123456788?3103=000195&3922=0299&17=201225", "(01)09520123456788(3103)000195(3922)0299(17)201225", "/01/09520123456788?17=201225&3103=000195&3922=0299"),
    row("V13", "https://id.gs1.org/00/106141411234567897", "(00)106141411234567897", "/00/106141411234567897"),
    row("V14", "https://id.gs1.org/00/952012345678912345?02=09520123456788&37=25&10=ABC123", "(00)952012345678912345(02)09520123456788(37)25(10)ABC123", "/00/952012345678912345?02=09520123456788&10=ABC123&37=25"),
    row("V15", "https://id.gs1.org/414/9520123456788/254/32a%2Fb", "(414)9520123456788(254)32a/b", "/414/9520123456788/254/32a%2Fb"),
    row("V16", "https://example.com/01/09506000134352/21/A%2Fb%25c", "(01)09506000134352(21)A/b%c", "/01/09506000134352/21/A%2Fb%25c"),
    row("V17", "https://example.com/01/09506000134352/10/ABC+123", "(01)09506000134352(10)ABC+123", "/01/09506000134352/10/ABC%2B123"),
    row("V18", "https://example.com/01/09506000134352?17=251200", "(01)09506000134352(17)251200", "/01/09506000134352?17=251200"),
    row("V19", "https://example.com/01/09506000134352/21/SN001?linkType=gs1:pip&context=cn", "(01)09506000134352(21)SN001", "/01/09506000134352/21/SN001"),
    row("V20", "https://example.com/8003/04012345678901ABC", "(8003)04012345678901ABC", "/8003/04012345678901ABC"),
    row("V21", "https://example.com/8010/4012345AB-C%23%2F/8011/1234", "(8010)4012345AB-C#/(8011)1234", "/8010/4012345AB-C%23%2F/8011/1234"),
    row("V22", "https://example.com/415/9520123456788/8020/REF123", "(415)9520123456788(8020)REF123", "/415/9520123456788/8020/REF123"),
    row("V23", "https://example.com/01/06901234567892/10/20261101A/21/00000001?11=261101&15=271101", "(01)06901234567892(10)20261101A(21)00000001(11)261101(15)271101", "/01/06901234567892/10/20261101A/21/00000001?11=261101&15=271101"),
    row("V24", "https://example.com/01/09506000134352/10/ABC%2D123", "(01)09506000134352(10)ABC-123", "/01/09506000134352/10/ABC-123"),
    row("V25", "https://example.com/00/faux/01/09506000134352", "(01)09506000134352", "/01/09506000134352"),
    row("V26", "https://example.com/8004/9520614141234567?01=09520123456788", "(8004)9520614141234567(01)09520123456788", "/8004/9520614141234567?01=09520123456788"),
    row("V27", "https://example.com/01/09506000134352?23P=1", "(01)09506000134352", "/01/09506000134352"),
    row("V28", "https://example.com/01/09506000134352/21/12345678901234567890", "(01)09506000134352(21)12345678901234567890", "/01/09506000134352/21/12345678901234567890"),
    row("V29", "https://example.com/01/09506000134352?11=240229", "(01)09506000134352(11)240229", "/01/09506000134352?11=240229"),
];

#[test]
fn every_row_is_read() {
    for Row {
        id,
        uri,
        elements,
        canonical,
    } in ROWS
    {
        let link = DigitalLink::parse(uri).unwrap_or_else(|error| panic!("{id} {uri}: {error}"));
        assert_eq!(element_string(&link), elements, "{id}");
        assert_eq!(link.canonical(), format!("https://id.gs1.org{canonical}"), "{id}");
    }
}

#[test]
fn every_row_survives_printing() {
    for Row {
        id, uri, canonical, ..
    } in ROWS
    {
        let link = DigitalLink::parse(uri).unwrap();
        assert_eq!(
            DigitalLink::parse(&link.print(link.stem())),
            Ok(link.clone()),
            "{id}"
        );
        assert_eq!(DigitalLink::parse(&link.to_string()), Ok(link.clone()), "{id}");
        let canonical = DigitalLink::parse(&format!("https://id.gs1.org{canonical}")).unwrap();
        assert_eq!(canonical.canonical(), link.canonical(), "{id}");
        assert_eq!(
            canonical.print("https://id.gs1.org"),
            canonical.canonical(),
            "{id}"
        );
    }
}

#[test]
fn a_request_target_gives_the_same_elements() {
    for Row {
        id, uri, elements, ..
    } in ROWS
    {
        let (_, rest) = uri.split_once("://").unwrap();
        let (_, target) = rest.split_at(rest.find('/').unwrap());
        let (path, query) = target
            .split_once('?')
            .map_or((target, None), |(path, query)| (path, Some(query)));
        let link =
            DigitalLink::parse_target(path, query).unwrap_or_else(|error| panic!("{id} {target}: {error}"));
        assert_eq!(element_string(&link), elements, "{id}");
    }
}

#[test]
fn what_else_a_row_carries() {
    let link = |uri: &str| DigitalLink::parse(uri).unwrap();
    let pip = link("https://example.com/01/09506000134352/21/SN001?linkType=gs1:pip&context=cn");
    assert_eq!(pip.parameter("linkType").as_deref(), Some("gs1:pip"));
    assert_eq!(pip.parameter("context").as_deref(), Some("cn"));
    assert_eq!(pip.parameter("linktype"), None);
    assert_eq!(
        link("https://example.com/a/b/01/09506000134352").stem(),
        "https://example.com/a/b"
    );
    assert_eq!(
        link("HTTPS://EXAMPLE.COM/01/09506000134352").stem(),
        "HTTPS://EXAMPLE.COM"
    );
    let batch_outside_the_path = link("https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123");
    assert_eq!(batch_outside_the_path.batch(), None);
}
