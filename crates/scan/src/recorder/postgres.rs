//! A whole batch is one statement, so one round trip and one commit.

use super::batch::{Batch, Counted};
use coding::{product::ProductId, resolve::Level};
use db::Fault;
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{Array, BigInt, Nullable, Text},
};
use kernel::Timestamp;

const WRITE: &str = "\
WITH events AS (
    INSERT INTO scan_events (enterprise_id, id, product_id, level, code, verdict, channel, region_code, scanned_at)
    SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
)
INSERT INTO scan_counters (enterprise_id, product_id, level, code, scans, first_scanned_at, last_scanned_at)
SELECT * FROM unnest($10, $11, $12, $13, $14, $15, $16)
ON CONFLICT (enterprise_id, product_id, level, code) DO UPDATE SET
    scans = scan_counters.scans + excluded.scans,
    last_scanned_at = greatest(scan_counters.last_scanned_at, excluded.last_scanned_at)
RETURNING product_id, level, code, scans, first_scanned_at";

/// A counter as the statement gives it back. The trace code of a product belongs to one enterprise, so the product
/// is enough to know it.
#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    product_id: ProductId,
    #[diesel(sql_type = Text)]
    level: Level,
    #[diesel(sql_type = Text)]
    code: String,
    #[diesel(sql_type = BigInt)]
    scans: i64,
    #[diesel(sql_type = BigInt)]
    first_scanned_at: Timestamp,
}

pub(super) fn write(c: &mut PgConnection, batch: &Batch<'_>) -> Result<Vec<Counted>, Fault> {
    let (events, counters) = (&batch.events, &batch.counters);
    let texts = |of: fn(&super::Scan) -> &str| events.iter().map(|e| of(e.scan)).collect::<Vec<_>>();
    let keys = |of: fn(&super::Scan) -> &str| counters.iter().map(|c| of(c.first)).collect::<Vec<_>>();
    let statement = sql_query(WRITE)
        .bind::<Array<Text>, _>(texts(|s| s.enterprise.as_str()))
        .bind::<Array<BigInt>, _>(events.iter().map(|e| e.id).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(texts(|s| s.product.as_str()))
        .bind::<Array<Text>, _>(texts(|s| s.level.as_str()))
        .bind::<Array<Text>, _>(texts(|s| &s.code))
        .bind::<Array<Text>, _>(texts(|s| s.verdict.as_str()))
        .bind::<Array<Text>, _>(texts(|s| s.channel.as_str()))
        .bind::<Array<Nullable<Text>>, _>(
            events
                .iter()
                .map(|e| e.scan.region.as_deref())
                .collect::<Vec<_>>(),
        )
        .bind::<Array<BigInt>, _>(events.iter().map(|e| e.at_millis).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(keys(|s| s.enterprise.as_str()))
        .bind::<Array<Text>, _>(keys(|s| s.product.as_str()))
        .bind::<Array<Text>, _>(keys(|s| s.level.as_str()))
        .bind::<Array<Text>, _>(keys(|s| &s.code))
        .bind::<Array<BigInt>, _>(counters.iter().map(|c| c.added).collect::<Vec<_>>())
        .bind::<Array<BigInt>, _>(counters.iter().map(|c| c.first_millis).collect::<Vec<_>>())
        .bind::<Array<BigInt>, _>(counters.iter().map(|c| c.last_millis).collect::<Vec<_>>());
    in_order(batch, statement.load(c)?)
}

/// The database gives rows back in the order it was given them, but does not promise to.
fn in_order(batch: &Batch<'_>, mut rows: Vec<Row>) -> Result<Vec<Counted>, Fault> {
    let belongs = |row: &Row, counter: &super::batch::Counter<'_>| {
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
