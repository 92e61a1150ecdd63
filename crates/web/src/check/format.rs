use crate::HttpsLink;
use identifiers::{
    BatchNo, Explain, Gtin, SerialNo, Uscc,
    phone::{Kind, Phone},
    region::RegionCode,
};
use kernel::{Id, Timestamp, day};
use std::{borrow::Cow, fmt::Display, str::FromStr};

/// Why a text is not of its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    /// The format and what is wrong, such as `uscc.wrong_check_character`.
    pub code: Cow<'static, str>,
    /// The English text.
    pub en: String,
    /// The Chinese text.
    pub zh: String,
}

/// Words to look for, or what a scanner read, which becomes the number of the item.
pub(super) const SCANNED_ITEM: &str = "scanned-item";

/// The beginning of a serial, or what a scanner read, which becomes a canonical link.
pub(super) const SCANNED_UNIT: &str = "scanned-unit";

/// Judges a text and answers its canonical spelling.
type Judge = fn(&str) -> Result<String, FormatError>;

/// A format a schema may name. What the document says of it beside its name follows from here, too.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name in schemas.
    pub name: &'static str,
    /// The pattern of canonical spellings, for those who make requests; what comes in is judged by the check, which mends more and
    /// says more.
    pub pattern: Option<&'static str>,
    /// The most characters, where the schema of a field says nothing else.
    pub max_length: Option<usize>,
    pub(super) check: Option<Judge>,
}

impl Format {
    const fn new(name: &'static str, check: Judge) -> Self {
        Self {
            name,
            pattern: None,
            max_length: None,
            check: Some(check),
        }
    }

    /// A format that bounds how a text is shown or stored.
    const fn unchecked(name: &'static str) -> Self {
        Self {
            name,
            pattern: None,
            max_length: None,
            check: None,
        }
    }

    const fn like(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self
    }

    const fn at_most(mut self, max_length: usize) -> Self {
        self.max_length = Some(max_length);
        self
    }
}

/// The characters of GS1's set 82, as many as a batch or serial number may have.
const CSET_82: &str = r#"^[!"%-?A-Z_a-z]{1,20}$"#;

/// Every format a schema may name, with its check; a test compares the list with the OpenAPI document.
pub const FORMATS: &[Format] = &[
    Format::new("batch-no", |s| standard::<BatchNo, _>("batch_no", s))
        .like(CSET_82)
        .at_most(20),
    Format::new("company-prefix", company_prefix)
        .like("^[0-9]{7,10}$")
        .at_most(10),
    Format::new("date", date).like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    Format::new("date-time", date_time),
    Format::new("email", email),
    Format::new("gtin", |s| standard::<Gtin, _>("gtin", s)).like("^([0-9]{8}|[0-9]{12,14})$"),
    Format::new("https-url", |s| standard::<HttpsLink, _>("https_url", s)),
    Format::unchecked("int64"),
    Format::new("mobile", mobile),
    Format::unchecked("multiline"),
    Format::unchecked("password"),
    Format::new("phone", |s| standard::<Phone, _>("phone", s)),
    Format::new("region", |s| standard::<RegionCode, _>("region", s)).like("^[0-9]{6}$"),
    Format::unchecked(SCANNED_ITEM),
    Format::unchecked(SCANNED_UNIT),
    Format::new("serial-no", |s| standard::<SerialNo, _>("serial_no", s))
        .like(CSET_82)
        .at_most(20),
    Format::new("uscc", |s| standard::<Uscc, _>("uscc", s)).like("^[0-9A-Z]{18}$"),
    Format::new("uuid", |s| {
        common::<Id<()>, _>("uuid", s, "an id", "编号格式不正确")
    })
    .like("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
];

/// The format of this name.
pub(super) fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// An identifier of the field, which knows what is wrong with it.
fn standard<T, E>(format: &'static str, text: &str) -> Result<String, FormatError>
where
    T: FromStr<Err = E> + Display,
    E: Explain,
{
    match text.parse::<T>() {
        Ok(value) => Ok(value.to_string()),
        Err(e) => Err(FormatError {
            code: format!("{format}.{}", e.code()).into(),
            en: e.to_string(),
            zh: e.zh(),
        }),
    }
}

fn common<T, E>(
    format: &'static str,
    text: &str,
    en: &'static str,
    zh: &'static str,
) -> Result<String, FormatError>
where
    T: FromStr<Err = E> + Display,
{
    text.parse::<T>()
        .ok()
        .map(|value| value.to_string())
        .ok_or_else(|| wrong(format, en, zh))
}

fn wrong(format: &'static str, en: &str, zh: &str) -> FormatError {
    FormatError {
        code: format.into(),
        en: format!("this must be {en}"),
        zh: zh.to_owned(),
    }
}

/// Seven to ten digits (GB 12904-2008); which of them are whose is for GS1 China to say.
fn company_prefix(text: &str) -> Result<String, FormatError> {
    match (7..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        true => Ok(text.to_owned()),
        false => Err(wrong(
            "company-prefix",
            "seven to ten digits",
            "厂商识别代码应为 7–10 位数字",
        )),
    }
}

fn mobile(text: &str) -> Result<String, FormatError> {
    match text.parse::<Phone>() {
        Ok(phone) if phone.kind() == Kind::Mobile => Ok(phone.to_string()),
        _ => Err(wrong(
            "mobile",
            "a mainland mobile number of eleven digits",
            "请填写 11 位手机号码",
        )),
    }
}

fn date(text: &str) -> Result<String, FormatError> {
    day::read(text).map(|day| day.to_string()).ok_or_else(|| {
        wrong(
            "date",
            "a calendar date such as 2026-11-21, of the years 1900 to 9999",
            "日期格式应为 2026-11-21，年份为 1900–9999，且日期存在",
        )
    })
}

fn date_time(text: &str) -> Result<String, FormatError> {
    serde_json::from_value::<Timestamp>(text.into())
        .ok()
        .map(|at| at.to_string())
        .ok_or_else(|| {
            wrong(
                "date-time",
                "an RFC 3339 time with its offset",
                "时间格式应为 2026-11-21T10:00:00+08:00",
            )
        })
}

fn email(text: &str) -> Result<String, FormatError> {
    match validator::ValidateEmail::validate_email(&text) {
        true => Ok(text.to_owned()),
        false => Err(wrong("email", "an e-mail address", "电子邮箱格式不正确")),
    }
}
