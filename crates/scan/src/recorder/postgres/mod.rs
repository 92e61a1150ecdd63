//! A whole batch is one statement, so one round trip and one commit.

mod batch;

use super::{Scan, Tally, event::Event};
use batch::{Batch, Counted, Counter};
use db::Fault;
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Array, BigInt, Nullable, Text},
};
use facts::{Level, ProductId};
use kernel::Timestamp;

/// A counter as the statement gives it back. The trace code of a product belongs to one enterprise, so the product
/// is enough to know it.
#[derive(Queryable)]
struct Row {
    product_id: ProductId,
    level: Level,
    code: String,
    scans: i64,
    first_scanned_at: Timestamp,
}

pub(super) fn write(c: &mut PgConnection, events: &[Event<'_>]) -> Result<Vec<Tally>, Fault> {
    let batch = Batch::of(events);
    let counted = in_order(&batch, Write::of(&batch).load(c)?)?;
    Ok(batch.tallies(&counted))
}

/// The statement, with a column of each table an array. Its text never changes, so it is prepared once per connection.
struct Write<'a> {
    events: Columns<'a>,
    verdicts: Vec<&'a str>,
    channels: Vec<&'a str>,
    regions: Vec<Option<&'a str>>,
    ids: Vec<i64>,
    times: Vec<i64>,
    counters: Columns<'a>,
    added: Vec<i64>,
    first_times: Vec<i64>,
    last_events: Vec<i64>,
}

/// The code each row is about.
struct Columns<'a> {
    enterprises: Vec<&'a str>,
    products: Vec<&'a str>,
    levels: Vec<&'a str>,
    codes: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    fn of(scans: impl Iterator<Item = &'a Scan> + Clone) -> Self {
        Self {
            enterprises: scans.clone().map(|s| s.enterprise.as_str()).collect(),
            products: scans.clone().map(|s| s.product.as_str()).collect(),
            levels: scans.clone().map(|s| s.level.as_str()).collect(),
            codes: scans.map(|s| s.code.as_str()).collect(),
        }
    }

    fn push<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_bind_param::<Array<Text>, _>(&self.enterprises)?;
        for column in [&self.products, &self.levels, &self.codes] {
            out.push_sql(", ");
            out.push_bind_param::<Array<Text>, _>(column)?;
        }
        Ok(())
    }
}

impl<'a> Write<'a> {
    fn of(batch: &'a Batch<'a>) -> Self {
        let (events, counters) = (&batch.events, &batch.counters);
        Self {
            events: Columns::of(events.iter().map(|e| e.scan)),
            verdicts: events.iter().map(|e| e.scan.verdict.as_str()).collect(),
            channels: events.iter().map(|e| e.scan.channel.as_str()).collect(),
            regions: events.iter().map(|e| e.scan.region.as_deref()).collect(),
            ids: events.iter().map(|e| e.id).collect(),
            times: events.iter().map(|e| e.at_millis).collect(),
            counters: Columns::of(counters.iter().map(|c| c.first)),
            added: counters.iter().map(|c| c.added).collect(),
            first_times: counters.iter().map(|c| c.first_millis).collect(),
            last_events: counters.iter().map(|c| c.last_event).collect(),
        }
    }
}

impl QueryFragment<Pg> for Write<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql(
            "WITH events AS (INSERT INTO scan_events \
             (enterprise_id, product_id, level, code, verdict, channel, region_code, id, scanned_at) \
             SELECT * FROM unnest(",
        );
        self.events.push(&mut out)?;
        for column in [&self.verdicts, &self.channels] {
            out.push_sql(", ");
            out.push_bind_param::<Array<Text>, _>(column)?;
        }
        out.push_sql(", ");
        out.push_bind_param::<Array<Nullable<Text>>, _>(&self.regions)?;
        for column in [&self.ids, &self.times] {
            out.push_sql(", ");
            out.push_bind_param::<Array<BigInt>, _>(column)?;
        }
        out.push_sql(
            ")) INSERT INTO scan_counters \
             (enterprise_id, product_id, level, code, scans, first_scanned_at, last_event_id) \
             SELECT * FROM unnest(",
        );
        self.counters.push(&mut out)?;
        for column in [&self.added, &self.first_times, &self.last_events] {
            out.push_sql(", ");
            out.push_bind_param::<Array<BigInt>, _>(column)?;
        }
        out.push_sql(
            ") ON CONFLICT (enterprise_id, product_id, level, code) DO UPDATE SET \
             scans = scan_counters.scans + excluded.scans, \
             last_event_id = greatest(scan_counters.last_event_id, excluded.last_event_id) \
             RETURNING product_id, level, code, scans, first_scanned_at",
        );
        Ok(())
    }
}

impl QueryId for Write<'_> {
    type QueryId = Write<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for Write<'_> {
    type SqlType = (Text, Text, Text, BigInt, BigInt);
}

impl RunQueryDsl<PgConnection> for Write<'_> {}

/// The database gives rows back in the order it was given them, but does not promise to.
fn in_order(batch: &Batch<'_>, mut rows: Vec<Row>) -> Result<Vec<Counted>, Fault> {
    let belongs = |row: &Row, counter: &Counter<'_>| {
        let scan = counter.first;
        (&row.product_id, row.level, &row.code) == (&scan.product, scan.level, &scan.code)
    };
    let lost = || Fault::from(diesel::result::Error::NotFound);
    let mut counted = Vec::with_capacity(rows.len());
    for (i, counter) in batch.counters.iter().enumerate() {
        let at = (i..rows.len())
            .find(|at| rows.get(*at).is_some_and(|row| belongs(row, counter)))
            .ok_or_else(lost)?;
        rows.swap(i, at);
        let row = rows.get(i).ok_or_else(lost)?;
        counted.push(Counted {
            scans: row.scans,
            first_at: row.first_scanned_at,
        });
    }
    Ok(counted)
}
