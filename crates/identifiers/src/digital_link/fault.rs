use super::{charset::Charset, rule::Linter};
use crate::error::shown_zh;
use std::fmt;

/// What is wrong with the value of one application identifier. Positions count characters from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// There is no value.
    Empty,
    /// The value is shorter or longer than the dictionary says.
    Length {
        /// The fewest characters.
        min: usize,
        /// The most characters.
        max: usize,
        /// The characters found.
        found: usize,
    },
    /// A GTIN of 8, 12 or 13 digits, which links carry with zeros in front.
    ShortGtin {
        /// The digits found.
        found: usize,
    },
    /// A character is not in the set the value is made of.
    Character {
        /// Which character.
        position: usize,
        /// The character itself.
        found: char,
        /// The set.
        allowed: Charset,
    },
    /// `.` or `..` as a part of the path, which browsers take out of an address.
    DotSegment,
    /// A key of zeros only, which identifies nothing.
    AllZero,
    /// The check digit does not fit the rest.
    CheckDigit {
        /// Which character.
        position: usize,
        /// What the rest asks for.
        expected: char,
        /// What is there.
        found: char,
    },
    /// The pair of check characters does not fit the rest.
    CheckPair {
        /// Where the pair begins.
        position: usize,
        /// What the rest asks for.
        expected: String,
    },
    /// A rule of the dictionary is broken.
    Rule {
        /// Where.
        position: usize,
        /// Which rule.
        rule: Linter,
    },
}

impl Fault {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty_value",
            Self::Length { .. } => "wrong_length",
            Self::ShortGtin { .. } => "short_gtin",
            Self::Character { .. } => "wrong_character",
            Self::DotSegment => "dot_segment",
            Self::AllZero => "all_zero",
            Self::CheckDigit { .. } => "wrong_check_digit",
            Self::CheckPair { .. } => "wrong_check_pair",
            Self::Rule { rule, .. } => rule.code(),
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            Self::Empty => "为空".to_owned(),
            Self::Length { min, max, found } if min == max => format!("应为 {max} 个字符，现为 {found} 个"),
            Self::Length { min, max, found } => format!("应为 {min}–{max} 个字符，现为 {found} 个"),
            Self::ShortGtin { found } => format!("只有 {found} 位，GTIN 在链接中须在前面补 0 到 14 位"),
            Self::Character {
                position,
                found,
                allowed,
            } => {
                format!(
                    "第 {position} 个字符是{}，只能使用{}",
                    shown_zh(*found),
                    allowed.zh()
                )
            }
            Self::DotSegment => "不能只有“.”或“..”：浏览器会把网址中的这一段去掉".to_owned(),
            Self::AllZero => "不能全为 0".to_owned(),
            Self::CheckDigit {
                position,
                expected,
                found,
            } => {
                format!("的校验位（第 {position} 位）应为 {expected}，现为 {found}，请逐位核对")
            }
            Self::CheckPair { position, expected } => {
                format!("第 {position} 位起的两个校验字符应为 {expected}")
            }
            Self::Rule { position, rule } => format!("第 {position} 位起有误：{}", rule.zh()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("has no value"),
            Self::Length { min, max, found } if min == max => {
                write!(f, "has {found} characters instead of {max}")
            }
            Self::Length { min, max, found } => write!(f, "has {found} characters instead of {min} to {max}"),
            Self::ShortGtin { found } => {
                write!(
                    f,
                    "is a GTIN of {found} digits; links carry 14, with zeros in front"
                )
            }
            Self::Character {
                position,
                found,
                allowed,
            } => {
                write!(
                    f,
                    "has {found:?} as character {position}; only {} may be used",
                    allowed.en()
                )
            }
            Self::DotSegment => f.write_str("is \".\" or \"..\", which vanishes from web addresses"),
            Self::AllZero => f.write_str("is all zero"),
            Self::CheckDigit {
                position,
                expected,
                found,
            } => {
                write!(
                    f,
                    "has {found} as check digit (character {position}) instead of {expected}"
                )
            }
            Self::CheckPair { position, expected } => {
                write!(
                    f,
                    "should have the check characters {expected} from character {position}"
                )
            }
            Self::Rule { position, rule } => write!(f, "is {} (from character {position})", rule.en()),
        }
    }
}

impl Charset {
    fn en(self) -> &'static str {
        match self {
            Self::Digits => "digits",
            Self::Cset82 => "letters, digits and ! \" % & ' ( ) * + , - . / : ; < = > ? _",
            Self::Cset39 => "capital letters, digits and # - /",
            Self::Cset64 => "letters, digits, - and _",
        }
    }

    fn zh(self) -> &'static str {
        match self {
            Self::Digits => "数字",
            Self::Cset82 => "字母、数字和 ! \" % & ' ( ) * + , - . / : ; < = > ? _（不含汉字和空格）",
            Self::Cset39 => "大写字母、数字和 # - /",
            Self::Cset64 => "字母、数字、- 和 _",
        }
    }
}
