use crate::day;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use diesel::{
    backend::Backend,
    deserialize::{FromSql, FromSqlRow, Result as FromResult},
    expression::AsExpression,
    serialize::{Output, Result as ToResult, ToSql},
    sql_types,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{borrow::Cow, fmt};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, schema::Type},
};

/// An instant in UTC, cut to milliseconds: PostgreSQL keeps microseconds and SQLite nanoseconds, and what is
/// written must be what is read on both. In JSON it is RFC 3339 with `Z`. In the database it is a `TIMESTAMP`, or where
/// writing it has to be fast a `BIGINT` of milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = sql_types::Timestamp)]
pub struct Timestamp(NaiveDateTime);

impl Timestamp {
    /// The present instant of the machine. Code that can be tested takes its time from a [`crate::Clock`].
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    pub fn now() -> Self {
        Self::cut(Utc::now().naive_utc())
    }

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z; out of range is that origin.
    #[must_use]
    pub fn from_unix_millis(millis: i64) -> Self {
        Self(
            DateTime::from_timestamp_millis(millis)
                .unwrap_or_default()
                .naive_utc(),
        )
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix_millis(self) -> i64 {
        self.0.and_utc().timestamp_millis()
    }

    /// Whole seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0.and_utc().timestamp()
    }

    /// The instant this many seconds later, or earlier when negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(
            self.0
                .checked_add_signed(TimeDelta::seconds(seconds))
                .unwrap_or(self.0),
        )
    }

    /// Seconds from `earlier` to this instant.
    #[must_use]
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_seconds()
    }

    /// The calendar day in China (UTC+8), which is what 生产日期 and 有效期 are written in.
    #[must_use]
    pub fn beijing_date(self) -> NaiveDate {
        self.beijing().date_naive()
    }

    /// The instant at which this day began in China.
    #[must_use]
    pub fn beijing_midnight(self) -> Self {
        const EAST_8_SECONDS: i64 = 8 * 3600;
        let into_day = (self.unix_seconds() + EAST_8_SECONDS).rem_euclid(86_400);
        Self::from_unix_millis((self.unix_seconds() - into_day) * 1000)
    }

    /// The instant as people in China read a clock, for pages and exports.
    #[must_use]
    pub fn beijing(self) -> DateTime<FixedOffset> {
        const EAST_8: i32 = 8 * 3600;
        let utc = self.0.and_utc();
        FixedOffset::east_opt(EAST_8).map_or_else(|| utc.fixed_offset(), |zone| utc.with_timezone(&zone))
    }

    fn cut(at: NaiveDateTime) -> Self {
        let millis = at.nanosecond() / 1_000_000 * 1_000_000;
        Self(at.with_nanosecond(millis).unwrap_or(at))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, time) = (self.0.date(), self.0.time());
        let millis = time.nanosecond() / 1_000_000;
        write!(
            f,
            "{day:?}T{:02}:{:02}:{:02}.{millis:03}Z",
            time.hour(),
            time.minute(),
            time.second()
        )
    }
}
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(d)?;
        let at = DateTime::parse_from_rfc3339(&text).map_err(de::Error::custom)?;
        match day::YEARS.contains(&at.naive_utc().year()) {
            true => Ok(Self::cut(at.naive_utc())),
            false => Err(de::Error::custom("a year from 1900 to 9999 is needed")),
        }
    }
}
impl<DB: Backend> FromSql<sql_types::Timestamp, DB> for Timestamp
where
    NaiveDateTime: FromSql<sql_types::Timestamp, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> FromResult<Self> {
        NaiveDateTime::from_sql(raw).map(Self)
    }
}
impl<DB: Backend> ToSql<sql_types::Timestamp, DB> for Timestamp
where
    NaiveDateTime: ToSql<sql_types::Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> ToResult {
        self.0.to_sql(out)
    }
}
impl<DB: Backend> FromSql<sql_types::BigInt, DB> for Timestamp
where
    i64: FromSql<sql_types::BigInt, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> FromResult<Self> {
        i64::from_sql(raw).map(Self::from_unix_millis)
    }
}
impl PartialSchema for Timestamp {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .into()
    }
}
impl ToSchema for Timestamp {
    fn name() -> Cow<'static, str> {
        "Timestamp".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_rfc3339_with_z_and_milliseconds() {
        let at = Timestamp::from_unix_millis(1_795_226_400_007);
        let json = serde_json::to_string(&at).unwrap();
        assert_eq!(json, "\"2026-11-21T02:00:00.007Z\"");
        assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), at);
        assert_eq!(
            serde_json::from_str::<Timestamp>("\"2026-11-21T10:00:00.007+08:00\"").unwrap(),
            at
        );
    }

    #[test]
    fn the_day_in_china_starts_eight_hours_before_utc() {
        let before = Timestamp::from_unix_millis(1_795_190_399_999);
        assert_eq!(before.beijing_date().to_string(), "2026-11-20");
        assert_eq!(before.plus_seconds(1).beijing_date().to_string(), "2026-11-21");
        assert_eq!(before.beijing_midnight().to_string(), "2026-11-19T16:00:00.000Z");
        assert_eq!(
            before.plus_seconds(1).beijing_midnight().to_string(),
            "2026-11-20T16:00:00.000Z"
        );
    }

    #[test]
    fn nothing_finer_than_a_millisecond_is_kept() {
        let at: Timestamp = serde_json::from_str("\"2026-11-21T02:00:00.007999999Z\"").unwrap();
        assert_eq!(at, Timestamp::from_unix_millis(1_795_226_400_007));
    }
}
