//! The content checks that the GS1 Syntax Dictionary names.
//!
//! All of them are implemented; `build.rs` and a test fail when the dictionary names another.

mod codes;
mod coupon;
mod key;
mod text;

use super::{fault::Fault, rule::Linter};
use crate::calendar::{self, DayZero};

impl Linter {
    /// Checks one component, which begins `start` characters into the value and has the right characters.
    pub(super) fn check(self, part: &[u8], start: usize) -> Result<(), Fault> {
        let verdict = match self {
            Self::Csum => return key::check_digit(part, start),
            Self::Csumalpha => return key::check_pair(part, start),
            Self::Gcppos1 => key::company_prefix(part, 0),
            Self::Gcppos2 => key::company_prefix(part, 1),
            Self::Pieceoftotal => key::piece_of_total(part),
            Self::Couponcode => coupon::code(part),
            Self::Couponposoffer => coupon::positive_offer(part),
            Self::Hh => calendar::below(24, part),
            Self::Mi | Self::Ss => calendar::below(60, part),
            Self::Hhmi => calendar::time(part),
            Self::Yymmd0 => calendar::short_date(part, DayZero::Allowed),
            Self::Yymmdd => calendar::short_date(part, DayZero::Refused),
            Self::Yyyymmdd => calendar::long_date(part, DayZero::Refused),
            Self::Iso3166 => codes::country(part),
            Self::Iso3166999 if part == b"999" => Ok(()),
            Self::Iso3166999 => codes::country(part),
            Self::Iso3166alpha2 => codes::country_letters(part),
            Self::Iso4217 => codes::currency(part),
            Self::Mediatype => codes::media_type(part),
            Self::Packagetype => codes::package_type(part),
            Self::Iban => codes::iban(part),
            Self::Iso5218 => text::one_of(part, b"0129"),
            Self::Winding => text::one_of(part, b"019"),
            Self::Yesno => text::one_of(part, b"01"),
            Self::Importeridx => text::all(part, crate::charset::is_cset64),
            Self::Hyphen => text::all(part, |byte| byte == b'-'),
            Self::Zero => text::all(part, |byte| byte == b'0'),
            Self::Nonzero => text::any(part, |byte| byte != b'0'),
            Self::Hasnondigit => text::any(part, |byte| !byte.is_ascii_digit()),
            Self::Nozeroprefix => text::no_leading_zero(part),
            Self::Latitude => text::at_most(part, b"1800000000"),
            Self::Longitude => text::at_most(part, b"3600000000"),
            Self::Pcenc => text::percent_encoded(part),
            Self::Posinseqslash => text::position_in_sequence(part),
        };
        verdict.map_err(|offset| Fault::Rule {
            position: start + offset + 1,
            rule: self,
        })
    }
}

#[cfg(test)]
mod tests;
