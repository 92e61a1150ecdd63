use super::number::Gtin;
use crate::{Uscc, check_digit};

/// A vendor number: the nine digits behind the `2` of an internal code, before the product's own two.
///
/// Those that begin with 0 are organisation codes, as 浙品码 has them; all others are given out by a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct VendorNumber(u32);

impl VendorNumber {
    /// The first number that is no organisation code: its codes begin with 21.
    pub const FIRST_REGISTERED: Self = Self(100_000_000);

    /// The last number there is: its codes begin with 29.
    pub const LAST: Self = Self(999_999_999);

    /// How many products a vendor number has codes for.
    pub const PRODUCTS: u8 = 100;

    /// The vendor number with these digits, if it has nine at most.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        (number <= Self::LAST.0).then_some(Self(number))
    }

    /// The number 浙品码 gives a firm: the first eight characters of the organisation code inside the social credit code.
    /// The rule was read off two published codes and holds for both. None for an organisation code with letters, usual
    /// since 2015: what 浙品码 does with those is not known.
    ///
    /// ```
    /// use identifiers::{Uscc, gtin::{VendorNumber, internal_code}};
    ///
    /// let firm = VendorNumber::of_organisation(&Uscc::parse("91330109589891087U")?).unwrap();
    /// assert_eq!(internal_code(firm, 99).unwrap().entered(), "2058989108994");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_organisation(uscc: &Uscc) -> Option<Self> {
        let organisation = uscc.organisation_code().get(..8)?;
        let is_number = organisation.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| organisation.parse().ok().map(Self)).flatten()
    }

    /// The vendor number of an internal code; none of any other code.
    #[must_use]
    pub fn of_code(code: &Gtin) -> Option<Self> {
        let digits = code.gtin14().strip_prefix("02")?;
        digits.get(..9)?.parse().ok().map(Self)
    }

    /// Its digits as a number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

/// The internal code 内部码 of a vendor's product: `2`, the vendor number, the product number and the check digit, a number
/// of restricted circulation ([`CodeScope::Internal`](super::CodeScope)). None beyond the hundred products of a vendor
/// number.
#[must_use]
pub fn internal_code(vendor: VendorNumber, product_no: u8) -> Option<Gtin> {
    if product_no >= VendorNumber::PRODUCTS {
        return None;
    }
    let body = format!("2{:09}{product_no:02}", vendor.0);
    let check = check_digit::gs1(&body)?;
    Gtin::padded(&format!("{body}{check}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gtin::CodeScope;

    #[test]
    fn both_known_anchors_come_out() {
        for (uscc, product_no, code) in [
            ("91330109589891087U", 99, "2058989108994"),
            ("914401016184092708", 77, "2061840927771"),
        ] {
            let vendor = VendorNumber::of_organisation(&Uscc::parse(uscc).unwrap()).unwrap();
            let gtin = internal_code(vendor, product_no).unwrap();
            assert_eq!(gtin.entered(), code);
            assert_eq!(gtin.scope(), CodeScope::Internal);
            assert_eq!(VendorNumber::of_code(&gtin), Some(vendor));
            assert_eq!(Gtin::parse(code), Ok(gtin));
        }
    }

    #[test]
    fn every_vendor_number_makes_codes_of_restricted_circulation_that_are_its_own() {
        for number in [
            0,
            58_989_108,
            VendorNumber::FIRST_REGISTERED.get(),
            100_000_001,
            550_000_007,
            VendorNumber::LAST.get(),
        ] {
            let vendor = VendorNumber::new(number).unwrap();
            for product_no in [0, 7, 99] {
                let code = internal_code(vendor, product_no).unwrap();
                assert_eq!(code.entered().len(), 13);
                assert_eq!(code.scope(), CodeScope::Internal, "{code:?}");
                assert_eq!(VendorNumber::of_code(&code), Some(vendor));
                assert_eq!(Gtin::parse(code.entered()), Ok(code));
            }
            assert_eq!(internal_code(vendor, 100), None);
        }
        assert_eq!(VendorNumber::new(1_000_000_000), None);
    }

    #[test]
    fn an_organisation_code_with_letters_is_no_vendor_number_and_no_other_code_has_one() {
        let young = Uscc::parse("91330100MA27U0EXX3").unwrap();
        assert_eq!(VendorNumber::of_organisation(&young), None);
        for other in ["6901234567892", "0212345678909", "96385074"] {
            if let Ok(code) = Gtin::parse(other) {
                assert_eq!(VendorNumber::of_code(&code), None, "{other}");
            }
        }
    }
}
