//! The citizen identity number 公民身份号码 (GB 11643-1999).
//!
//! Do not collect it unless a law asks for it. Where it must be kept, this type at least keeps it out of logs: its
//! `Debug` text is masked, and it does not print.

use crate::{
    Error, Expected, Fault, Subject,
    ascii::Ascii,
    calendar::{self, DayZero},
    half_width,
    phone::hide,
};
use std::fmt;

/// A citizen identity number whose birthday exists and whose check character is right.
///
/// ```
/// let number = identifiers::id_card::IdCardNo::parse("11010519491231002X")?;
/// assert_eq!(number.mask(), "110***********002X");
/// assert_eq!(format!("{number:?}"), "IdCardNo(110***********002X)");
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdCardNo(Ascii<18>);

impl IdCardNo {
    /// Reads a number; white space at the ends, full-width characters and a small x are mended.
    ///
    /// # Errors
    /// Says what is wrong with the length, a character, the birthday or the check character.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::tidy(text).to_ascii_uppercase();
        Self::check(&text).map_err(|fault| Error::new(Subject::IdCardNo, fault))
    }

    fn check(text: &str) -> Result<Self, Fault> {
        const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        let mut sum = 0;
        for (index, c) in text.chars().enumerate() {
            let expected = if index == 17 {
                Expected::DigitOrX
            } else {
                Expected::Digit
            };
            let fits = c.is_ascii_digit() || (c == 'X' && index == 17);
            if !fits {
                return Err(Fault::Character {
                    position: index + 1,
                    found: c,
                    expected,
                    meant: None,
                });
            }
            sum += WEIGHTS.get(index).copied().unwrap_or(0) * c.to_digit(10).unwrap_or(0);
        }
        let number = Ascii::parse(text).ok_or(Fault::Length {
            expected: "18",
            found: text.len(),
        })?;
        if number.at(0) == '0' {
            let expected = ("a first digit from 1 to 9", "首位为 1–9 的数字");
            return Err(Fault::Value {
                found: "0".to_owned(),
                expected,
            });
        }
        let birthday = number.part(6, 14);
        if calendar::long_date(birthday.as_bytes(), DayZero::Refused).is_err() {
            // Errors end up in logs, which a birthday must not.
            let expected = ("a birthday in the calendar", "真实的出生日期");
            return Err(Fault::Value {
                found: hide(birthday, 0, 0),
                expected,
            });
        }
        let expected = "10X98765432".chars().nth(sum as usize % 11).unwrap_or_default();
        match number.at(17) {
            found if found != expected => Err(Fault::CheckCharacter {
                position: 18,
                expected,
                found,
            }),
            _ => Ok(Self(number)),
        }
    }

    /// The whole number; think twice where it goes.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.as_str()
    }

    /// The number with its personal part hidden: the first three and the last four characters stay.
    #[must_use]
    pub fn mask(&self) -> String {
        hide(self.reveal(), 3, 4)
    }
}

impl fmt::Debug for IdCardNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdCardNo({})", self.mask())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Fault {
        IdCardNo::parse(text).unwrap_err().fault
    }

    #[test]
    fn examples_of_the_standard() {
        for text in ["11010519491231002X", " 11010519491231002x", "440524188001010014"] {
            assert!(IdCardNo::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(fault(""), Fault::Empty);
        assert_eq!(
            fault("110105194912310021"),
            Fault::CheckCharacter {
                position: 18,
                expected: 'X',
                found: '1'
            }
        );
        assert!(matches!(fault("11010519490231002X"), Fault::Value { found, .. } if found == "********"));
        assert!(matches!(fault("01010519491231002X"), Fault::Value { found, .. } if found == "0"));
        assert!(matches!(
            fault("110105491231002"),
            Fault::Length { found: 15, .. }
        ));
        assert!(matches!(
            fault("1101051949123100XX"),
            Fault::Character {
                position: 17,
                found: 'X',
                ..
            }
        ));
    }
}
