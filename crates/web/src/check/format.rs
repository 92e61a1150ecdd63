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
pub(super) type Format = fn(&str) -> Result<String, FormatError>;

/// Every format a schema may name, with its check; a test compares the list with the OpenAPI document.
/// Formats that bound how a text is shown (`password`, `multiline`), stored (`int64`) or looked for (`scanned-…`) check nothing here.
pub const FORMATS: &[(&str, Option<Format>)] = &[
    ("batch-no", Some(|s| standard::<BatchNo, _>("batch_no", s))),
    ("company-prefix", Some(company_prefix)),
    ("date", Some(date)),
    ("date-time", Some(date_time)),
    ("email", Some(email)),
    ("gtin", Some(|s| standard::<Gtin, _>("gtin", s))),
    ("https-url", Some(|s| standard::<HttpsLink, _>("https_url", s))),
    ("int64", None),
    ("mobile", Some(mobile)),
    ("multiline", None),
    ("password", None),
    ("phone", Some(|s| standard::<Phone, _>("phone", s))),
    ("region", Some(|s| standard::<RegionCode, _>("region", s))),
    (SCANNED_ITEM, None),
    (SCANNED_UNIT, None),
    ("serial-no", Some(|s| standard::<SerialNo, _>("serial_no", s))),
    ("uscc", Some(|s| standard::<Uscc, _>("uscc", s))),
    (
        "uuid",
        Some(|s| common::<Id<()>, _>("uuid", s, "an id", "编号格式不正确")),
    ),
];

/// The check of a format; none for formats that check nothing.
pub(super) fn find(name: &str) -> Option<Format> {
    FORMATS
        .iter()
        .find(|(format, _)| *format == name)
        .and_then(|(_, check)| *check)
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
