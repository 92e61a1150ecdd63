use crate::{ClosedSet, Lang};
use diesel::{
    backend::Backend,
    deserialize::{FromSql, FromSqlRow, Result as FromResult},
    expression::AsExpression,
    serialize::{Output, Result as ToResult, ToSql},
    sql_types::Text,
};
use serde::{Serialize, Serializer};
use std::{
    collections::HashSet,
    fmt,
    sync::{LazyLock, Mutex, PoisonError},
};

/// A code read from a column: a value of the set, or the text of one that only a newer program knows.
///
/// Reading never fails. An unknown code keeps its text, so that what is written back is what was read; whoever decides
/// something by the value asks [`Code::known`] and treats none as undecided, never as one of the known values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Code<E: ClosedSet> {
    /// A value of the set.
    Known(E),
    /// The text of a code the set does not have.
    Unknown(&'static str),
}

/// How many texts of unknown codes are kept. A set has a few codes, so more than this is no newer program.
const MOST: usize = 1_000;

/// What stands for the texts beyond that; it is never written.
const FORGOTTEN: &str = "";

static TEXTS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);

/// Keeps the text of an unknown code for as long as the program runs, so that codes stay as cheap as their values.
fn keep(text: &str) -> &'static str {
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(kept) = texts.get(text) {
        return kept;
    }
    if texts.len() >= MOST {
        return FORGOTTEN;
    }
    let kept: &'static str = text.to_owned().leak();
    texts.insert(kept);
    kept
}

impl<E: ClosedSet> Code<E> {
    /// The code with this text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        E::of_code(text).map_or_else(|| Self::Unknown(keep(text)), Self::Known)
    }

    /// The value, if this program knows it.
    #[must_use]
    pub fn known(self) -> Option<E> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown(_) => None,
        }
    }

    /// Whether only a newer program knows it.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown(_))
    }

    /// The code as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known(value) => value.code(),
            Self::Unknown(text) => text,
        }
    }

    /// The label in this language; one text for all codes that are unknown.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Known(value), lang) => value.label_in(lang),
            (Self::Unknown(_), Lang::Zh) => "无法识别",
            (Self::Unknown(_), Lang::En) => "not recognised",
        }
    }
}

impl<E: ClosedSet> From<E> for Code<E> {
    fn from(value: E) -> Self {
        Self::Known(value)
    }
}

impl<E: ClosedSet> PartialEq<E> for Code<E> {
    fn eq(&self, other: &E) -> bool {
        self.known() == Some(*other)
    }
}

impl<E: ClosedSet> fmt::Display for Code<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<E: ClosedSet> Serialize for Code<E> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<E: ClosedSet, DB: Backend> FromSql<Text, DB> for Code<E>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> FromResult<Self> {
        Ok(Self::of(&String::from_sql(raw)?))
    }
}

impl<E: ClosedSet + fmt::Debug, DB: Backend> ToSql<Text, DB> for Code<E>
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> ToResult {
        match self {
            Self::Unknown(FORGOTTEN) => Err("a code that is not known cannot be written".into()),
            code => code.as_str().to_sql(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::codes! {
        /// For these tests.
        pub enum Light {
            Green = "green", "绿", "green";
        }
    }

    #[test]
    fn an_unknown_code_is_no_known_value_and_keeps_its_text() {
        let known: Code<Light> = Light::Green.into();
        assert!(known == Light::Green && known.as_str() == "green");
        assert_eq!(known.label(Lang::Zh), "绿");
        let newer = Code::<Light>::Unknown("amber");
        assert!(newer != Light::Green && newer.known().is_none() && newer.is_unknown());
        assert_eq!(newer.label(Lang::En), "not recognised");
        assert_eq!(serde_json::to_value(newer).unwrap(), "amber");
    }
}
