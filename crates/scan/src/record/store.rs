use super::model::{ScanFilter, ScanItem};
use crate::{
    Error,
    recorder::{counted, first_id_at, instant_of},
};
use db::{
    TenantConn,
    schema::{products, scan_counters, scan_events},
};
use diesel::{dsl::sql, prelude::*, sql_types};
use facts::{Level, ProductId};
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &ScanFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<ScanItem>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c
            .rows(scan_events::table)
            .inner_join(products::table.on(products::id.eq(scan_events::product_id)))
            .into_boxed();
        if let Some(product) = &filter.product_id {
            rows = rows.filter(scan_events::product_id.eq(product.clone()));
        }
        if let Some(code) = &filter.code {
            rows = rows.filter(scan_events::code.eq(code.clone()));
        }
        if let Some(verdict) = filter.verdict {
            rows = rows.filter(scan_events::verdict.eq(verdict));
        }
        rows
    };
    let total = matching(c).count().get_result(c)?;
    let columns = (
        sql::<sql_types::Text>("CAST(scan_events.id AS TEXT)"),
        products::id,
        products::trace_code,
        products::name,
        scan_events::level,
        scan_events::code,
        scan_events::verdict,
        scan_events::channel,
        scan_events::region_code,
        scan_events::scanned_at,
    );
    let rows = matching(c)
        .select(columns)
        .order(scan_events::id.desc())
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

/// Scans of codes that were issued, as the counters have them; the sum of the counters is never less.
pub(super) fn count_since(c: &mut TenantConn<'_>, at: Timestamp) -> Result<i64> {
    let since = c
        .rows(scan_events::table)
        .filter(scan_events::id.ge(first_id_at(at)))
        .filter(scan_events::verdict.eq_any(counted()));
    Ok(since.count().get_result(c)?)
}

pub(super) fn count_all(c: &mut TenantConn<'_>) -> Result<i64> {
    // The sum of BIGINTs is NUMERIC on PostgreSQL.
    let total = c.rows(scan_counters::table);
    Ok(total
        .select(sql::<sql_types::BigInt>(
            "CAST(COALESCE(SUM(scans), 0) AS BIGINT)",
        ))
        .first(c)?)
}

pub(super) fn find_counter(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    level: Level,
    code: &str,
) -> Result<Option<(i64, Timestamp, Timestamp)>> {
    let row = c
        .rows(scan_counters::table)
        .filter(scan_counters::product_id.eq(product))
        .filter(scan_counters::level.eq(level))
        .filter(scan_counters::code.eq(code));
    let columns = (
        scan_counters::scans,
        scan_counters::first_scanned_at,
        scan_counters::last_event_id,
    );
    let found = row.select(columns).first::<(i64, Timestamp, i64)>(c).optional()?;
    Ok(found.map(|(scans, first, last)| (scans, first, instant_of(last))))
}
