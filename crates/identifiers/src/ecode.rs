//! Ecode, the Chinese identification for the internet of things (GB/T 31866-2023).
//!
//! An Ecode is version, numbering-system identifier (NSI) and main code (MD); it has no check digit. Only the
//! operator of the registry hands them out: this crate reads them, it never makes one. The lengths below are those
//! of the 2015 edition and fit the codes seen in public, so they are likely, not sure.

use crate::{Error, Expected, Fault, Subject, Warning, half_width, scan::Scan, text_newtype::text_newtype};

const LENGTH: usize = 256;
const EXAMPLE: &str = "10064123456789";

/// An Ecode in readable form.
///
/// ```
/// use identifiers::ecode::Ecode;
///
/// let code = Ecode::parse("300121ABC123")?;
/// assert_eq!((code.version(), code.nsi()), (Some('3'), Some("00121")));
/// assert!(code.looks_right());
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ecode(String);

text_newtype!(Ecode, Error);

impl Ecode {
    /// Reads a code; white space at the ends and full-width characters are mended.
    ///
    /// # Errors
    /// When it is empty, longer than 256 characters or has characters nobody can see.
    pub fn parse(text: &str) -> Result<Self, Error> {
        visible(&half_width::tidy(text), LENGTH)
            .map(Self)
            .map_err(|fault| Error::new(Subject::Ecode, fault))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The version, 1 to 4, if the code looks right.
    #[must_use]
    pub fn version(&self) -> Option<char> {
        split(&self.0).map(|(version, _, _)| version)
    }

    /// The identifier of the numbering system, if the code looks right.
    #[must_use]
    pub fn nsi(&self) -> Option<&str> {
        split(&self.0).map(|(_, nsi, _)| nsi)
    }

    /// The main code, if the code looks right.
    #[must_use]
    pub fn main_code(&self) -> Option<&str> {
        split(&self.0).map(|(_, _, main)| main)
    }

    /// Whether version, numbering system and main code have the usual lengths.
    #[must_use]
    pub fn looks_right(&self) -> bool {
        split(&self.0).is_some()
    }

    /// Says so if the code has an unusual shape.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        if self.looks_right() {
            return Vec::new();
        }
        vec![Warning::UnusualShape {
            subject: Subject::Ecode,
            example: EXAMPLE,
        }]
    }
}

fn split(text: &str) -> Option<(char, &str, &str)> {
    let mut scan = Scan::new(text);
    let version = scan.char(|c| matches!(c, '1'..='4'))?;
    let nsi = scan.digits(if version < '3' { 4 } else { 5 })?;
    let digit = |c: char| c.is_ascii_digit();
    let main = match version {
        '1' => scan.run(1, 20, digit)?,
        '2' => scan.run(1, 28, digit)?,
        '3' => scan.run(1, 39, |c| c.is_ascii_alphanumeric())?,
        _ => scan.run(1, usize::MAX, |_| true)?,
    };
    scan.is_at_end().then_some((version, nsi, main))
}

/// The text if it is neither empty nor too long nor has control characters or white space of other kinds than space.
pub(crate) fn visible(text: &str, max: usize) -> Result<String, Fault> {
    let found = text.chars().count();
    if found == 0 {
        return Err(Fault::Empty);
    }
    if found > max {
        return Err(Fault::TooLong { max, found });
    }
    let unseen = |c: char| c.is_control() || (c.is_whitespace() && c != ' ');
    match (1..).zip(text.chars()).find(|(_, c)| unseen(*c)) {
        Some((position, found)) => Err(Fault::Character {
            position,
            found,
            expected: Expected::Visible,
            meant: None,
        }),
        None => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let code = Ecode::parse("1006412345678901234567").unwrap();
        assert_eq!(
            (code.version(), code.nsi(), code.main_code()),
            (Some('1'), Some("0064"), Some("12345678901234567"))
        );
        assert_eq!(Ecode::parse("400001品码").unwrap().main_code(), Some("品码"));
    }

    #[test]
    fn unusual_codes_are_accepted_with_a_warning() {
        for text in [
            "5006412345",
            "10064",
            "E1234",
            &format!("10064{}", "1".repeat(21)),
        ] {
            let code = Ecode::parse(text).unwrap();
            assert!(
                !code.looks_right() && code.warnings().len() == 1 && code.nsi().is_none(),
                "{text}"
            );
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_refused() {
        let fault = |text: &str| Ecode::parse(text).unwrap_err().fault;
        assert_eq!(fault(""), Fault::Empty);
        assert_eq!(fault(&"1".repeat(257)), Fault::TooLong { max: 256, found: 257 });
        assert!(matches!(fault("10064\t1"), Fault::Character { position: 6, .. }));
    }
}
