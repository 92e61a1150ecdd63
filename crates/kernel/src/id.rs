use crate::Timestamp;
use diesel::{
    backend::Backend,
    deserialize::{FromSql, FromSqlRow, Result as FromResult},
    expression::AsExpression,
    serialize::{Output, Result as ToResult, ToSql},
    sql_types::Text,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    str::FromStr,
};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, SchemaFormat, schema::Type},
};

/// The id of one `T`: a UUIDv7 as text, so ids sort by the time they were made and mean nothing to a client.
///
/// The text is checked on the way in: whatever is not a lower-case hyphenated UUID never reaches the database.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Id<T: 'static> {
    text: String,
    of: PhantomData<fn() -> T>,
}

/// The text is not an id.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAnId;

impl<T> Id<T> {
    /// A new id, larger than every id this process made before.
    #[must_use]
    pub fn new() -> Self {
        Self::from_uuid(uuid::Uuid::now_v7())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// When it was made, which a UUIDv7 begins with.
    #[must_use]
    pub fn made_at(&self) -> Option<Timestamp> {
        let (seconds, nanos) = uuid::Uuid::try_parse(&self.text).ok()?.get_timestamp()?.to_unix();
        let millis = i64::try_from(seconds).ok()? * 1000 + i64::from(nanos / 1_000_000);
        Some(Timestamp::from_unix_millis(millis))
    }

    /// The same text as the id of something else; for a record that shares its owner's id.
    #[must_use]
    pub fn cast<U>(&self) -> Id<U> {
        Id {
            text: self.text.clone(),
            of: PhantomData,
        }
    }

    fn from_uuid(uuid: uuid::Uuid) -> Self {
        Self {
            text: uuid.hyphenated().to_string(),
            of: PhantomData,
        }
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(s: &str) -> Result<Self, NotAnId> {
        match uuid::Uuid::try_parse(s) {
            Ok(uuid) if s.len() == 36 => Ok(Self::from_uuid(uuid)),
            _ => Err(NotAnId),
        }
    }
}

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}

impl std::error::Error for NotAnId {}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            of: PhantomData,
        }
    }
}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.text)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}
impl<T, DB: Backend> FromSql<Text, DB> for Id<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> FromResult<Self> {
        Ok(Self {
            text: String::from_sql(raw)?,
            of: PhantomData,
        })
    }
}
impl<T, DB: Backend> ToSql<Text, DB> for Id<T>
where
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> ToResult {
        self.text.to_sql(out)
    }
}
impl<T> PartialSchema for Id<T> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::Custom("uuid".to_owned())))
            .into()
    }
}
impl<T> ToSchema for Id<T> {
    fn name() -> Cow<'static, str> {
        "Id".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ordered_by_time_of_making() {
        let made: Vec<Id<()>> = (0..1000).map(|_| Id::new()).collect();
        assert!(made.is_sorted());
    }

    #[test]
    fn only_hyphenated_uuids_are_ids() {
        let id = Id::<()>::new();
        assert_eq!(id.as_str().parse(), Ok(id.clone()));
        for bad in [
            "",
            "1",
            "' OR 1=1",
            &id.as_str().replace('-', ""),
            &format!("{{{id}}}"),
            &"a".repeat(36),
        ] {
            assert_eq!(bad.parse::<Id<()>>(), Err(NotAnId), "{bad}");
        }
    }

    #[test]
    fn upper_case_is_read_as_the_same_id() {
        let id = Id::<()>::new();
        assert_eq!(id.as_str().to_uppercase().parse(), Ok(id));
    }
}
