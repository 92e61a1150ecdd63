use super::{
    ProductFilter, ProductId, ProductSort,
    model::Product,
    state::{ProductState, Voider},
};
use crate::{Error, events::EventKind, reference::TraceScheme};
use db::{
    TenantConn, contains, contains_pattern, foreign_key_or,
    schema::{code_events, linked_codes, products},
    unique_or,
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Product) -> Result<()> {
    c.insert(products::table, new).map_err(|e| {
        unique_or(e, || Error::TraceCodeTaken {
            code: new.trace_code.clone(),
        })
    })?;
    Ok(())
}

/// Finds a product of one's own.
///
/// # Errors
/// When there is no such product or the database fails.
pub fn find(c: &mut TenantConn<'_>, id: &ProductId) -> Result<Product> {
    let row = c
        .rows(products::table)
        .filter(products::id.eq(id))
        .select(Product::as_select());
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// Replaces what may be changed of a product, if it is still in the version that was read.
pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &Product) -> Result<()> {
    let now = c.now();
    let guarded = c
        .rows(products::table)
        .filter(products::id.eq(&to.id))
        .filter(products::version.eq(version));
    let words = (
        products::name.eq(&to.name),
        products::category.eq(to.category),
        products::product_type.eq(&to.product_type),
        products::brand_id.eq(&to.brand_id),
        products::brand_name.eq(&to.brand_name),
        products::model.eq(&to.model),
        products::cover_file_id.eq(&to.cover_file_id),
        products::coding_level.eq(to.coding_level),
        products::search_text.eq(&to.search_text),
    );
    let rhythm = (
        products::filing_period.eq(to.filing_period),
        products::report_expires_on.eq(to.report_expires_on),
    );
    let rest = (
        products::state.eq(to.state),
        products::revision.eq(to.revision),
        products::version.eq(version + 1),
        products::updated_at.eq(now),
        products::rechecked_at.eq(now),
    );
    match db::update(guarded).set((words, rhythm, rest)).execute(c)? {
        1 => Ok(()),
        _ => Err(Error::Stale),
    }
}

/// Moves a product to another state.
pub(super) fn set_state(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    to: ProductState,
    reason: Option<&str>,
) -> Result<()> {
    let now = c.now();
    db::update(c.rows(products::table).filter(products::id.eq(id)))
        .set((
            products::state.eq(to),
            products::state_reason.eq(reason),
            products::version.eq(products::version + 1),
            products::updated_at.eq(now),
        ))
        .execute(c)?;
    if to == ProductState::Activated {
        db::update(c.rows(products::table).filter(products::id.eq(id)))
            .set((products::activated_at.eq(now), products::rechecked_at.eq(now)))
            .execute(c)?;
    }
    Ok(())
}

/// Notes who voided a product.
pub(super) fn set_voider(c: &mut TenantConn<'_>, id: &ProductId, by: Voider) -> Result<()> {
    db::update(c.rows(products::table).filter(products::id.eq(id)))
        .set(products::voided_by.eq(by))
        .execute(c)?;
    Ok(())
}

/// Keeps the trace code of a voided product from being taken up.
pub(super) fn bar_code(c: &mut TenantConn<'_>, id: &ProductId) -> Result<()> {
    db::update(c.rows(products::table).filter(products::id.eq(id)))
        .set(products::is_code_barred.eq(true))
        .execute(c)?;
    Ok(())
}

/// One's own product that has a trace code now.
pub(super) fn living_with(c: &mut TenantConn<'_>, gtin: &str) -> Result<Option<ProductId>> {
    let row = c
        .rows(products::table)
        .filter(products::gtin.eq(gtin))
        .filter(products::state.ne(ProductState::Voided));
    Ok(row.select(products::id).first(c).optional()?)
}

pub(super) fn set_paused(c: &mut TenantConn<'_>, id: &ProductId, is_paused: bool) -> Result<()> {
    let now = c.now();
    db::update(c.rows(products::table).filter(products::id.eq(id)))
        .set((
            products::is_paused.eq(is_paused),
            products::version.eq(products::version + 1),
            products::updated_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}

/// True when the product was submitted at least once.
pub(super) fn was_submitted(c: &mut TenantConn<'_>, id: &ProductId) -> Result<bool> {
    let sent = c
        .rows(code_events::table)
        .filter(code_events::product_id.eq(id))
        .filter(code_events::kind.eq(EventKind::Submitted));
    Ok(sent.count().get_result::<i64>(c)? > 0)
}

/// Whether units of a product were issued, or also batches; the journal tells.
pub(super) fn has_issued(c: &mut TenantConn<'_>, id: &ProductId, or_batches: bool) -> Result<bool> {
    let mut events = c
        .rows(code_events::table)
        .filter(code_events::product_id.eq(id))
        .into_boxed();
    let is_of_units = code_events::prefix.is_not_null();
    events = match or_batches {
        true => events.filter(is_of_units.or(code_events::batch_id.is_not_null())),
        false => events.filter(is_of_units),
    };
    Ok(events.count().get_result::<i64>(c)? > 0)
}

/// Removes a product with its own history; whatever else refers to it keeps it.
pub(super) fn delete(c: &mut TenantConn<'_>, id: &ProductId) -> Result<()> {
    db::delete(c.rows(code_events::table).filter(code_events::product_id.eq(id))).execute(c)?;
    db::delete(c.rows(products::table).filter(products::id.eq(id)))
        .execute(c)
        .map_err(|e| foreign_key_or(e, || Error::NotRemovable))?;
    Ok(())
}

/// Takes the turn of this product's writers: the row is locked until the transaction ends, on both databases.
///
/// # Errors
/// When there is no such product or the database fails.
pub fn take_turn(c: &mut TenantConn<'_>, id: &ProductId) -> Result<Product> {
    let row = c.rows(products::table).filter(products::id.eq(id));
    db::update(row)
        .set(products::range_version.eq(products::range_version + 1))
        .execute(c)?;
    find(c, id)
}

/// So many products are found by a part of a linked GTIN; whoever looks for one types more of it.
const MOST_LINKED: i64 = 1_000;

/// The products that have a GTIN with these digits beside their own.
fn with_linked_gtin(c: &mut TenantConn<'_>, digits: &str) -> Result<Vec<ProductId>> {
    let rows = c
        .rows(linked_codes::table)
        .filter(linked_codes::scheme.eq(TraceScheme::Gs1))
        .filter(linked_codes::code.like(contains_pattern(digits)).escape('\\'))
        .select(linked_codes::product_id)
        .limit(MOST_LINKED);
    Ok(rows.load(c)?)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &ProductFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Product>, i64)> {
    let linked = match filter.trace_code.as_deref() {
        Some(code) => with_linked_gtin(c, code)?,
        None => vec![],
    };
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c.rows(products::table).into_boxed();
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(contains(c.backend(), "products.search_text", text));
        }
        if let Some(code) = filter.trace_code.as_deref() {
            rows = rows
                .filter(contains(c.backend(), "products.gtin", code).or(products::id.eq_any(linked.clone())));
        }
        if let Some(state) = filter.state {
            rows = rows.filter(products::state.eq(state));
        }
        if let Some(category) = filter.category {
            rows = rows.filter(products::category.eq(category));
        }
        if let Some(level) = filter.coding_level {
            rows = rows.filter(products::coding_level.eq(level));
        }
        if let Some(scope) = filter.code_reach {
            rows = rows.filter(products::code_reach.eq(scope));
        }
        if let Some(from) = filter.created_from.and_then(kernel::days::start_of) {
            rows = rows.filter(products::created_at.ge(from));
        }
        if let Some(to) = filter.created_to.and_then(kernel::days::end_of) {
            rows = rows.filter(products::created_at.lt(to));
        }
        rows
    };
    let rows = matching(c);
    let rows = match filter.sort.unwrap_or(ProductSort::NewestFirst) {
        ProductSort::NewestFirst => rows.order((products::created_at.desc(), products::id.desc())),
        ProductSort::OldestFirst => rows.order((products::created_at.asc(), products::id.asc())),
        ProductSort::Name => rows.order((products::name.asc(), products::id.asc())),
        ProductSort::NameReversed => rows.order((products::name.desc(), products::id.desc())),
        ProductSort::TraceCode => rows.order((products::gtin.asc(), products::id.asc())),
        ProductSort::TraceCodeReversed => rows.order((products::gtin.desc(), products::id.desc())),
    };
    // The page is found within an index; only its own rows are read.
    let ids: Vec<ProductId> = rows.select(products::id).offset(offset).limit(limit).load(c)?;
    // A page that is not full is the last one, and tells the total.
    let seen = i64::try_from(ids.len()).unwrap_or(limit);
    let total = if seen < limit && (seen > 0 || offset == 0) {
        offset + seen
    } else {
        matching(c).count().get_result(c)?
    };
    let rows = c.rows(products::table).filter(products::id.eq_any(&ids));
    let mut found: Vec<Product> = rows.select(Product::as_select()).load(c)?;
    found.sort_by_key(|p| ids.iter().position(|id| *id == p.id));
    Ok((found, total))
}

/// How many products there are, and how far they got.
#[derive(Debug, Clone, Copy)]
pub struct ProductCounts {
    /// All of them.
    pub all: i64,
    /// Those that were sent to review and are not voided.
    pub submitted: i64,
    /// Those that are activated.
    pub activated: i64,
}

/// Counts one's products.
///
/// # Errors
/// When the database fails.
pub fn count(c: &mut TenantConn<'_>) -> Result<ProductCounts> {
    let mut count = |states: &[ProductState]| -> Result<i64> {
        let rows = c
            .rows(products::table)
            .filter(products::state.eq_any(states.to_vec()));
        Ok(rows.count().get_result(c)?)
    };
    let activated = count(&[ProductState::Activated])?;
    let reviewed = [
        ProductState::Submitted,
        ProductState::Rejected,
        ProductState::Approved,
    ];
    Ok(ProductCounts {
        submitted: count(&reviewed)? + activated,
        activated,
        all: c.rows(products::table).count().get_result(c)?,
    })
}

/// Holds the coding level of a product, or lets it go, for a crate whose rows only make sense at that level. Whoever
/// calls has the product's turn.
///
/// # Errors
/// When the database fails.
pub fn hold_level(c: &mut TenantConn<'_>, id: &ProductId, is_held: bool) -> Result<()> {
    let differing = c
        .rows(products::table)
        .filter(products::id.eq(id))
        .filter(products::is_level_held.ne(is_held));
    db::update(differing)
        .set(products::is_level_held.eq(is_held))
        .execute(c)?;
    Ok(())
}
