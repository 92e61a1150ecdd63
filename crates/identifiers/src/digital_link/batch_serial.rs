use crate::{
    Error, Expected, Fault, Subject, charset::is_cset82, half_width::tidy, text_newtype::text_newtype,
};

/// The most characters of a batch or serial number.
const MAX: usize = 20;

/// A batch or lot number 批号, AI 10: 1 to 20 characters of CSET 82.
///
/// ```
/// use identifiers::{BatchNo, Explain};
///
/// assert_eq!(BatchNo::parse("20261101A")?.as_str(), "20261101A");
/// let error = BatchNo::parse("2026年批").unwrap_err();
/// assert!(error.zh().starts_with("批号第 5 位是汉字“年”"));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchNo(String);

/// A serial number 序列号, AI 21: 1 to 20 characters of CSET 82.
///
/// Capital and small letters differ, and leading zeros count: `00000001` is not `1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SerialNo(String);

macro_rules! cset82_text {
    ($name:ident) => {
        text_newtype!($name, Error);

        impl $name {
            /// Reads what a person typed: white space at the ends, unseen and full-width characters are mended.
            ///
            /// # Errors
            /// Says which character cannot be used, that there are more than twenty, or that it is `.` or `..`.
            pub fn parse(text: &str) -> Result<Self, Error> {
                let text = tidy(text);
                check(&text)
                    .map(|()| Self(text.into_owned()))
                    .map_err(|fault| Error::new(Subject::$name, fault))
            }

            /// The characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

cset82_text!(BatchNo);
cset82_text!(SerialNo);

/// Whether a text, as a part of a path, is not seen by a server (RFC 3986, section 5.2.4); escaping it does not help.
pub(super) fn is_dot_segment(text: &str) -> bool {
    matches!(text, "." | "..")
}

fn check(text: &str) -> Result<(), Fault> {
    let mut found = 0;
    for c in text.chars() {
        found += 1;
        if !u8::try_from(c).is_ok_and(is_cset82) {
            return Err(Fault::Character {
                position: found,
                found: c,
                expected: Expected::Cset82,
                meant: None,
            });
        }
    }
    match found {
        0 => Err(Fault::Empty),
        _ if is_dot_segment(text) => Err(Fault::DotSegment),
        1..=MAX => Ok(()),
        _ => Err(Fault::TooLong { max: MAX, found }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Explain;

    #[test]
    fn what_people_type() {
        assert_eq!(BatchNo::parse("　ＬＯＴ１ ").unwrap().as_str(), "LOT1");
        assert_eq!(SerialNo::parse("00000001").unwrap().as_str(), "00000001");
        assert_ne!(SerialNo::parse("a1").unwrap(), SerialNo::parse("A1").unwrap());
        assert_eq!(
            SerialNo::parse("!\"%&'()*+,-./:;<=>?").unwrap().as_str().len(),
            19
        );
    }

    #[test]
    fn why_not() {
        let zh = |text| BatchNo::parse(text).unwrap_err().zh();
        let set = "只能是字母、数字或 ! \" % & ' ( ) * + , - . / : ; < = > ? _（不含汉字和空格）";
        assert_eq!(zh("LOT 1"), format!("批号第 4 位是空格，{set}"));
        assert_eq!(zh("A#1"), format!("批号第 2 位是“#”，{set}"));
        assert_eq!(zh("第一批"), format!("批号第 1 位是汉字“第”，{set}"));
        assert_eq!(zh(""), "批号不能为空");
        for dots in [".", "..", "．．", " .\u{200B}. "] {
            assert_eq!(BatchNo::parse(dots).unwrap_err().code(), "dot_segment", "{dots}");
            assert_eq!(SerialNo::parse(dots).unwrap_err().code(), "dot_segment", "{dots}");
        }
        for fine in ["...", ".1", "1.", "/..", "../"] {
            assert!(BatchNo::parse(fine).is_ok(), "{fine}");
        }
        assert_eq!(
            SerialNo::parse(&"9".repeat(21)).unwrap_err().zh(),
            "序列号最长 20 个字符，现为 21 个"
        );
    }

    #[test]
    fn agrees_with_the_dictionary() {
        use crate::digital_link::{Ai, check_value};
        for byte in 0..=0x7F_u8 {
            let text = format!("A{}B", char::from(byte));
            assert_eq!(
                check(&text).is_ok(),
                check_value(Ai::BATCH, &text).is_ok(),
                "{text:?}"
            );
            assert_eq!(
                check(&text).is_ok(),
                check_value(Ai::SERIAL, &text).is_ok(),
                "{text:?}"
            );
        }
    }
}
