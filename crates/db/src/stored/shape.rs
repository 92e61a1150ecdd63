use super::{NotWhole, Pruned, prune};
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
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::{io::Write, marker::PhantomData};

/// The field that says in which shape a record was written.
const NUMBER: &str = "shape";

/// A record that is kept as a JSON object.
pub trait Shape: Serialize + DeserializeOwned {
    /// What it is called in `migrations/README.md`, in fixtures and in the log.
    const NAME: &'static str;

    /// The number that is written with it; raised with every change of its fields. Records from before numbers were
    /// written count as 0.
    const SHAPE: u32;

    /// Brings the fields of an older shape to this one, as far as defaults do not.
    fn upgrade(_from: u32, _fields: &mut Map<String, Value>) {}

    /// What stands in for the fields it cannot be without.
    #[must_use]
    fn stand_ins() -> Map<String, Value> {
        Map::new()
    }

    /// Reads the fields for what the type knows.
    #[must_use]
    fn parse(fields: Map<String, Value>, stand_ins: &Map<String, Value>) -> Pruned<Self> {
        prune(fields, stand_ins)
    }
}

/// A column that holds a record of shape `T`. Loading it never fails; what is in it shows when it is read.
#[derive(Debug, Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Stored<T> {
    /// None of a value that JSON cannot express, which is refused when it is written.
    text: Option<String>,
    of: PhantomData<fn() -> T>,
}

/// What was read of a stored record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    /// The record; none when nothing of it can be read that could stand.
    pub value: Option<T>,
    /// JSON pointers to what cannot be read, the empty one for the whole record.
    pub unreadable: Vec<String>,
    /// Whether a newer program wrote it, or it has fields this program does not know.
    pub is_newer: bool,
}

impl<T: Shape> Stored<T> {
    /// The text of a record, with the number of its shape.
    #[must_use]
    pub fn of(value: &T) -> Self {
        let text = match serde_json::to_value(value) {
            Ok(Value::Object(mut fields)) => {
                fields.insert(NUMBER.to_owned(), T::SHAPE.into());
                Some(Value::Object(fields).to_string())
            }
            _ => None,
        };
        Self {
            text,
            of: PhantomData,
        }
    }

    /// A record as it was found; for fixtures.
    #[must_use]
    pub fn from_text(text: String) -> Self {
        Self {
            text: Some(text),
            of: PhantomData,
        }
    }

    /// Reads the record.
    #[must_use]
    pub fn read(&self) -> Reading<T> {
        self.read_with(Map::new())
    }

    /// Reads the record; what it cannot be without comes from `known` where the record does not say it.
    #[must_use]
    pub fn read_with(&self, known: Map<String, Value>) -> Reading<T> {
        let mut stand_ins = T::stand_ins();
        stand_ins.extend(known);
        let text = self.text.as_deref().unwrap_or_default();
        let (mut fields, is_object) = match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => (fields, true),
            _ => (Map::new(), false),
        };
        let from = match fields.remove(NUMBER) {
            None => 0,
            Some(number) => number
                .as_u64()
                .and_then(|n| u32::try_from(n).ok())
                .unwrap_or(u32::MAX),
        };
        if from < T::SHAPE {
            T::upgrade(from, &mut fields);
        }
        let found = T::parse(fields, &stand_ins);
        let mut unreadable: Vec<String> = found.lost.into_iter().collect();
        if !is_object || found.value.is_none() {
            unreadable = vec![String::new()];
        }
        Reading {
            value: found.value,
            unreadable,
            is_newer: from > T::SHAPE || !found.unknown.is_empty(),
        }
    }
}

impl<T> Reading<T> {
    /// The names of the record's own fields that cannot be read or lack something; `record` for all of it.
    #[must_use]
    pub fn unreadable_fields(&self) -> Vec<String> {
        let mut names: Vec<String> = vec![];
        for pointer in &self.unreadable {
            let name = pointer.split('/').nth(1).unwrap_or("record");
            if !names.iter().any(|n| n == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// What was read of the record and the fields that were not.
    ///
    /// # Errors
    /// When nothing of it can stand.
    pub fn partly(self) -> Result<Partly<T>, NotWhole> {
        let (unreadable, is_newer) = (self.unreadable_fields(), self.is_newer);
        match self.value {
            Some(value) => Ok(Partly {
                value,
                unreadable,
                is_newer,
            }),
            None => Err(NotWhole::Unreadable {
                fields: unreadable.join(", "),
            }),
        }
    }
}

/// A record as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partly<T> {
    /// The record, with defaults where it cannot be read.
    pub value: T,
    /// The names of its own fields that cannot be read or lack something; `record` for all of it.
    pub unreadable: Vec<String>,
    is_newer: bool,
}

impl<T> Partly<T> {
    /// Refuses a record that would lose something if this program wrote it again.
    ///
    /// # Errors
    /// When a newer program wrote it.
    pub fn editable(self) -> Result<Self, NotWhole> {
        match self.is_newer {
            true => Err(NotWhole::Newer),
            false => Ok(self),
        }
    }

    /// The record, if all of it was read.
    ///
    /// # Errors
    /// When part of it cannot be read, or a newer program wrote it.
    pub fn whole(self) -> Result<T, NotWhole> {
        let read = self.editable()?;
        match read.unreadable.is_empty() {
            true => Ok(read.value),
            false => Err(NotWhole::Unreadable {
                fields: read.unreadable.join(", "),
            }),
        }
    }
}

/// A shape as tests go through them: all that are stored, whatever their types.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What it is called.
    pub name: &'static str,
    /// Where it is kept, as `table.column`.
    pub column: &'static str,
    /// The number that is written now.
    pub shape: u32,
    /// Reads a text and shows what was read.
    pub read: fn(&str) -> Reading<Value>,
}

impl Entry {
    /// The shape `T`, kept in a column.
    #[must_use]
    pub const fn of<T: Shape>(column: &'static str) -> Self {
        Self {
            name: T::NAME,
            column,
            shape: T::SHAPE,
            read: |text| {
                let read = Stored::<T>::from_text(text.to_owned()).read();
                Reading {
                    value: read.value.and_then(|v| serde_json::to_value(v).ok()),
                    unreadable: read.unreadable,
                    is_newer: read.is_newer,
                }
            },
        }
    }
}

impl<T, DB: Backend> FromSql<Text, DB> for Stored<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> FromResult<Self> {
        Ok(Self {
            text: Some(String::from_sql(raw)?),
            of: PhantomData,
        })
    }
}

impl<T> Stored<T> {
    fn text(&self) -> Result<&str, Box<dyn std::error::Error + Send + Sync>> {
        Ok(self
            .text
            .as_deref()
            .ok_or("the record cannot be written as JSON")?)
    }
}

impl<T: std::fmt::Debug> ToSql<Text, Sqlite> for Stored<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> ToResult {
        out.set_value(self.text()?.to_owned());
        Ok(IsNull::No)
    }
}

impl<T: std::fmt::Debug> ToSql<Text, Pg> for Stored<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> ToResult {
        out.write_all(self.text()?.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl<T: std::fmt::Debug + 'static> ToSql<Text, MultiBackend> for Stored<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> ToResult {
        out.set_value((Text, self));
        Ok(IsNull::No)
    }
}
