use crate::{
    Error, Explain, Fault, Subject, ascii::Ascii, check_digit::verify_gs1, half_width,
    text_newtype::text_newtype,
};
use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
};

/// A trade item number whose check digit is right.
///
/// ```
/// use identifiers::{Gtin, gtin::CodeScope};
///
/// let gtin = Gtin::parse("6901234567892")?;
/// assert_eq!(gtin.gtin14(), "06901234567892");
/// assert_eq!(gtin.entered(), "6901234567892");
/// assert_eq!(gtin, Gtin::parse("06901234567892")?);
/// assert_eq!(gtin.scope(), CodeScope::Global);
/// # Ok::<(), identifiers::Error>(())
/// ```
///
/// It prints and serialises as entered, so nothing is lost; use [`gtin14`](Self::gtin14) as a key.
#[derive(Debug, Clone, Copy)]
pub struct Gtin {
    pub(super) digits: Ascii<14>,
    entered_length: u8,
}

text_newtype!(Gtin, Error);

impl Gtin {
    /// Reads 8, 12, 13 or 14 digits; white space at the ends and full-width digits are mended.
    ///
    /// # Errors
    /// Says what is wrong with the length, a character or the check digit, and refuses fourteen zeros.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::ungrouped(text);
        verify_gs1(&text, &[8, 12, 13, 14], "8/12/13/14")
            .and_then(|()| Self::padded(&text).ok_or(Fault::Empty))
            .map_err(|fault| Error::new(Subject::Gtin, fault))
    }

    /// `digits`, already checked, with zeros in front.
    pub(crate) fn padded(digits: &str) -> Option<Self> {
        let mut bytes = [b'0'; 14];
        let start = bytes.len().checked_sub(digits.len())?;
        bytes.get_mut(start..)?.copy_from_slice(digits.as_bytes());
        Some(Self {
            digits: Ascii::new(bytes)?,
            entered_length: u8::try_from(digits.len()).ok()?,
        })
    }

    /// The fourteen digits that identify the item everywhere, in databases and in links.
    #[must_use]
    pub fn gtin14(&self) -> &str {
        self.digits.as_str()
    }

    /// The digits as entered, with the length that is printed below the bars.
    #[must_use]
    pub fn entered(&self) -> &str {
        self.digits.part(14 - usize::from(self.entered_length), 14)
    }

    /// The digits as entered; the same as [`entered`](Self::entered).
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.entered()
    }

    /// The packaging level of a GTIN-14 (1–8), 9 for items of variable measure, 0 for all shorter numbers.
    #[must_use]
    pub fn indicator(&self) -> char {
        self.digits.at(0)
    }

    /// The thirteen digits without the indicator; their prefix says what the number is for.
    pub(super) fn gtin13_view(&self) -> &str {
        self.digits.part(1, 14)
    }
}

// The entered length is how a number looks, not which number it is.
impl PartialEq for Gtin {
    fn eq(&self, other: &Self) -> bool {
        self.digits == other.digits
    }
}

impl Eq for Gtin {}

impl Hash for Gtin {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digits.hash(state);
    }
}

impl Ord for Gtin {
    fn cmp(&self, other: &Self) -> Ordering {
        self.digits.cmp(&other.digits)
    }
}

impl PartialOrd for Gtin {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The GTIN-13 that twelve digits with a wrong check digit would make if the check digit had been left out.
///
/// People copy the first twelve digits of a Chinese bar code more often than they mistype a GTIN-12.
#[must_use]
pub fn check_digit_left_out(text: &str) -> Option<Gtin> {
    let text = half_width::ungrouped(text);
    let wrong = Gtin::parse(&text).is_err_and(|error| error.code() == "wrong_check_character");
    if text.len() != 12 || !text.starts_with("69") || !wrong {
        return None;
    }
    let mut complete = text.into_owned();
    complete.push(crate::check_digit::gs1(&complete)?);
    Gtin::parse(&complete).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn fault(text: &str) -> Fault {
        Gtin::parse(text).unwrap_err().fault
    }

    #[test]
    fn the_same_number_in_all_lengths() {
        let numbers: HashSet<Gtin> = ["95012346", "000095012346", "0000095012346", "00000095012346"]
            .map(|t| Gtin::parse(t).unwrap())
            .into();
        assert_eq!(numbers.len(), 1);
        assert_eq!(Gtin::parse(" ９５０12346").unwrap().to_string(), "95012346");
        assert_eq!(Gtin::parse("6 901234-567892").unwrap().entered(), "6901234567892");
        assert!(Gtin::parse("6901234567892").unwrap() < Gtin::parse("16901234567899").unwrap());
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(fault(""), Fault::Empty);
        assert_eq!(
            fault("69217349765"),
            Fault::Length {
                expected: "8/12/13/14",
                found: 11
            }
        );
        assert_eq!(fault("00000000000000"), Fault::AllZero);
        assert_eq!(
            fault("6921734976506"),
            Fault::CheckCharacter {
                position: 13,
                expected: '5',
                found: '6'
            }
        );
        assert_eq!(
            fault("6_901234567892"),
            Fault::Character {
                position: 2,
                found: '_',
                expected: crate::Expected::Digit,
                meant: None
            }
        );
        assert_eq!(
            Gtin::parse("6921734976506").unwrap_err().zh(),
            "商品条码校验不通过：按前面各位计算，第 13 位应为“5”，现为“6”，请逐位核对"
        );
    }

    #[test]
    fn a_left_out_check_digit_is_found() {
        assert_eq!(
            check_digit_left_out("697560240206").unwrap().entered(),
            "6975602402061"
        );
        assert_eq!(check_digit_left_out("6901234567892"), None);
        assert_eq!(check_digit_left_out("416000336108"), None);
    }

    #[test]
    fn indicator_of_outer_packaging() {
        assert_eq!(Gtin::parse("16901234567899").unwrap().indicator(), '1');
        assert_eq!(Gtin::parse("6901234567892").unwrap().indicator(), '0');
    }

    #[test]
    fn travels_as_entered() {
        let gtin: Gtin = serde_json::from_str("\"6901234567892\"").unwrap();
        assert_eq!(serde_json::to_string(&gtin).unwrap(), "\"6901234567892\"");
    }
}
