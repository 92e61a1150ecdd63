//! MA codes, the Chinese unique identification under ISO/IEC 15459 (issuing agency MA).
//!
//! Two shapes have been seen: of units and objects (`MA.156.1003.1629/10.46100000.riseplatform`), and of medical
//! devices (`MA.156.M0.100761.21234561.Sx00008.M220117`). What the fields mean is likely, not sure.

use crate::{Error, Subject, Warning, ecode::visible, half_width, scan::Scan, text_newtype::text_newtype};

const LENGTH: usize = 256;
const EXAMPLE: &str = "MA.156.1003.16291";

/// An MA code.
///
/// ```
/// use identifiers::ma::MaCode;
///
/// let code = MaCode::parse("MA.156.M0.100761.21234561.Sx00008.L20220117")?;
/// assert!(code.looks_right());
/// assert_eq!((code.country(), code.detail('S')), (Some("156"), Some("x00008")));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MaCode(String);

text_newtype!(MaCode, Error);

impl MaCode {
    /// Reads a code; white space at the ends and full-width characters are mended, the case stays.
    ///
    /// # Errors
    /// When it is empty, longer than 256 characters or has characters nobody can see.
    pub fn parse(text: &str) -> Result<Self, Error> {
        visible(&half_width::tidy(text), LENGTH)
            .map(Self)
            .map_err(|fault| Error::new(Subject::MaCode, fault))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The country number (156 for China), if the code looks right.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        self.parts().map(|(country, _)| country)
    }

    /// What follows a letter in a medical-device code: L batch, M made on, V valid to, E expires, S serial number.
    #[must_use]
    pub fn detail(&self, letter: char) -> Option<&str> {
        let (_, rest) = self.parts()?;
        rest.split('.').skip(1).find_map(|part| part.strip_prefix(letter))
    }

    /// Whether the code begins as the known ones do: agency, country, industry or region, unit.
    #[must_use]
    pub fn looks_right(&self) -> bool {
        self.parts().is_some()
    }

    /// Says so if the code has an unusual shape.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        if self.looks_right() {
            return Vec::new();
        }
        vec![Warning::UnusualShape {
            subject: Subject::MaCode,
            example: EXAMPLE,
        }]
    }

    /// The country, and what follows the unit.
    fn parts(&self) -> Option<(&str, &str)> {
        let mut scan = Scan::new(&self.0);
        scan.literal("MA.")?;
        let country = scan.digits(3)?;
        scan.literal(".")?;
        scan.run(1, 6, |c| c.is_ascii_digit() || c.is_ascii_uppercase())?;
        scan.literal(".")?;
        scan.run(2, 8, |c| c.is_ascii_digit())?;
        let rest = scan.rest();
        (rest.is_empty() || rest.starts_with(['.', '/'])).then_some((country, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let looks_right = |text| MaCode::parse(text).unwrap().looks_right();
        assert!(looks_right("MA.156.1003.16291") && looks_right("MA.156.1003.1629/10.46100000.riseplatform"));
        for text in [
            "12345",
            "MA.15.M0.1",
            "ma.156.1003.16291",
            "MA.156.1003.16291x",
            "MA.156..16291",
        ] {
            assert!(!looks_right(text), "{text}");
            assert_eq!(MaCode::parse(text).unwrap().warnings().len(), 1);
        }
    }

    #[test]
    fn details_of_medical_devices() {
        let code = MaCode::parse("MA.156.M0.100761.21234561.Sx00008.M220117.L20220117.E220130.C3").unwrap();
        assert_eq!(
            (code.detail('L'), code.detail('E')),
            (Some("20220117"), Some("220130"))
        );
        assert_eq!((code.detail('Z'), code.detail('2')), (None, Some("1234561")));
    }
}
