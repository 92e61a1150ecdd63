//! Chinese telephone numbers, and how much of them may be shown.

use crate::{
    Error, Fault, Subject, half_width,
    scan::{Scan, plain_dashes},
    text_newtype::text_newtype,
};

/// What a number reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A mobile phone: personal.
    Mobile,
    /// A landline with area code.
    Landline,
    /// A number for the public: 400, 800, 95xxx, 96xxx, 12xxx.
    Service,
}

/// A telephone number in its usual spelling.
///
/// ```
/// use identifiers::phone::{Kind, Phone};
///
/// let phone = Phone::parse("+86 138 0013 8000")?;
/// assert_eq!((phone.as_str(), phone.kind()), ("13800138000", Kind::Mobile));
/// assert_eq!(phone.mask(), "138****8000");
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    text: String,
    kind: Kind,
}

text_newtype!(Phone, Error);

impl Phone {
    /// Reads a mobile, landline or service number; spaces, dashes, full-width digits and +86 are mended.
    ///
    /// # Errors
    /// When it is none of the three.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut text = plain_dashes(&half_width::fold(text));
        text.retain(|c| {
            !c.is_whitespace() && !matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
        });
        let fault = match mobile(&text)
            .or_else(|| landline(&text))
            .or_else(|| service(&text))
        {
            Some(phone) => return Ok(phone),
            None if text.is_empty() => Fault::Empty,
            None => Fault::Shape {
                example: "13800138000, 0571-88888888, 400-820-0002",
            },
        };
        Err(Error::new(Subject::Phone, fault))
    }

    /// The number: mobiles as eleven digits, landlines with a hyphen after the area code and before the extension.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the number reaches.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The number with its personal part hidden (GB/T 37964-2019; the usual convention).
    ///
    /// Mobiles show the first three and last four digits, landlines the area code and the last four digits;
    /// service numbers are public and stay.
    #[must_use]
    pub fn mask(&self) -> String {
        match self.kind {
            Kind::Mobile => hide(&self.text, 3, 4),
            Kind::Landline => {
                let mut parts = self.text.splitn(3, '-');
                let (area, line) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                let extension = if parts.next().is_some() { "-****" } else { "" };
                format!("{area}-{}{extension}", hide(line, 0, 4))
            }
            Kind::Service => self.text.clone(),
        }
    }
}

/// The text with stars between its first `head` and its last `tail` characters.
pub(crate) fn hide(text: &str, head: usize, tail: usize) -> String {
    let length = text.chars().count();
    let hidden = head..length.saturating_sub(tail);
    text.chars()
        .enumerate()
        .map(|(index, c)| if hidden.contains(&index) { '*' } else { c })
        .collect()
}

fn mobile(text: &str) -> Option<Phone> {
    let text = text.replace('-', "");
    let number = text
        .strip_prefix("+86")
        .or_else(|| text.strip_prefix("86"))
        .unwrap_or(&text);
    let mut scan = Scan::new(number);
    scan.literal("1")?;
    scan.char(|c| matches!(c, '3'..='9'))?;
    scan.digits(9)?;
    scan.is_at_end().then(|| Phone {
        text: number.to_owned(),
        kind: Kind::Mobile,
    })
}

fn landline(text: &str) -> Option<Phone> {
    let mut scan = Scan::new(text);
    // Beijing and the codes 02x have three digits, all others four.
    let area = if text.starts_with("01") || text.starts_with("02") {
        3
    } else {
        4
    };
    let area = scan
        .digits(area)
        .filter(|area| area.starts_with('0') && !area.starts_with("00"))?;
    scan.literal("-");
    let line = scan
        .run(7, 8, |c| c.is_ascii_digit())
        .filter(|line| line.starts_with(|c| c >= '2'))?;
    let mut text = format!("{area}-{line}");
    if scan.literal("-").is_some() {
        text = format!("{text}-{}", scan.run(1, 6, |c| c.is_ascii_digit())?);
    }
    scan.is_at_end().then_some(Phone {
        text,
        kind: Kind::Landline,
    })
}

fn service(text: &str) -> Option<Phone> {
    let digits = text.replace('-', "");
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    let text = match (digits.len(), digits.get(..2)?) {
        _ if !all_digits => return None,
        (10, "40" | "80") if digits.get(2..3) == Some("0") => {
            format!("{}-{}-{}", digits.get(..3)?, digits.get(3..6)?, digits.get(6..)?)
        }
        (5 | 6, "95" | "96") | (5, "12") if digits == text => digits,
        _ => return None,
    };
    Some(Phone {
        text,
        kind: Kind::Service,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_and_masks() {
        for (typed, text, kind, mask) in [
            ("13800138000", "13800138000", Kind::Mobile, "138****8000"),
            ("86-199 1234 5678", "19912345678", Kind::Mobile, "199****5678"),
            ("010-84267313", "010-84267313", Kind::Landline, "010-****7313"),
            (
                "０７３１８８１４９５２０",
                "0731-88149520",
                Kind::Landline,
                "0731-****9520",
            ),
            ("0931—7617990", "0931-7617990", Kind::Landline, "0931-***7990"),
            (
                "0571-88888888-801",
                "0571-88888888-801",
                Kind::Landline,
                "0571-****8888-****",
            ),
            ("4008200002", "400-820-0002", Kind::Service, "400-820-0002"),
            ("95588", "95588", Kind::Service, "95588"),
            ("12315", "12315", Kind::Service, "12315"),
        ] {
            let phone = Phone::parse(typed).unwrap();
            assert_eq!((phone.as_str(), phone.kind()), (text, kind), "{typed}");
            assert_eq!(phone.mask(), mask, "{typed}");
        }
    }

    #[test]
    fn other_numbers_are_refused() {
        for text in [
            "12800138000",
            "1380013800",
            "010-110",
            "0571-12345678",
            "401-820-0002",
            "9-5588",
            "abc",
            "品品",
        ] {
            assert!(
                matches!(Phone::parse(text).unwrap_err().fault, Fault::Shape { .. }),
                "{text}"
            );
        }
        assert_eq!(Phone::parse(" ").unwrap_err().fault, Fault::Empty);
    }
}
