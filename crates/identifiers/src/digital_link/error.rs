use super::{Ai, Fault};
use crate::{Explain, error::shown_zh};

/// Why a text is no GS1 Digital Link, or why a link cannot be built.
///
/// Positions count characters from 1, in the link as given; for a request target the query follows the path and
/// its question mark.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A character that no URI may have (RFC 3986).
    #[error("character {position} of the link is {found:?}, which must be percent-encoded")]
    Character {
        /// Which character.
        position: usize,
        /// The character itself.
        found: char,
    },
    /// A percent sign without two hex digits after it.
    #[error("the percent sign at character {position} of the link is not followed by two hex digits")]
    Escape {
        /// Which character.
        position: usize,
    },
    /// Another scheme than http and https, or none.
    #[error("a GS1 Digital Link begins with https:// or http://")]
    Scheme,
    /// No host name, or one with characters it may not have.
    #[error("the link has no proper host name")]
    Host,
    /// A user name before the host name, as phishing links have it.
    #[error("a user name before the host name is not allowed")]
    UserInfo,
    /// A port that is no number up to 65535.
    #[error("the port is not a number from 0 to 65535")]
    Port,
    /// A part after `#`, which never reaches a server.
    #[error("the fragment at character {position} of the link is not allowed")]
    Fragment {
        /// Where the number sign stands.
        position: usize,
    },
    /// A semicolon between attributes, which not every reader understands.
    #[error(
        "the semicolon at character {position} of the link; write & between attributes, %3B inside a value"
    )]
    Semicolon {
        /// Which character.
        position: usize,
    },
    /// A slash at the end of the path.
    #[error("the path ends with a slash")]
    TrailingSlash,
    /// Two slashes with nothing between them.
    #[error("the path has an empty segment")]
    EmptySegment,
    /// No primary key in the path.
    #[error("the path has no GS1 key, such as /01/ and a GTIN")]
    NoKey,
    /// An application identifier at the end of the path, without a value.
    #[error("the path ends after ({ai}) without a value")]
    NoValue {
        /// The identifier.
        ai: Ai,
    },
    /// A word for an application identifier, as links had them before version 1.3 of the standard.
    #[error("the word {word:?} was removed from the standard in 2022; write {ai}")]
    Word {
        /// The word.
        word: &'static str,
        /// What it stood for.
        ai: Ai,
    },
    /// A compressed link, which this crate does not expand.
    #[error("compressed links are not supported")]
    Compressed,
    /// A number that is no application identifier.
    #[error("{found:?} is no application identifier of GS1")]
    UnknownAi {
        /// The text, shortened.
        found: String,
    },
    /// An application identifier that does not qualify the primary key.
    #[error("({ai}) cannot stand in the path below ({key})")]
    NotQualifier {
        /// The identifier.
        ai: Ai,
        /// The primary key.
        key: Ai,
    },
    /// Two qualifiers in the wrong order.
    #[error("({ai}) must stand before ({other}) in the path")]
    Order {
        /// The one that must stand before.
        ai: Ai,
        /// The one it stands after.
        other: Ai,
    },
    /// Two qualifiers that do not go together.
    #[error("({ai}) and ({other}) cannot stand in the path together")]
    Alternatives {
        /// The second one.
        ai: Ai,
        /// The first one.
        other: Ai,
    },
    /// The same application identifier twice.
    #[error("({ai}) occurs twice")]
    Duplicate {
        /// The identifier.
        ai: Ai,
    },
    /// An attribute that has its place in the path.
    #[error("({ai}) belongs in the path, not in the query")]
    BelongsInPath {
        /// The identifier.
        ai: Ai,
    },
    /// An application identifier that no link carries in its query.
    #[error("({ai}) may not stand in the query")]
    NotAttribute {
        /// The identifier.
        ai: Ai,
    },
    /// An application identifier without another one that it needs.
    #[error("({ai}) needs {needs} beside it (+ means and, a comma means or)")]
    Requires {
        /// The identifier.
        ai: Ai,
        /// What it needs, in the notation of the dictionary: `+` means and, a comma or, `n` any digit.
        needs: &'static str,
    },
    /// Two application identifiers that exclude each other.
    #[error("({ai}) and ({other}) exclude each other")]
    Excludes {
        /// The one with the rule.
        ai: Ai,
        /// The other one.
        other: Ai,
    },
    /// A value that does not fit its application identifier.
    #[error("({ai}) {fault}")]
    Value {
        /// The identifier.
        ai: Ai,
        /// What is wrong with the value.
        fault: Fault,
    },
}

impl Error {
    /// The application identifier the error is about, if it is about one.
    #[must_use]
    pub fn ai(&self) -> Option<Ai> {
        match self {
            Self::NoValue { ai }
            | Self::Word { ai, .. }
            | Self::NotQualifier { ai, .. }
            | Self::Order { ai, .. }
            | Self::Alternatives { ai, .. }
            | Self::Duplicate { ai }
            | Self::BelongsInPath { ai }
            | Self::NotAttribute { ai }
            | Self::Requires { ai, .. }
            | Self::Excludes { ai, .. }
            | Self::Value { ai, .. } => Some(*ai),
            _ => None,
        }
    }
}

impl Explain for Error {
    fn code(&self) -> &'static str {
        match self {
            Self::Character { .. } => "not_a_uri_character",
            Self::Escape { .. } => "wrong_escape",
            Self::Scheme => "wrong_scheme",
            Self::Host => "wrong_host",
            Self::UserInfo => "user_info",
            Self::Port => "wrong_port",
            Self::Fragment { .. } => "fragment",
            Self::Semicolon { .. } => "semicolon",
            Self::TrailingSlash => "trailing_slash",
            Self::EmptySegment => "empty_segment",
            Self::NoKey => "no_key",
            Self::NoValue { .. } => "no_value",
            Self::Word { .. } => "word_instead_of_ai",
            Self::Compressed => "compressed_unsupported",
            Self::UnknownAi { .. } => "unknown_ai",
            Self::NotQualifier { .. } => "not_a_qualifier",
            Self::Order { .. } => "wrong_order",
            Self::Alternatives { .. } => "qualifiers_exclude_each_other",
            Self::Duplicate { .. } => "duplicate_ai",
            Self::BelongsInPath { .. } => "belongs_in_path",
            Self::NotAttribute { .. } => "not_an_attribute",
            Self::Requires { .. } => "required_ai_missing",
            Self::Excludes { .. } => "ais_exclude_each_other",
            Self::Value { fault, .. } => fault.code(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Character { position, found } => {
                format!("链接第 {position} 个字符是{}，须用百分号编码", shown_zh(*found))
            }
            Self::Escape { position } => format!("链接第 {position} 个字符“%”后应为两位十六进制数字"),
            Self::Scheme => "链接应以 https:// 或 http:// 开头".to_owned(),
            Self::Host => "链接缺少正确的域名".to_owned(),
            Self::UserInfo => "链接的域名前不得带用户名（@）".to_owned(),
            Self::Port => "链接的端口应为 0–65535 的数字".to_owned(),
            Self::Fragment { position } => format!("链接第 {position} 个字符“#”及其后的内容应删去"),
            Self::Semicolon { position } => {
                format!("链接第 {position} 个字符是分号，参数之间请用 &，值中的分号请写作 %3B")
            }
            Self::TrailingSlash => "链接路径末尾多了斜杠“/”".to_owned(),
            Self::EmptySegment => "链接路径中有连续的斜杠“//”".to_owned(),
            Self::NoKey => "链接路径中没有 GS1 主键，例如 /01/ 加 14 位 GTIN".to_owned(),
            Self::NoValue { ai } => format!("链接路径在 {ai} 之后缺少值"),
            Self::Word { word, ai } => format!("“{word}”自 2022 年起已从标准中删除，请改为 {ai}"),
            Self::Compressed => "暂不支持压缩形式的链接，请使用未压缩的链接".to_owned(),
            Self::UnknownAi { found } => format!("“{found}”不是 GS1 应用标识符"),
            Self::NotQualifier { ai, key } => format!("应用标识符 {ai} 不能出现在 {key} 之后的路径中"),
            Self::Order { ai, other } => format!("路径中 {ai} 应在 {other} 之前"),
            Self::Alternatives { ai, other } => format!("路径中 {ai} 与 {other} 不能同时出现"),
            Self::Duplicate { ai } => format!("应用标识符 {ai} 重复出现"),
            Self::BelongsInPath { ai } => format!("应用标识符 {ai} 应写在路径中，不能写在问号之后"),
            Self::NotAttribute { ai } => format!("应用标识符 {ai} 不能写在问号之后"),
            Self::Requires { ai, needs } => {
                format!("应用标识符 {ai} 须与 {needs} 同时出现（逗号表示任选其一，+ 表示须全部）")
            }
            Self::Excludes { ai, other } => format!("应用标识符 {ai} 与 {other} 不能同时出现"),
            Self::Value { ai, fault } => format!("应用标识符 {ai} 的值{}", fault.zh()),
        }
    }
}
