use crate::{Expected, Explain, Subject};
use std::fmt;

/// Why a text is no identifier of the kind asked for.
///
/// Positions count characters from 1, in the text without white space at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The kind of identifier the text should have been.
    pub subject: Subject,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Error {
    pub(crate) const fn new(subject: Subject, fault: Fault) -> Self {
        Self { subject, fault }
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject.en(), self.fault)
    }
}

impl Explain for Error {
    fn code(&self) -> &'static str {
        self.fault.code()
    }

    fn zh(&self) -> String {
        format!("{}{}", self.subject.zh(), self.fault.zh())
    }
}

/// What can be wrong with an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing is there, or white space only.
    Empty,
    /// The text has another number of characters than the standard fixes.
    Length {
        /// The lengths there are, such as `8/12/13/14`.
        expected: &'static str,
        /// The number of characters found.
        found: usize,
    },
    /// The text is longer than it may be.
    TooLong {
        /// The greatest number of characters.
        max: usize,
        /// The number of characters found.
        found: usize,
    },
    /// A character cannot stand where it stands.
    Character {
        /// Which character, counted from 1.
        position: usize,
        /// The character itself.
        found: char,
        /// What may stand there.
        expected: Expected,
        /// What was probably meant, such as 0 for O.
        meant: Option<char>,
    },
    /// The check character does not fit the rest: a typing error, somewhere.
    CheckCharacter {
        /// Which character, counted from 1.
        position: usize,
        /// What the rest asks for.
        expected: char,
        /// What is there.
        found: char,
    },
    /// All digits are zero, which identifies nothing.
    AllZero,
    /// The identity number of a person where an organisation is asked for. The number itself is kept out of errors.
    ResidentId,
    /// `.` or `..` alone: browsers take such a part out of an address, and what is before it with it.
    DotSegment,
    /// The parts are not those of this identifier.
    Shape {
        /// A correct one, to compare with.
        example: &'static str,
    },
    /// A part has a value that does not exist.
    Value {
        /// The part as written.
        found: String,
        /// What it should have been, in English and in Chinese.
        expected: (&'static str, &'static str),
    },
}

impl Fault {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Length { .. } => "wrong_length",
            Self::TooLong { .. } => "too_long",
            Self::Character { .. } => "wrong_character",
            Self::CheckCharacter { .. } => "wrong_check_character",
            Self::AllZero => "all_zero",
            Self::ResidentId => "resident_id",
            Self::DotSegment => "dot_segment",
            Self::Shape { .. } => "wrong_shape",
            Self::Value { .. } => "no_such_value",
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Empty => "不能为空".to_owned(),
            Self::Length { expected, found } => format!("应为 {expected} 位，现为 {found} 位"),
            Self::TooLong { max, found } => format!("最长 {max} 个字符，现为 {found} 个"),
            Self::Character {
                position,
                found,
                expected,
                meant,
            } => {
                let meant = meant.map(|c| format!("，是否为“{c}”？")).unwrap_or_default();
                format!(
                    "第 {position} 位是{}，只能是{}{meant}",
                    shown_zh(*found),
                    expected.zh()
                )
            }
            Self::CheckCharacter {
                position,
                expected,
                found,
            } => format!(
                "校验不通过：按前面各位计算，第 {position} 位应为“{expected}”，现为“{found}”，请逐位核对"
            ),
            Self::AllZero => "不能全为 0".to_owned(),
            Self::ResidentId => {
                "处填写的是公民身份号码，请改填营业执照上的 18 位代码（个体工商户同样以营业执照为准）"
                    .to_owned()
            }
            Self::DotSegment => {
                "不能只有“.”或“..”：浏览器会把网址中的这一段去掉，扫码会打开别的页面".to_owned()
            }
            Self::Shape { example } => format!("格式不对，正确的例子：{example}"),
            Self::Value {
                found,
                expected: (_, zh),
            } => format!("中的“{found}”不对，应为{zh}"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("nothing given"),
            Self::Length { expected, found } => write!(f, "{expected} characters expected, {found} given"),
            Self::TooLong { max, found } => write!(f, "at most {max} characters allowed, {found} given"),
            Self::Character {
                position,
                found,
                expected,
                meant,
            } => {
                write!(f, "character {position} is {found:?}, not {}", expected.en())?;
                meant.map_or(Ok(()), |c| write!(f, "; is it {c:?}?"))
            }
            Self::CheckCharacter {
                position,
                expected,
                found,
            } => {
                write!(
                    f,
                    "check character {position} should be {expected:?}, not {found:?}"
                )
            }
            Self::AllZero => f.write_str("all zero"),
            Self::ResidentId => {
                f.write_str("this is the identity number of a person; give the code on the business licence")
            }
            Self::DotSegment => f.write_str("\".\" and \"..\" alone vanish from web addresses"),
            Self::Shape { example } => write!(f, "not of the shape of {example}"),
            Self::Value {
                found,
                expected: (en, _),
            } => write!(f, "{found:?} is not {en}"),
        }
    }
}

/// A character as a Chinese reader recognises it, by name where it cannot be seen.
pub(crate) fn shown_zh(c: char) -> String {
    match c {
        ' ' => "空格".to_owned(),
        '\t' | '\n' | '\r' => "换行或制表符".to_owned(),
        '\0' => "空字符".to_owned(),
        c if c.is_control() || c.is_whitespace() => format!("不可见字符 U+{:04X}", u32::from(c)),
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => format!("汉字“{c}”"),
        c if crate::half_width::fold_char(c) != c => format!("全角字符“{c}”"),
        c => format!("“{c}”"),
    }
}
