use crate::connection::MultiBackend;
use diesel::{
    backend::Backend,
    deserialize::{FromSql, FromSqlRow, Result as FromResult},
    expression::AsExpression,
    pg::Pg,
    serialize::{IsNull, Output, Result as ToResult, ToSql},
    sql_types::Text,
    sqlite::Sqlite,
};
use serde::{Serialize, Serializer, de::DeserializeOwned};
use serde_json::Value;
use std::{fmt::Debug, io::Write};

/// A column that holds a plain list as a JSON array; in the API it is the list itself. Loading it never fails: an item
/// that cannot be read is not in the list, and stays in the column when the list is written back.
#[derive(Debug, Clone, PartialEq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct List<T: Debug>(pub Vec<T>, Unread);

/// What of a list cannot be read.
#[derive(Debug, Clone, Default, PartialEq)]
enum Unread {
    /// Nothing.
    #[default]
    None,
    /// These items.
    Items(Vec<Value>),
    /// All of it: it is no list.
    All,
}

impl<T: Debug> Default for List<T> {
    fn default() -> Self {
        Self::of(vec![])
    }
}

impl<T: Debug> List<T> {
    /// A list to be stored.
    #[must_use]
    pub fn of(items: Vec<T>) -> Self {
        Self(items, Unread::None)
    }

    /// Whether all of it was read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.1 == Unread::None
    }

    /// The same column with other items: what of it cannot be read stays.
    #[must_use]
    pub fn with(self, items: Vec<T>) -> Self {
        Self(items, self.1)
    }
}

impl<T: Debug + DeserializeOwned> List<T> {
    fn parse(text: &str) -> Self {
        let Ok(Value::Array(all)) = serde_json::from_str(text) else {
            return Self(vec![], Unread::All);
        };
        let (mut items, mut unread) = (vec![], vec![]);
        for value in all {
            match serde_json::from_value(value.clone()) {
                Ok(item) => items.push(item),
                Err(_unknown) => unread.push(value),
            }
        }
        match unread.is_empty() {
            true => Self(items, Unread::None),
            false => Self(items, Unread::Items(unread)),
        }
    }
}

impl<T: Debug + Serialize> List<T> {
    fn text(&self) -> serde_json::Result<String> {
        let mut all = self
            .0
            .iter()
            .map(serde_json::to_value)
            .collect::<serde_json::Result<Vec<_>>>()?;
        if let Unread::Items(unread) = &self.1 {
            all.extend(unread.iter().cloned());
        }
        serde_json::to_string(&all)
    }
}

impl<T: Debug + Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(s)
    }
}

impl<T: Debug + DeserializeOwned, DB: Backend> FromSql<Text, DB> for List<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> FromResult<Self> {
        Ok(Self::parse(&String::from_sql(raw)?))
    }
}

impl<T: Debug + Serialize> ToSql<Text, Sqlite> for List<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> ToResult {
        out.set_value(self.text()?);
        Ok(IsNull::No)
    }
}

impl<T: Debug + Serialize> ToSql<Text, Pg> for List<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> ToResult {
        out.write_all(self.text()?.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl<T: Debug + Serialize + Send + Sync + 'static> ToSql<Text, MultiBackend> for List<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> ToResult {
        out.set_value((Text, self));
        Ok(IsNull::No)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_that_cannot_be_read_is_left_out_and_written_back() {
        let found = List::<u8>::parse(r#"[1, "two", 3]"#);
        assert_eq!((found.0.as_slice(), found.is_whole()), (&[1, 3][..], false));
        assert_eq!(found.with(vec![9]).text().unwrap(), r#"[9,"two"]"#);
    }

    #[test]
    fn what_is_no_list_is_an_empty_one_that_says_so() {
        for text in ["", "null", "{}", "[1", "3"] {
            let found = List::<u8>::parse(text);
            assert!(found.0.is_empty() && !found.is_whole(), "{text}");
        }
        assert!(List::<u8>::parse("[]").is_whole());
    }
}
