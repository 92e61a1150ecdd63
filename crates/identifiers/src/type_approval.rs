//! Type approvals of measuring instruments 计量器具型式批准 (mark CPA).

use crate::{
    Error, Fault, Subject, Warning, half_width,
    scan::{Scan, plain_dashes},
    text_newtype::text_newtype,
};

const LENGTH: usize = 40;
const EXAMPLE: &str = "2021F123-33";

/// The number of a type approval, such as `2021F123-33` or `CPA 99-F166`.
///
/// Year, letter of the class of instrument, serial number, and for domestic approvals the province. The shape is
/// likely, not sure, so other texts are accepted and [`looks_right`](Self::looks_right) tells them apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeApprovalNo(String);

text_newtype!(TypeApprovalNo, Error);

impl TypeApprovalNo {
    /// Reads a number; white space at the ends, full-width characters, small letters and dashes are mended.
    ///
    /// # Errors
    /// When it is empty or longer than 40 characters.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = plain_dashes(&half_width::tidy(text)).to_ascii_uppercase();
        let fault = match text.chars().count() {
            0 => Fault::Empty,
            found if found > LENGTH => Fault::TooLong { max: LENGTH, found },
            _ => return Ok(Self(text)),
        };
        Err(Error::new(Subject::TypeApprovalNo, fault))
    }

    /// The number with capital letters and hyphens.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number has the usual shape.
    #[must_use]
    pub fn looks_right(&self) -> bool {
        let mut scan = Scan::new(&self.0);
        if scan.literal("CPA").is_some() {
            scan.literal(" ");
        }
        let mut parts = || {
            scan.run(2, 4, |c| c.is_ascii_digit())
                .filter(|year| year.len() == 2 || (year.len() == 4 && ("1900".."2100").contains(year)))?;
            scan.literal("-");
            scan.char(|c| c.is_ascii_uppercase())?;
            scan.run(3, 4, |c| c.is_ascii_digit())?;
            match scan.literal("-") {
                Some(()) => scan.digits(2).map(drop),
                None => Some(()),
            }
        };
        parts().is_some() && scan.is_at_end()
    }

    /// Says so if the number has an unusual shape.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        if self.looks_right() {
            return Vec::new();
        }
        vec![Warning::UnusualShape {
            subject: Subject::TypeApprovalNo,
            example: EXAMPLE,
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let looks_right = |text| TypeApprovalNo::parse(text).unwrap().looks_right();
        assert!(looks_right("2021f123-33") && looks_right("CPA 99-F166") && looks_right("CPA2019—C123"));
        assert!(!looks_right("F123-33") && !looks_right("202F123") && !looks_right("2021F123-333"));
        assert_eq!(
            TypeApprovalNo::parse("浙制00000001号").unwrap().warnings().len(),
            1
        );
    }

    #[test]
    fn empty_and_endless_texts_are_refused() {
        assert_eq!(TypeApprovalNo::parse(" ").unwrap_err().fault, Fault::Empty);
        let fault = TypeApprovalNo::parse(&"9".repeat(41)).unwrap_err().fault;
        assert_eq!(fault, Fault::TooLong { max: 40, found: 41 });
    }
}
