//! GS1 keys beside the GTIN that are digits with a check digit: GLN, SSCC and GSRN.

use crate::{
    Error, Fault, Subject, ascii::Ascii, check_digit::verify_gs1, half_width::tidy,
    text_newtype::text_newtype,
};

/// A Global Location Number 参与方位置代码 (GB/T 16828): thirteen digits, the last a check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gln(Ascii<13>);

/// A Serial Shipping Container Code 系列货运包装箱代码 (GB/T 18127): eighteen digits, the last a check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sscc(Ascii<18>);

/// A Global Service Relation Number 全球服务关系代码 (GB/T 23833): eighteen digits, the last a check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gsrn(Ascii<18>);

macro_rules! gs1_key {
    ($name:ident, $digits:literal) => {
        text_newtype!($name, Error);

        impl $name {
            /// Reads the key; white space at the ends and full-width digits are mended.
            ///
            /// # Errors
            /// Says what is wrong with the length, a character or the check digit.
            pub fn parse(text: &str) -> Result<Self, Error> {
                let text = tidy(text);
                verify_gs1(&text, &[$digits], stringify!($digits))
                    .and_then(|()| Ascii::parse(&text).ok_or(Fault::Empty))
                    .map(Self)
                    .map_err(|fault| Error::new(Subject::$name, fault))
            }

            /// The digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }
    };
}

gs1_key!(Gln, 13);
gs1_key!(Sscc, 18);
gs1_key!(Gsrn, 18);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_the_specification() {
        assert_eq!(Gln::parse("9520123456788").unwrap().as_str(), "9520123456788");
        assert_eq!(
            Sscc::parse("１06141411234567897 ").unwrap().to_string(),
            "106141411234567897"
        );
        assert_eq!(
            Gsrn::parse("376104250021234569").unwrap().as_ref(),
            "376104250021234569"
        );
    }

    #[test]
    fn faults_are_named() {
        let fault = |text| Sscc::parse(text).unwrap_err().fault;
        assert_eq!(
            fault("10614141123456789"),
            Fault::Length {
                expected: "18",
                found: 17
            }
        );
        assert_eq!(
            fault("106141411234567898"),
            Fault::CheckCharacter {
                position: 18,
                expected: '7',
                found: '8'
            }
        );
        assert_eq!(fault("000000000000000000"), Fault::AllZero);
        assert_eq!(
            fault("品"),
            Fault::Character {
                position: 1,
                found: '品',
                expected: crate::Expected::Digit,
                meant: None
            }
        );
    }

    #[test]
    fn travels_as_a_checked_string() {
        let key: Gln = serde_json::from_str("\"9520123456788\"").unwrap();
        assert_eq!(serde_json::to_string(&key).unwrap(), "\"9520123456788\"");
        let error = serde_json::from_str::<Gln>("\"9520123456789\"")
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("GLN: check character 13 should be '8', not '9'"),
            "{error}"
        );
    }
}
