//! Statements that are parsed once per connection: the ones diesel builds for SQLite are parsed at each call when they
//! insert or resolve a conflict.

use super::counter::{Counter, Name};
use crate::recorder::{event::Event, scan::counted};
use db::schema::{enterprises, scan_counters, scan_events, scan_progress};
use diesel::{
    prelude::*,
    query_builder::{AstPass, QueryFragment, QueryId},
    sql_types::{BigInt, Nullable, Text},
    sqlite::Sqlite,
};

/// Up to which event the table of counters is complete.
pub(super) fn counted_through(c: &mut SqliteConnection) -> QueryResult<i64> {
    let through = scan_progress::table.select(scan_progress::counted_through);
    Ok(through.first(c).optional()?.unwrap_or(0))
}

pub(super) fn put_counted_through(c: &mut SqliteConnection, event: i64) -> QueryResult<()> {
    diesel::replace_into(scan_progress::table)
        .values((scan_progress::one.eq(1), scan_progress::counted_through.eq(event)))
        .execute(c)?;
    Ok(())
}

/// The events after one, with the codes they count for: in order within each code.
pub(super) fn events_after(c: &mut SqliteConnection, event: i64) -> QueryResult<Vec<(Name, (i64, i64))>> {
    let rows = enterprises::table
        .inner_join(scan_events::table.on(scan_events::enterprise_id.eq(enterprises::id)))
        .filter(scan_events::id.gt(event))
        .filter(scan_events::verdict.eq_any(counted()))
        .order((scan_events::enterprise_id, scan_events::id))
        .select((
            scan_events::enterprise_id,
            scan_events::product_id,
            scan_events::level,
            scan_events::code,
            scan_events::id,
            scan_events::scanned_at,
        ))
        .load::<(String, String, String, String, i64, i64)>(c)?;
    let event = |(enterprise, product, level, code, id, at): (String, String, String, String, i64, i64)| {
        (Name::new(&enterprise, &product, &level, &code), (id, at))
    };
    Ok(rows.into_iter().map(event).collect())
}

/// A counter as the table has it; nothing counted when it has none.
pub(super) fn find_counter(c: &mut SqliteConnection, name: &Name) -> QueryResult<Counter> {
    let [enterprise, product, level, code] = name.parts();
    let row = scan_counters::table
        .filter(scan_counters::enterprise_id.eq(enterprise))
        .filter(scan_counters::product_id.eq(product))
        .filter(scan_counters::level.eq(level))
        .filter(scan_counters::code.eq(code))
        .select((
            scan_counters::scans,
            scan_counters::first_scanned_at,
            scan_counters::last_event_id,
        ));
    let (scans, first_millis, last_event) = row.first(c).optional()?.unwrap_or_default();
    Ok(Counter {
        scans,
        first_millis,
        last_event,
    })
}

pub(super) struct AddEvent<'a>(pub(super) &'a Event<'a>);

impl QueryFragment<Sqlite> for AddEvent<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        let Event { id, at_millis, scan } = self.0;
        out.push_sql(
            "INSERT INTO scan_events (enterprise_id, id, product_id, level, code, verdict, channel, region_code, \
             scanned_at) VALUES (",
        );
        out.push_bind_param::<Text, _>(scan.enterprise.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<BigInt, _>(id)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(scan.product.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(scan.level.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(&scan.code)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(scan.verdict.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(scan.channel.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<Nullable<Text>, _>(&scan.region)?;
        out.push_sql(", ");
        out.push_bind_param::<BigInt, _>(at_millis)?;
        out.push_sql(")");
        Ok(())
    }
}

impl QueryId for AddEvent<'_> {
    type QueryId = AddEvent<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl RunQueryDsl<SqliteConnection> for AddEvent<'_> {}

/// Writes a counter over whatever the table has.
pub(super) struct PutCounter<'a>(pub(super) &'a Name, pub(super) Counter);

impl QueryFragment<Sqlite> for PutCounter<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        let [enterprise, product, level, code] = self.0.parts();
        out.push_sql(
            "INSERT INTO scan_counters (scans, first_scanned_at, last_event_id, enterprise_id, product_id, level, \
             code) VALUES (",
        );
        out.push_bind_param::<BigInt, _>(&self.1.scans)?;
        for number in [&self.1.first_millis, &self.1.last_event] {
            out.push_sql(", ");
            out.push_bind_param::<BigInt, _>(number)?;
        }
        for text in [enterprise, product, level, code] {
            out.push_sql(", ");
            out.push_bind_param::<Text, str>(text)?;
        }
        out.push_sql(
            ") ON CONFLICT DO UPDATE SET scans = excluded.scans, first_scanned_at = excluded.first_scanned_at, \
             last_event_id = excluded.last_event_id",
        );
        Ok(())
    }
}

impl QueryId for PutCounter<'_> {
    type QueryId = PutCounter<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl RunQueryDsl<SqliteConnection> for PutCounter<'_> {}
