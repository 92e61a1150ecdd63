//! Building links from parts.

use identifiers::{
    BatchNo, Explain, Gtin, SerialNo,
    digital_link::{Ai, Builder, DigitalLink, Error},
};

fn gtin() -> Builder {
    DigitalLink::for_gtin(&Gtin::parse("6901234567892").unwrap())
}

#[test]
fn the_order_of_calls_does_not_matter() {
    let link = gtin()
        .attribute(Ai::EXPIRY, "271101")
        .serial("00000001")
        .variant("2A")
        .batch("B")
        .build()
        .unwrap();
    assert_eq!(
        link.canonical(),
        "https://id.gs1.org/01/06901234567892/22/2A/10/B/21/00000001?17=271101"
    );
    assert_eq!(
        (link.variant(), link.batch(), link.serial()),
        (Some("2A"), Some("B"), Some("00000001"))
    );
    assert_eq!(
        (link.stem(), link.to_string().as_str()),
        ("", "/01/06901234567892/22/2A/10/B/21/00000001?17=271101")
    );
}

#[test]
fn newtypes_fit_in() {
    let (batch, serial) = (BatchNo::parse("LOT1").unwrap(), SerialNo::parse("1").unwrap());
    let link = gtin().batch(batch).serial(serial).build().unwrap();
    assert_eq!(
        link.print("https://example.com"),
        "https://example.com/01/06901234567892/10/LOT1/21/1"
    );
    assert_eq!(link.gtin(), Gtin::parse("6901234567892").ok());
}

#[test]
fn what_is_built_reads_back() {
    let link = gtin()
        .batch("A/B")
        .attribute(Ai::EXPIRY, "271101")
        .parameter("linkType", "gs1:pip")
        .build()
        .unwrap();
    let read = DigitalLink::parse(&link.print("https://example.com")).unwrap();
    assert_eq!(read.canonical(), link.canonical());
    assert_eq!(read.parameter("linkType").as_deref(), Some("gs1:pip"));
}

#[test]
fn identifiers_that_need_each_other_can_be_built() {
    let ai = |text| Ai::parse(text).unwrap();
    let pallet = DigitalLink::for_key(Ai::SSCC, "952012345678912345");
    let link = pallet
        .clone()
        .attribute(ai("37"), "25")
        .attribute(ai("02"), "09520123456788")
        .build();
    assert!(link.is_ok(), "{link:?}");
    let error = pallet.attribute(ai("37"), "25").build().unwrap_err();
    assert_eq!(
        error,
        Error::Requires {
            ai: ai("37"),
            needs: "00+02,00+8026"
        }
    );
}

#[test]
fn faults_are_named() {
    let code = |builder: Builder| builder.build().unwrap_err().code();
    assert_eq!(code(gtin().batch("批次")), "wrong_character");
    assert_eq!(code(gtin().batch("A B")), "wrong_character");
    assert_eq!(code(gtin().batch("")), "empty_value");
    assert_eq!(code(gtin().batch("A").batch("B")), "duplicate_ai");
    assert_eq!(
        code(gtin().serial("A").qualifier(Ai::THIRD_PARTY_SERIAL, "B")),
        "qualifiers_exclude_each_other"
    );
    assert_eq!(code(gtin().qualifier(Ai::EXPIRY, "271101")), "not_a_qualifier");
    assert_eq!(code(gtin().attribute(Ai::BATCH, "A")), "belongs_in_path");
    assert_eq!(code(gtin().attribute(Ai::EXPIRY, "271301")), "no_such_date");
    assert_eq!(code(gtin().parameter("17", "271101")), "unknown_ai");
    assert_eq!(code(DigitalLink::for_key(Ai::BATCH, "A")), "no_key");
    assert_eq!(
        code(DigitalLink::for_key(Ai::GTIN, "6901234567892")),
        "short_gtin"
    );
    assert_eq!(
        code(DigitalLink::for_key(Ai::SSCC, "106141411234567897").batch("A")),
        "not_a_qualifier"
    );
}

#[test]
fn a_fault_tells_its_identifier() {
    assert_eq!(gtin().batch("批").build().unwrap_err().ai(), Some(Ai::BATCH));
    assert_eq!(DigitalLink::parse("x").unwrap_err().ai(), None);
}
