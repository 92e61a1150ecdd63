//! Chinese telephone numbers, and how much of them may be shown.

mod written;

use crate::{Error, Fault, Subject, half_width, scan::plain_dashes, text_newtype::text_newtype};
use written::Parts;

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
    /// Reads a mobile, landline or service number as people write it: with spaces, dashes and brackets, in full-width digits, with
    /// +86 or 0086, with 转 or ext before the extension.
    ///
    /// # Errors
    /// When it is none of the three.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = plain_dashes(&half_width::tidy(text));
        let fault = match written::parts(&text).and_then(|parts| read(&parts)) {
            Some(phone) => return Ok(phone),
            None if text.is_empty() => Fault::Empty,
            None => Fault::Shape {
                example: "13800138000, 0571-88888888, 0571-88888888-801, 400-820-0002",
            },
        };
        Err(Error::new(Subject::Phone, fault))
    }

    /// The number: mobiles as eleven digits, landlines and service numbers with a hyphen after the area code and before the extension.
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

fn read(parts: &Parts) -> Option<Phone> {
    // 400 and 800 are no area codes, so that a service number is none of an area.
    let found = mobile(parts)
        .or_else(|| service(parts))
        .or_else(|| landline(parts));
    found.or_else(|| parts.without_country().and_then(|parts| read(&parts)))
}

fn mobile(parts: &Parts) -> Option<Phone> {
    let number = parts.groups.concat();
    let is_mobile = number.len() == 11
        && number.starts_with('1')
        && number.get(1..2).is_some_and(|digit| digit >= "3")
        && parts.extension.is_none();
    is_mobile.then_some(Phone {
        text: number,
        kind: Kind::Mobile,
    })
}

fn landline(parts: &Parts) -> Option<Phone> {
    let all = parts.groups.concat();
    // From abroad the 0 of the area code is left out.
    let all = match all.starts_with('0') {
        false if parts.is_abroad => format!("0{all}"),
        _ => all,
    };
    // Beijing and the codes 02x have three digits, all others four.
    let is_short = all.starts_with("01") || all.starts_with("02");
    let (area, rest) = all.split_at_checked(if is_short { 3 } else { 4 })?;
    let is_area = area.starts_with('0') && !area.starts_with("00");
    let (line, extension) = match &parts.extension {
        Some(extension) => (rest, Some(extension.as_str())),
        None => split_line(rest, &parts.tails(rest.len()))?,
    };
    let is_line = matches!(line.len(), 7 | 8) && line >= "2";
    (is_area && is_line).then(|| Phone {
        text: with_extension(format!("{area}-{line}"), extension),
        kind: Kind::Landline,
    })
}

/// The line and its extension, which begins where a group ends: the shortest line that is long enough.
fn split_line<'a>(rest: &'a str, tails: &[usize]) -> Option<(&'a str, Option<&'a str>)> {
    let line_of = |tail: usize| rest.len().checked_sub(tail).filter(|line| matches!(line, 7 | 8));
    let line = tails.iter().rev().find_map(|tail| line_of(*tail))?;
    let (line, extension) = rest.split_at_checked(line)?;
    match extension.len() {
        0 => Some((line, None)),
        1..=6 => Some((line, Some(extension))),
        _ => None,
    }
}

fn service(parts: &Parts) -> Option<Phone> {
    let digits = parts.groups.concat();
    let is_one_group = parts.groups.len() == 1 || !parts.has_dash;
    let toll_free = |digits: &str| digits.starts_with("400") || digits.starts_with("800");
    let (text, extension) = match digits.len() {
        10 if toll_free(&digits) => (digits, parts.extension.clone()),
        11..=16 if toll_free(&digits) && parts.extension.is_none() => {
            let tail = parts
                .groups
                .last()
                .filter(|last| last.len() == digits.len() - 10)?;
            (digits.get(..10)?.to_owned(), Some(tail.clone()))
        }
        8 if ["95", "96", "1010"].iter().any(|start| digits.starts_with(start)) => {
            (digits, parts.extension.clone())
        }
        5 | 6 if is_one_group && ["95", "96"].iter().any(|start| digits.starts_with(start)) => {
            (digits, parts.extension.clone())
        }
        5 if is_one_group && ["10", "11", "12"].iter().any(|start| digits.starts_with(start)) => {
            (digits, None)
        }
        6 if is_one_group && ["116", "118"].iter().any(|start| digits.starts_with(start)) => (digits, None),
        _ => return None,
    };
    let text = match text.len() {
        10 => format!("{}-{}-{}", text.get(..3)?, text.get(3..6)?, text.get(6..)?),
        _ => text,
    };
    Some(Phone {
        text: with_extension(text, extension.as_deref()),
        kind: Kind::Service,
    })
}

fn with_extension(number: String, extension: Option<&str>) -> String {
    match extension {
        Some(extension) => format!("{number}-{extension}"),
        None => number,
    }
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
            ("4008200002转1", "400-820-0002-1", Kind::Service, "400-820-0002-1"),
        ] {
            let phone = Phone::parse(typed).unwrap();
            assert_eq!((phone.as_str(), phone.kind()), (text, kind), "{typed}");
            assert_eq!(phone.mask(), mask, "{typed}");
        }
    }

    /// What one number is written like; the first is how it is kept.
    const SPELLINGS: &[&[&str]] = &[
        &[
            "0571-88888888",
            "(0571)88888888",
            "（0571）8888 8888",
            "0571 88888888",
            "057188888888",
            "0571-8888-8888",
            "+86 571 88888888",
            "+86-571-88888888",
            "0086 571 88888888",
            "86-571-88888888",
            "+86 (0571) 88888888",
            "(+86)571-88888888",
            "0571.88888888",
            "0571/88888888",
            "0571－88888888",
            "\u{202D}0571-88888888\u{202C}",
        ],
        &[
            "0571-88888888-801",
            "0571-88888888转801",
            "0571-88888888 转 801",
            "(0571)88888888转分机801",
            "0571 88888888 分机801",
            "0571-88888888 ext. 801",
            "0571-88888888x801",
            "0571-88888888#801",
            "+86 571 88888888 转801",
            "0571-8888 8888-801",
        ],
        &[
            "0931-7617990-8",
            "0931-7617990转8",
            "0931 761 7990 转8",
            "（0931）7617990-8",
        ],
        &[
            "010-64267313",
            "(010)64267313",
            "+86 10 6426 7313",
            "010 6426 7313",
        ],
        &[
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "+86 138 0013 8000",
            "0086-138-0013-8000",
            "8613800138000",
            "１３８００１３８０００",
            "138\u{AD}0013\u{FE0D}8000",
        ],
        &[
            "400-820-0002",
            "400 820 0002",
            "4008-200-002",
            "(400)8200002",
            "+86 400 820 0002",
        ],
        &["400-820-0002-801", "400-820-0002转801", "400-820-0002-801"],
        &["95105105", "9510 5105", "9510-5105", "+86 95105105"],
        &["1010-1010", "10101010"],
        &["10086"],
        &["118114"],
    ];

    #[test]
    fn one_number_has_one_spelling() {
        for spellings in SPELLINGS {
            let kept = Phone::parse(spellings[0]).unwrap();
            for text in *spellings {
                let read = Phone::parse(text);
                assert_eq!(read.as_ref().map(Phone::as_str), Ok(kept.as_str()), "{text}");
            }
            assert_eq!(Phone::parse(kept.as_str()), Ok(kept));
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
            "+852 2345 6789",
            "+1 650 253 0000",
            "13800138000/13900139000",
            "0571-88888888转",
            "0571-88888888转8转9",
            "13800138000转1",
            "0571-88888888-1234567",
            "138+00138000",
        ] {
            assert!(
                matches!(Phone::parse(text).unwrap_err().fault, Fault::Shape { .. }),
                "{text}"
            );
        }
        assert_eq!(Phone::parse(" ").unwrap_err().fault, Fault::Empty);
    }
}
