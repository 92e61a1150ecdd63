//! Ranges by filter, with their product and batch.

use crate::{
    CodeState,
    batch::Batch,
    unit::{Error, RangeFilter, UnitRange, store::COUNT_SQL},
};
use db::{
    TenantConn,
    schema::{batches, products, unit_ranges},
};
use diesel::{dsl::sql, prelude::*, sql_types};
use identifiers::serial::Span;
use product::{Product, ProductId, ProductState};

type Result<T> = std::result::Result<T, Error>;

/// Lists all ranges of a product with the number of their batch.
///
/// # Errors
/// When the database fails.
pub fn ranges_of_product(
    c: &mut TenantConn<'_>,
    product: &ProductId,
) -> Result<Vec<(UnitRange, Option<String>)>> {
    let filter = RangeFilter {
        product_id: Some(product.clone()),
        ..RangeFilter::default()
    };
    let found = slice(c, &filter, 0, i64::MAX)?;
    Ok(found
        .into_iter()
        .map(|(range, _, batch)| (range, batch.map(|b| b.batch_no)))
        .collect())
}

/// The ranges a filter means, with their product and batch.
macro_rules! filtered {
    ($c:expr, $filter:expr) => {{
        let filter: &RangeFilter = $filter;
        let mut rows = $c
            .rows(unit_ranges::table)
            .inner_join(products::table)
            .left_join(batches::table)
            .into_boxed();
        if let Some(product) = &filter.product_id {
            rows = rows.filter(unit_ranges::product_id.eq(product.clone()));
        }
        if let Some(batch) = &filter.batch_id {
            rows = rows.filter(unit_ranges::batch_id.eq(batch.clone()));
        }
        let dead = || {
            unit_ranges::state
                .eq(CodeState::Voided)
                .or(products::state.eq(ProductState::Voided))
                .or(diesel::dsl::sql::<sql_types::Bool>(
                    "COALESCE(batches.state = 'voided', FALSE)",
                ))
        };
        rows = match filter.state {
            None => rows,
            Some(CodeState::Voided) => rows.filter(dead()),
            Some(CodeState::Active) => rows.filter(diesel::dsl::not(dead())),
        };
        if let Some(spans) = &filter.spans {
            let nothing = Box::new(diesel::dsl::sql::<sql_types::Bool>("FALSE"));
            let mut any: Box<dyn BoxableExpression<_, _, SqlType = sql_types::Bool>> = nothing;
            for span in spans {
                let one = unit_ranges::prefix
                    .eq(span.prefix.clone())
                    .and(unit_ranges::width.eq(span.width))
                    .and(unit_ranges::first_number.le(span.last))
                    .and(unit_ranges::last_number.ge(span.first));
                any = Box::new(any.or(one));
            }
            rows = rows.filter(any);
        }
        rows
    }};
}

/// The same, newest issue first, serials counting up.
macro_rules! matching {
    ($c:expr, $filter:expr) => {
        filtered!($c, $filter).order((
            unit_ranges::issue_id.desc(),
            unit_ranges::prefix.asc(),
            unit_ranges::width.asc(),
            unit_ranges::first_number.asc(),
        ))
    };
}

/// Prefix, width, first and last of every range a filter means: all that is needed to count and to find a page.
pub(crate) fn outlines(c: &mut TenantConn<'_>, filter: &RangeFilter) -> Result<Vec<Span>> {
    let columns = (
        unit_ranges::prefix,
        unit_ranges::width,
        unit_ranges::first_number,
        unit_ranges::last_number,
    );
    let found: Vec<(String, i64, i64, i64)> = matching!(c, filter).select(columns).load(c)?;
    Ok(found
        .into_iter()
        .map(|(prefix, width, first, last)| Span {
            prefix,
            width,
            first,
            last,
        })
        .collect())
}

/// Lists some of the ranges of a filter, newest issue first.
///
/// # Errors
/// When the database fails.
pub fn slice(
    c: &mut TenantConn<'_>,
    filter: &RangeFilter,
    offset: i64,
    limit: i64,
) -> Result<Vec<(UnitRange, Product, Option<Batch>)>> {
    let columns = (
        UnitRange::as_select(),
        Product::as_select(),
        Option::<Batch>::as_select(),
    );
    Ok(matching!(c, filter)
        .select(columns)
        .offset(offset)
        .limit(limit)
        .load(c)?)
}

/// The kinds of serials there are: their prefixes and widths.
pub(crate) fn kinds(
    c: &mut TenantConn<'_>,
    product: Option<&ProductId>,
    limit: i64,
) -> Result<Vec<(String, i64)>> {
    let mut rows = c.rows(unit_ranges::table).into_boxed();
    if let Some(product) = product {
        rows = rows.filter(unit_ranges::product_id.eq(product.clone()));
    }
    Ok(rows
        .select((unit_ranges::prefix, unit_ranges::width))
        .distinct()
        .limit(limit)
        .load(c)?)
}

/// Counts units, all of them or those in a state; what is voided above is voided below.
pub(crate) fn count(c: &mut TenantConn<'_>, state: Option<CodeState>) -> Result<i64> {
    let filter = RangeFilter {
        state,
        ..RangeFilter::default()
    };
    let sum = sql::<sql_types::BigInt>(COUNT_SQL);
    Ok(filtered!(c, &filter).select(sum).first(c)?)
}
