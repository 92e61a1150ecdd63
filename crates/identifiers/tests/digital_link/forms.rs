//! The forms a link is printed in.

use identifiers::digital_link::DigitalLink;

#[test]
fn printing_escapes_all_but_unreserved_characters() {
    let link =
        DigitalLink::parse("http://h/01/09506000134352/10/!%22%25%26'()*+,-.%2F/21/:;%3C=%3E%3F_").unwrap();
    assert_eq!(
        link.print("https://example.com/q/"),
        "https://example.com/q/01/09506000134352/10/%21%22%25%26%27%28%29%2A%2B%2C-.%2F/21/%3A%3B%3C%3D%3E%3F_"
    );
    assert_eq!(
        DigitalLink::parse(&link.print("https://example.com"))
            .unwrap()
            .canonical(),
        link.canonical()
    );
}

#[test]
fn printing_keeps_extensions_and_canonical_drops_them() {
    let link =
        DigitalLink::parse("https://a.example/x/01/09506000134352?utm=a%20b&99=1&flag&17=261231").unwrap();
    assert_eq!(
        link.print("https://b.example"),
        "https://b.example/01/09506000134352?99=1&17=261231&utm=a%20b&flag"
    );
    assert_eq!(
        link.canonical(),
        "https://id.gs1.org/01/09506000134352?17=261231&99=1"
    );
    let mut path = String::new();
    link.write_path(&mut path);
    assert_eq!(path, "/01/09506000134352");
}

#[test]
fn canonical_attributes_are_sorted_as_text() {
    let link =
        DigitalLink::parse("https://a.example/01/09506000134352?99=Z&3922=0299&3103=000195&17=201225&240=A")
            .unwrap();
    assert_eq!(
        link.canonical(),
        "https://id.gs1.org/01/09506000134352?17=201225&240=A&3103=000195&3922=0299&99=Z"
    );
}

#[test]
fn the_epcis_form_keeps_the_finest_level_only() {
    for (path, epcis) in [
        ("/01/09520123456788", Some("/01/09520123456788")),
        ("/01/09520123456788/22/2A", Some("/01/09520123456788")),
        ("/01/09520123456788/22/2A/10/B", Some("/01/09520123456788/10/B")),
        (
            "/01/09520123456788/22/2A/10/B/21/S%2F1?17=261231",
            Some("/01/09520123456788/21/S%2F1"),
        ),
        ("/01/09520123456788/235/X?10=B", Some("/01/09520123456788/235/X")),
        ("/00/106141411234567897", Some("/00/106141411234567897")),
        ("/414/9520123456788/254/A", Some("/414/9520123456788/254/A")),
        ("/414/9520123456788/7040/1AAA", Some("/414/9520123456788")),
        ("/417/9520123456788", Some("/417/9520123456788")),
        ("/8003/04012345678901ABC", Some("/8003/04012345678901ABC")),
        ("/8004/9520614141234567", Some("/8004/9520614141234567")),
        (
            "/8006/095060001343520102/10/B/21/S",
            Some("/8006/095060001343520102/21/S"),
        ),
        (
            "/8006/095060001343520102/10/B",
            Some("/8006/095060001343520102/10/B"),
        ),
        ("/8010/4012345AB/8011/1", Some("/8010/4012345AB/8011/1")),
        (
            "/8018/376104250021234569/8019/1",
            Some("/8018/376104250021234569"),
        ),
        ("/253/9520123456788ABC", Some("/253/9520123456788ABC")),
        ("/415/9520123456788/8020/R", None),
        ("/8013/1987654Ad4X4bL5ttr2310c2K", None),
    ] {
        let link = DigitalLink::parse(&format!("https://example.com{path}"))
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(
            link.epcis(),
            epcis.map(|path| format!("https://id.gs1.org{path}")),
            "{path}"
        );
    }
}
