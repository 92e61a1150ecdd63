//! All tables of `fixtures/validation-fixtures.json`, written for this project from published facts.

#![cfg(test)]

use identifiers::{
    Gtin, Uscc,
    ccc::CccNumber,
    cosmetic::{self, CosmeticNo},
    ebike::{VehicleCode, vehicle_code_in},
    ecode::Ecode,
    half_width,
    id_card::IdCardNo,
    licence::{FoodLicence, ProductionLicence},
    ma::MaCode,
    phone::{self, Phone},
    standard::{self, StandardNo},
    type_approval::TypeApprovalNo,
};
use serde_json::Value;

fn fixtures() -> Value {
    serde_json::from_str(include_str!("fixtures/validation-fixtures.json")).unwrap()
}

/// Checks a table of `code` and `valid`.
#[track_caller]
fn judged(table: &str, is_valid: impl Fn(&str) -> bool) {
    let fixtures = fixtures();
    let rows = fixtures[table].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        let code = row["code"].as_str().unwrap();
        assert_eq!(is_valid(code), row["valid"].as_bool().unwrap(), "{table} {code}");
    }
}

/// Checks a table of `ok` and `bad`.
#[track_caller]
fn sorted(table: &str, is_valid: impl Fn(&str) -> bool) {
    let fixtures = fixtures();
    for (list, valid) in [("ok", true), ("bad", false)] {
        for code in fixtures[table][list].as_array().unwrap() {
            let code = code.as_str().unwrap();
            assert_eq!(is_valid(code), valid, "{table} {code}");
        }
    }
}

#[test]
fn every_table_is_used() {
    let here = include_str!("fixtures.rs");
    for table in fixtures().as_object().unwrap().keys() {
        assert!(here.contains(&format!("\"{table}\"")), "{table}");
    }
}

#[test]
fn unified_social_credit_codes() {
    let fixtures = fixtures();
    let table = &fixtures["uscc"];
    for row in table["valid"]
        .as_array()
        .unwrap()
        .iter()
        .chain(table["seed"].as_array().unwrap())
    {
        let code = Uscc::parse(row["code"].as_str().unwrap()).unwrap();
        assert_eq!(Value::from(code.as_str()), row["code"]);
        assert!(code.organisation_check_ok(), "{row}");
        assert_eq!(code.warnings(), [], "{row}");
    }
    for row in table["invalid"].as_array().unwrap() {
        let code = row["code"].as_str().unwrap();
        let mended = half_width::tidy(code).to_ascii_uppercase();
        // Two rows are wrong as they stand and right once they are written as they should be.
        assert_eq!(Uscc::parse(code).is_ok(), mended != code, "{row}");
    }
}

#[test]
fn trade_items() {
    judged("gtin", |code| Gtin::parse(code).is_ok());
}

#[test]
fn certificates_and_licences() {
    judged("ccc", |code| CccNumber::parse(code).is_ok());
    judged("xk", |code| ProductionLicence::parse(code).is_ok());
    judged("food_sc", |code| FoodLicence::parse(code).is_ok());
    sorted("type_approval", |code| {
        TypeApprovalNo::parse(code).unwrap().looks_right()
    });
}

#[test]
fn cosmetics() {
    let is = |kind| move |code: &str| CosmeticNo::parse(code).is_ok_and(|number| number.kind() == kind);
    sorted("cosmetic_filing_domestic", is(cosmetic::Kind::DomesticFiling));
    sorted("cosmetic_filing_import", is(cosmetic::Kind::ImportFiling));
    sorted("cosmetic_special", is(cosmetic::Kind::SpecialRegistration));
    sorted("cosmetic_licence", is(cosmetic::Kind::ProductionLicence));
}

#[test]
fn standards() {
    let is = |kinds: &'static [standard::Kind]| {
        move |code: &str| StandardNo::parse(code).is_ok_and(|number| kinds.contains(&number.kind()))
    };
    use standard::Kind;
    sorted(
        "std_gb",
        is(&[
            Kind::MandatoryNational,
            Kind::RecommendedNational,
            Kind::NationalGuidance,
        ]),
    );
    sorted("std_group", is(&[Kind::Group]));
    sorted("std_enterprise", is(&[Kind::Enterprise]));
    sorted("std_local", is(&[Kind::Local]));
}

#[test]
fn phones() {
    let is = |kind| move |text: &str| Phone::parse(text).is_ok_and(|phone| phone.kind() == kind);
    sorted("mobile", is(phone::Kind::Mobile));
    sorted("landline", is(phone::Kind::Landline));
    sorted("service_no", is(phone::Kind::Service));
}

#[test]
fn persons() {
    judged("idcard", |code| IdCardNo::parse(code).is_ok());
}

#[test]
fn codes_of_other_schemes() {
    sorted("ecode", |code| Ecode::parse(code).unwrap().looks_right());
    sorted("ma", |code| MaCode::parse(code).unwrap().looks_right());
    judged("ebike_code", |code| {
        VehicleCode::parse(code).unwrap().looks_right()
    });
    sorted("ebike_cert_qr", |url| vehicle_code_in(url).is_some());
}
