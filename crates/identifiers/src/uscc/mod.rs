//! The unified social credit code 统一社会信用代码 (GB 32100-2015).
//!
//! Eighteen characters: registration department (1), class of organisation (1), region of registration (6, GB/T
//! 2260), organisation code (9, GB 11714: eight characters and a check character) and a check character (1).

mod department;

use crate::{
    Error, Expected, Fault, Subject, Warning, ascii::Ascii, half_width, id_card::IdCardNo, region,
    text_newtype::text_newtype,
};
use department::{CLASSES, Class};

/// The 31 characters in the order of their values; I, O, S, V and Z are left out (GB 32100-2015, table 1).
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A unified social credit code whose check character is right.
///
/// ```
/// use identifiers::Uscc;
///
/// let code = Uscc::parse(" 91330482746305409w ")?;
/// assert_eq!(code.as_str(), "91330482746305409W");
/// assert_eq!(code.registration_region(), "330482");
/// assert_eq!(code.class(), Some("企业"));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uscc(Ascii<18>);

text_newtype!(Uscc, Error);

impl Uscc {
    /// Reads a code as people type it: white space and dashes between groups, full-width characters and small letters are mended.
    ///
    /// # Errors
    /// Says which character is wrong, or which check character the first seventeen ask for; a code of zeros is none, nor is the
    /// identity number of a person.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::ungrouped(text).to_ascii_uppercase();
        let code = Self::check(&text);
        let refused = match code.as_ref().ok() {
            _ if is_resident(&text, code.as_ref().ok()) => Some(Fault::ResidentId),
            Some(code) if code.as_str().bytes().all(|b| b == b'0') => Some(Fault::AllZero),
            Some(code) if code.organisation_code() == "000000000" => Some(Fault::Value {
                found: "000000000".to_owned(),
                expected: ("an organisation code", "登记机关赋予的主体标识码（第 9–17 位）"),
            }),
            _ => None,
        };
        let code = refused.map_or(code, Err);
        code.map_err(|fault| Error::new(Subject::Uscc, fault))
    }

    fn check(text: &str) -> Result<Self, Fault> {
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        let found = text.chars().count();
        if found != 18 {
            return Err(Fault::Length {
                expected: "18",
                found,
            });
        }
        let mut sum = 0;
        let mut weight = 1;
        for (position, c) in (1..).zip(text.chars()) {
            let expected = if (3..=8).contains(&position) {
                Expected::Digit
            } else {
                Expected::UsccCharacter
            };
            let value = value(c).filter(|_| expected != Expected::Digit || c.is_ascii_digit());
            let value = value.ok_or(Fault::Character {
                position,
                found: c,
                expected,
                meant: meant(c),
            })?;
            if position < 18 {
                sum += value * weight;
                weight = weight * 3 % 31;
            }
        }
        let code = Ascii::parse(text).ok_or(Fault::Length {
            expected: "18",
            found,
        })?;
        let expected = ALPHABET
            .get((31 - sum % 31) % 31)
            .copied()
            .map_or('\0', char::from);
        let found = code.at(17);
        if found == expected {
            Ok(Self(code))
        } else {
            Err(Fault::CheckCharacter {
                position: 18,
                expected,
                found,
            })
        }
    }

    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The code of the region of registration, six digits.
    ///
    /// It is where the organisation was registered, not where it works; it may be withdrawn since, and it is
    /// `100000` for registrations with the state itself. [`region::find`] knows the names.
    #[must_use]
    pub fn registration_region(&self) -> &str {
        self.0.part(2, 8)
    }

    /// The organisation code 组织机构代码, nine characters with its own check character at the end.
    #[must_use]
    pub fn organisation_code(&self) -> &str {
        self.0.part(8, 17)
    }

    /// The department that keeps the register, if it is in the list.
    #[must_use]
    pub fn department(&self) -> Option<&'static str> {
        self.listed().map(|listed| listed.department)
    }

    /// The class of organisation, if it is in the list.
    #[must_use]
    pub fn class(&self) -> Option<&'static str> {
        self.listed().map(|listed| listed.class)
    }

    fn listed(&self) -> Option<&'static Class> {
        CLASSES
            .iter()
            .find(|listed| self.0.bytes().starts_with(&listed.codes))
    }

    /// Whether the organisation code passes its own check (GB 11714-1997).
    ///
    /// A second, independent check over nine characters. A few old bodies may carry codes that fail it, so it is
    /// a reason to look again, not to refuse.
    #[must_use]
    pub fn organisation_check_ok(&self) -> bool {
        const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
        let code = self.organisation_code();
        // GB 11714 counts all letters (A = 10 … Z = 35), unlike GB 32100.
        let values = code.chars().filter_map(|c| c.to_digit(36));
        let sum: u32 = WEIGHTS
            .iter()
            .zip(values)
            .map(|(weight, value)| weight * value)
            .sum();
        let expected = match 11 - sum % 11 {
            10 => 'X',
            11 => '0',
            digit => char::from_digit(digit, 10).unwrap_or_default(),
        };
        code.ends_with(expected)
    }

    /// What looks wrong although the check character is right.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if !self.organisation_check_ok() {
            warnings.push(Warning::OrganisationCheck {
                organisation: self.organisation_code().to_owned(),
            });
        }
        if self.listed().is_none() {
            warnings.push(Warning::UnknownClass {
                class: self.0.part(0, 2).to_owned(),
            });
        }
        let code = self.registration_region();
        if code != region::NATIONAL {
            warnings.extend(region::warning(code));
        }
        warnings
    }
}

/// Whether a text is the identity number of a person. One in some 340 of them passes the check of a credit code by chance; a code
/// whose organisation code and region are right as well is taken for what it says it is.
fn is_resident(text: &str, code: Option<&Uscc>) -> bool {
    let is_known = |region: &str| region::find(region).is_some() || region::withdrawn(region).is_some();
    IdCardNo::parse(text).is_ok()
        && text.get(..6).is_some_and(is_known)
        && !code.is_some_and(|c| c.organisation_check_ok() && is_known(c.registration_region()))
}

fn value(c: char) -> Option<usize> {
    ALPHABET.iter().position(|&listed| char::from(listed) == c)
}

/// The character that was probably meant by one that the alphabet lacks because it looks like it.
fn meant(c: char) -> Option<char> {
    match c {
        'O' => Some('0'),
        'I' => Some('1'),
        'Z' => Some('2'),
        'S' => Some('5'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Explain;

    fn fault(text: &str) -> Fault {
        Uscc::parse(text).unwrap_err().fault
    }

    #[test]
    fn takes_a_code_apart() {
        let code = Uscc::parse("91330109589891087U").unwrap();
        assert_eq!(
            (code.department(), code.class()),
            (Some("工商(市场监管)"), Some("企业"))
        );
        assert_eq!(
            (code.registration_region(), code.organisation_code()),
            ("330109", "589891087")
        );
        assert_eq!(code.warnings(), []);
        assert_eq!(Uscc::parse("91100000100003962T").unwrap().warnings(), []);
    }

    #[test]
    fn names_the_character_and_what_was_meant() {
        assert_eq!(
            fault("9144O3001922038216"),
            Fault::Character {
                position: 5,
                found: 'O',
                expected: Expected::Digit,
                meant: Some('0')
            }
        );
        assert_eq!(
            fault("91350100M000100Y4Z"),
            Fault::Character {
                position: 18,
                found: 'Z',
                expected: Expected::UsccCharacter,
                meant: Some('2')
            }
        );
        assert_eq!(
            Uscc::parse("91440300I922038216").unwrap_err().zh(),
            "统一社会信用代码第 9 位是“I”，只能是数字或除 I、O、S、V、Z 外的大写字母，是否为“1”？"
        );
    }

    #[test]
    fn names_the_right_check_character() {
        assert_eq!(
            fault("911000001000054748"),
            Fault::CheckCharacter {
                position: 18,
                expected: '4',
                found: '8'
            }
        );
        // The standard's own counter-example, with its Z replaced by another wrong character.
        assert_eq!(
            fault("91350100M000100Y4X"),
            Fault::CheckCharacter {
                position: 18,
                expected: '3',
                found: 'X'
            }
        );
    }

    #[test]
    fn empty_and_other_lengths() {
        assert_eq!(fault(" \u{3000}"), Fault::Empty);
        assert_eq!(
            fault("统一"),
            Fault::Length {
                expected: "18",
                found: 2
            }
        );
        assert_eq!(
            fault("91330482746305409品"),
            Fault::Character {
                position: 18,
                found: '品',
                expected: Expected::UsccCharacter,
                meant: None
            }
        );
    }

    #[test]
    fn neither_zeros_nor_a_person() {
        assert_eq!(fault("000000000000000000"), Fault::AllZero);
        for seventeen in ["91330109000000000", "91100000000000000"] {
            let text = completed(seventeen);
            assert!(matches!(fault(&text), Fault::Value { .. }), "{text}");
        }
        // The standard's own example, one whose check character would do, and the same with gaps.
        let residents = residents();
        assert!(residents.len() > 20, "{}", residents.len());
        for person in ["11010519491231002X", "110105 19491231 002x"] {
            assert_eq!(fault(person), Fault::ResidentId, "{person}");
        }
        for person in &residents {
            assert_eq!(fault(person), Fault::ResidentId, "{person}");
        }
        let said = Uscc::parse("11010519491231002X").unwrap_err();
        assert!(said.zh().contains("公民身份号码") && !said.zh().contains("1949"));
    }

    /// Identity numbers that pass the check of a credit code.
    fn residents() -> Vec<String> {
        let all = (0..2000).filter_map(|n| {
            let body = format!("33010919800101{n:03}");
            let right = "0123456789X".chars().map(|c| format!("{body}{c}"));
            right.into_iter().find(|t| IdCardNo::parse(t).is_ok())
        });
        all.filter(|t| Uscc::check(t).is_ok()).collect()
    }

    fn completed(seventeen: &str) -> String {
        let all = ALPHABET.iter().map(|c| format!("{seventeen}{}", char::from(*c)));
        all.into_iter().find(|t| Uscc::check(t).is_ok()).unwrap()
    }

    #[test]
    fn odd_but_legal_codes_pass() {
        // Registered with the state; in a region withdrawn since; a class that is in no list; groups of digits.
        for text in [
            "91100000100003962T",
            "91 330109 589891087 U",
            "91330109-58989108-7U",
        ] {
            assert!(Uscc::parse(text).is_ok(), "{text}");
        }
        for seventeen in ["92330103MA27XJ2N4", "F1330109589891087"] {
            let text = completed(seventeen);
            assert_eq!(Uscc::parse(&text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn a_failing_organisation_check_is_a_warning() {
        // The check character of the whole is right, the inner one is not.
        let code = Uscc::parse("913301095898910818").or_else(|error| match error.fault {
            Fault::CheckCharacter { expected, .. } => Uscc::parse(&format!("91330109589891081{expected}")),
            _ => Err(error),
        });
        assert_eq!(
            code.unwrap().warnings(),
            [Warning::OrganisationCheck {
                organisation: "589891081".to_owned()
            }]
        );
    }
}
