//! No text makes any parser panic, and what a parser accepts it accepts again as it prints it, and with what nobody sees in it.

#![cfg(test)]

use identifiers::{
    BatchNo, Error, Explain, Gtin, Scanned, SerialNo, Uscc,
    ccc::CccNumber,
    cosmetic::CosmeticNo,
    ebike::{BatteryCode, VehicleCode, vehicle_code_in},
    ecode::Ecode,
    gs1_key::{Gln, Gsrn, Sscc},
    id_card::IdCardNo,
    licence::{FoodLicence, ProductionLicence},
    ma::MaCode,
    phone::Phone,
    region::{self, RegionCode},
    standard::StandardNo,
    type_approval::TypeApprovalNo,
};
use proptest::prelude::*;
use std::{fmt, str::FromStr};

fn check<T>(text: &str)
where
    T: FromStr<Err = Error> + fmt::Display + fmt::Debug + PartialEq,
{
    match T::from_str(text) {
        Ok(value) => {
            // What nobody sees makes it no other.
            let unseen: String = text
                .chars()
                .flat_map(|c| ['\u{AD}', c, '\u{200B}', '\u{FE0D}'])
                .collect();
            assert_eq!(
                T::from_str(&format!("\u{202D}{unseen}\u{202C}")).as_ref(),
                Ok(&value),
                "{text:?}"
            );
            let printed = value.to_string();
            assert_eq!(T::from_str(&printed), Ok(value), "{text:?} -> {printed:?}");
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

fn check_all(text: &str) {
    check::<Uscc>(text);
    check::<Gtin>(text);
    check::<Gln>(text);
    check::<Sscc>(text);
    check::<Gsrn>(text);
    check::<BatchNo>(text);
    check::<SerialNo>(text);
    check::<CccNumber>(text);
    check::<CosmeticNo>(text);
    check::<VehicleCode>(text);
    check::<BatteryCode>(text);
    check::<Ecode>(text);
    check::<MaCode>(text);
    check::<ProductionLicence>(text);
    check::<FoodLicence>(text);
    check::<Phone>(text);
    check::<RegionCode>(text);
    check::<StandardNo>(text);
    check::<TypeApprovalNo>(text);
    let _ = CccNumber::parse_with_version(text);
    if let Some(code) = Scanned::read(text) {
        assert_eq!(Scanned::read(&code.canonical()), Some(code), "{text:?}");
    }
    let _ = vehicle_code_in(text);
    let _ = region::successors(text);
    let _ = identifiers::gtin::check_digit_left_out(text);
    if let Ok(number) = IdCardNo::parse(text) {
        assert!(!format!("{number:?}").contains(number.reveal()));
    }
    if let Ok(phone) = Phone::parse(text) {
        let _ = phone.mask();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn arbitrary_text(text in any::<String>()) {
        check_all(&text);
    }

    #[test]
    fn digits(text in "[0-9０-９Xx]{0,20}") {
        check_all(&text);
    }

    #[test]
    fn what_scanners_read(text in "(\\][A-Za-z][0-9])?(https?://[a-z.]{1,9})?[(\\[/]?01[)\\]/]?0690123456789[0-9]([(/]?(10|21|17|22)[)/]?[-!-z]{0,12}(<GS>|\u{1d})?){0,3}") {
        check_all(&text);
    }

    #[test]
    fn things_that_look_like_identifiers(
        text in "(GB|gb/t|T/|Q/|DB33/T|SC|XK|粤XK|MA\\.|浙G妆网备字|国妆|CPA ?|1[0-9]{4}|0571-|\\+86|91)?[ -—./()（）0-9A-Za-z省妆字]{0,24}"
    ) {
        check_all(&text);
    }
}
