use super::{
    format::{self, SCANNED_ITEM, SCANNED_UNIT},
    wording,
};
use crate::FieldError;
use identifiers::{
    Scanned,
    unseen::{self, is_unseen},
};
use regex_lite::Regex;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// How many wrong fields are told at once; whoever sends more is no form, and the answer must not outgrow the body.
const MOST_ERRORS: usize = 100;

/// Formats of what is said of a thing, not of which thing is meant.
const WORDS: &[&str] = &[
    "email",
    "https-url",
    "mobile",
    "multiline",
    "password",
    "phone",
    SCANNED_ITEM,
    SCANNED_UNIT,
];

/// What one place of a record may hold.
#[derive(Debug)]
pub(super) enum Node {
    Text(Text),
    OneOf(Vec<String>),
    Integer {
        min: Option<i64>,
        max: Option<i64>,
    },
    Boolean,
    List {
        items: Box<Node>,
        min: usize,
        max: Option<usize>,
    },
    Record(Record),
    /// An object whose fields nobody declares.
    Object,
    Nullable(Box<Node>),
    Any,
}

#[derive(Debug)]
pub(super) struct Text {
    pub(super) min: usize,
    pub(super) max: Option<usize>,
    pub(super) pattern: Option<Regex>,
    pub(super) format: Option<String>,
}

#[derive(Debug)]
pub(super) struct Record {
    pub(super) fields: Vec<Field>,
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) required: bool,
    pub(super) node: Node,
}

impl Node {
    pub(super) fn judge(&self, value: &mut Value, at: &str, title: &str, found: &mut Vec<FieldError>) {
        if found.len() >= MOST_ERRORS {
            return;
        }
        let mut wrong = |error: FieldError| {
            found.push(FieldError {
                pointer: at.to_owned(),
                ..error
            })
        };
        match self {
            Self::Any => {}
            Self::Nullable(inner) => match inner.as_ref() {
                node if is_blank(value) && node.selects() => wrong(wording::blank(title)),
                Self::Text(_) if is_blank(value) => *value = Value::Null,
                node if !value.is_null() => node.judge(value, at, title, found),
                _ => {}
            },
            Self::Text(text) => match value {
                Value::String(s) => text.judge(s, title).into_iter().for_each(wrong),
                _ => wrong(wording::wrong_type(title, "text")),
            },
            Self::OneOf(codes) => match value.as_str() {
                Some(code) if codes.iter().any(|c| c == code) => {}
                _ => wrong(wording::not_in_list(title, codes)),
            },
            Self::Boolean if value.is_boolean() => {}
            Self::Boolean => wrong(wording::wrong_type(title, "boolean")),
            Self::Integer { min, max } => match value.as_i64() {
                None => wrong(wording::wrong_type(title, "integer")),
                Some(n) => match (min, max) {
                    (Some(min), _) if n < *min => wrong(wording::too_small(title, *min)),
                    (_, Some(max)) if n > *max => wrong(wording::too_big(title, *max)),
                    _ => {}
                },
            },
            Self::List { items, min, max } => match value {
                Value::Array(list) => {
                    match max {
                        _ if list.len() < *min => wrong(wording::too_few(title, *min)),
                        Some(max) if list.len() > *max => wrong(wording::too_many(title, *max)),
                        _ => {}
                    }
                    for (i, item) in list.iter_mut().enumerate().take(max.unwrap_or(usize::MAX)) {
                        items.judge(item, &format!("{at}/{i}"), title, found);
                    }
                }
                _ => wrong(wording::wrong_type(title, "list")),
            },
            Self::Object if value.is_object() => {}
            Self::Object => wrong(wording::wrong_type(title, "object")),
            Self::Record(record) => match value {
                Value::Object(object) => record.judge(object, at, found),
                _ => wrong(wording::wrong_type(title, "object")),
            },
        }
    }

    /// Whether a value of this kind says which things are meant: ids, numbers, codes, days. A blank one says nothing; one that was
    /// left out says that it does not matter. Of plain words both say the same.
    pub(super) fn selects(&self) -> bool {
        match self {
            Self::Text(text) => {
                text.pattern.is_some() || text.format.as_deref().is_some_and(|f| !WORDS.contains(&f))
            }
            Self::OneOf(_) => true,
            Self::Nullable(inner) => inner.selects(),
            _ => false,
        }
    }
}

/// An empty column must not come to mean "all".
fn is_blank(value: &Value) -> bool {
    value.as_str().is_some_and(unseen::is_blank)
}

impl Record {
    fn judge(&self, object: &mut Map<String, Value>, at: &str, found: &mut Vec<FieldError>) {
        for field in &self.fields {
            let at = format!("{at}/{}", field.name);
            match object.get_mut(&field.name) {
                Some(value) if !field.required && is_blank(value) && field.node.selects() => {
                    found.push(FieldError {
                        pointer: at,
                        ..wording::blank(&field.title)
                    });
                }
                Some(value) => field.node.judge(value, &at, &field.title, found),
                None if field.required && found.len() < MOST_ERRORS => {
                    found.push(FieldError {
                        pointer: at,
                        ..wording::required(&field.title)
                    });
                }
                None => {}
            }
        }
        let room = MOST_ERRORS.saturating_sub(found.len());
        for name in object
            .keys()
            .filter(|name| !self.fields.iter().any(|f| f.name == **name))
            .take(room)
        {
            let escaped = name.replace('~', "~0").replace('/', "~1");
            found.push(FieldError {
                pointer: format!("{at}/{escaped}"),
                ..wording::unknown(name)
            });
        }
    }
}

impl Text {
    /// The text as it is kept: without what nobody sees, so that it is found again as it is shown; of an identifier nothing unseen
    /// stays, of words what shapes letters and emoji does.
    fn tidied<'a>(&self, text: &'a str, lines: bool) -> Cow<'a, str> {
        if unseen::is_blank(text) {
            return if text.is_empty() {
                Cow::Borrowed(text)
            } else {
                Cow::Owned(String::new())
            };
        }
        let mut tidied = match self.is_identifier() {
            true => unseen::drop(text),
            false => unseen::drop_from_words(text),
        };
        if lines && tidied.contains('\r') {
            tidied = Cow::Owned(tidied.replace("\r\n", "\n").replace('\r', "\n"));
        }
        if tidied.contains(is_line_break) {
            tidied = Cow::Owned(tidied.replace(is_line_break, if lines { "\n" } else { " " }));
        }
        if tidied.trim().len() != tidied.len() {
            tidied = Cow::Owned(tidied.trim().to_owned());
        }
        tidied
    }

    /// What a scanner read, where that may stand; a number alone is what people type as well.
    fn scanned(&self, text: &str) -> Option<String> {
        let format = self
            .format
            .as_deref()
            .filter(|f| [SCANNED_ITEM, SCANNED_UNIT].contains(f))?;
        let code = Scanned::read(text).filter(|code| !code.is_number(text.trim()))?;
        Some(match format == SCANNED_ITEM {
            true => code.number().to_owned(),
            false => code.canonical(),
        })
    }

    /// Whether it is read by a rule of its own rather than by people alone.
    fn is_identifier(&self) -> bool {
        let format = self.format.as_deref().unwrap_or_default();
        self.pattern.is_some() || format::find(format).is_some()
    }

    fn judge(&self, text: &mut String, title: &str) -> Option<FieldError> {
        let secret = self.format.as_deref() == Some("password");
        let lines = self.format.as_deref() == Some("multiline");
        if let Some(scanned) = self.scanned(text) {
            *text = scanned;
            return None;
        }
        if !secret && let Cow::Owned(tidied) = self.tidied(text, lines) {
            *text = tidied;
        }
        let hidden = |c: char| match secret {
            true => c.is_control() || is_unseen(c) || is_line_break(c),
            false => c.is_control() && !(lines && matches!(c, '\n' | '\t')),
        };
        if let Some(c) = text.chars().find(|c| hidden(*c)) {
            return Some(wording::control_character(title, c));
        }
        let length = text.chars().count();
        if length == 0 && self.min > 0 {
            return Some(wording::required(title));
        }
        if length < self.min {
            return Some(wording::too_short(title, self.min));
        }
        if let Some(max) = self.max.filter(|max| length > *max) {
            return Some(wording::too_long(title, max));
        }
        if self.pattern.as_ref().is_some_and(|p| !p.is_match(text)) {
            return Some(wording::pattern(title));
        }
        let check = format::find(self.format.as_deref()?)?.check?;
        match check(text) {
            Ok(normal) => {
                *text = normal;
                None
            }
            Err(e) => Some(wording::format(&e)),
        }
    }
}

/// Unicode's separators of lines and paragraphs, which some programs put in for a line feed.
const fn is_line_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}
