use super::vehicle::letters_digits_hyphens;
use crate::{Error, Subject, Warning, half_width, text_newtype::text_newtype};

const LENGTH: usize = 64;
const EXAMPLE: &str = "TN2024110100000123";

/// The unique code of a traction battery (GB 43854-2024 asks for one, and leaves its structure to the maker).
///
/// Codes seen have 8 to 40 letters, digits and hyphens; others are accepted with a warning.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatteryCode(String);

text_newtype!(BatteryCode, Error);

impl BatteryCode {
    /// Reads a code; white space at the ends, full-width characters and small letters are mended.
    ///
    /// # Errors
    /// When it is empty, longer than 64 characters, or has other characters than letters, digits and hyphens.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::tidy(text).to_ascii_uppercase();
        letters_digits_hyphens(&text, LENGTH)
            .map(|()| Self(text))
            .map_err(|fault| Error::new(Subject::BatteryCode, fault))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the code has a usual length.
    #[must_use]
    pub fn looks_right(&self) -> bool {
        (8..=40).contains(&self.0.len())
    }

    /// Says so if the code has an unusual shape.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        if self.looks_right() {
            return Vec::new();
        }
        vec![Warning::UnusualShape {
            subject: Subject::BatteryCode,
            example: EXAMPLE,
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fault;

    #[test]
    fn shapes() {
        assert!(BatteryCode::parse("tn2024-0001").unwrap().looks_right());
        assert_eq!(BatteryCode::parse("TN2024").unwrap().warnings().len(), 1);
        let fault = BatteryCode::parse("电池1").unwrap_err().fault;
        assert!(matches!(
            fault,
            Fault::Character {
                position: 1,
                found: '电',
                ..
            }
        ));
    }
}
