//! Statements that are parsed once per connection: the ones diesel builds for SQLite are parsed at each call when they
//! insert or resolve a conflict.

use super::batch::{Batch, Counted, Counter, Event};
use db::Fault;
use diesel::{
    connection::{AnsiTransactionManager, TransactionManager},
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{BigInt, Nullable, Text},
    sqlite::Sqlite,
};
use kernel::Timestamp;

pub(super) fn write(c: &mut SqliteConnection, batch: &Batch<'_>) -> Result<Vec<Counted>, Fault> {
    AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?;
    match write_all(c, batch) {
        Ok(counted) => {
            AnsiTransactionManager::commit_transaction(c)?;
            Ok(counted)
        }
        Err(e) => {
            let _broken_anyway = AnsiTransactionManager::rollback_transaction(c);
            Err(e.into())
        }
    }
}

fn write_all(c: &mut SqliteConnection, batch: &Batch<'_>) -> QueryResult<Vec<Counted>> {
    for event in &batch.events {
        AddEvent(event).execute(c)?;
    }
    let count = |counter| {
        let (scans, first_at) = Count(counter).get_result::<(i64, Timestamp)>(c)?;
        Ok(Counted { scans, first_at })
    };
    batch.counters.iter().map(count).collect()
}

struct AddEvent<'a>(&'a Event<'a>);

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

struct Count<'a>(&'a Counter<'a>);

impl QueryFragment<Sqlite> for Count<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        let Counter {
            first,
            first_millis,
            last_millis,
            added,
        } = self.0;
        out.push_sql(
            "INSERT INTO scan_counters (enterprise_id, product_id, level, code, scans, first_scanned_at, \
             last_scanned_at) VALUES (",
        );
        out.push_bind_param::<Text, _>(first.enterprise.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(first.product.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(first.level.as_str())?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(&first.code)?;
        out.push_sql(", ");
        out.push_bind_param::<BigInt, _>(added)?;
        out.push_sql(", ");
        out.push_bind_param::<BigInt, _>(first_millis)?;
        out.push_sql(", ");
        out.push_bind_param::<BigInt, _>(last_millis)?;
        out.push_sql(
            ") ON CONFLICT DO UPDATE SET scans = scans + excluded.scans, \
             last_scanned_at = max(last_scanned_at, excluded.last_scanned_at) RETURNING scans, first_scanned_at",
        );
        Ok(())
    }
}

impl QueryId for Count<'_> {
    type QueryId = Count<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for Count<'_> {
    type SqlType = (BigInt, BigInt);
}

impl RunQueryDsl<SqliteConnection> for Count<'_> {}
