//! Issuing codes: of a batch with its units, or of units alone.

use super::{Error, SerialStyle, allocation, random};
use crate::{
    CodeState, Level,
    batch::{self, NewBatch},
    dates,
    unit::{self, UnitIssue, UnitIssueId, UnitRange, UnitRangeId},
};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::serial::Span;
use kernel::Lang;
use product::{BatchId, CodingLevel, Product, ProductId, events::EventKind};

/// A batch to be coded, and how deep.
#[derive(Debug, Clone)]
pub struct CodeBatch {
    /// The batch.
    pub batch: NewBatch,
    /// The unit codes to issue with it, when each unit is coded.
    pub units: Option<UnitRun>,
}

/// Serials to be issued with a batch: prefix, start, quantity.
#[derive(Debug, Clone)]
pub struct UnitRun {
    /// Prefix of the serials.
    pub serial_prefix: String,
    /// The first number, with its digits; behind the last ones with this prefix when there is none (F150).
    pub first_serial: Option<String>,
    /// Number of codes.
    pub quantity: i64,
}

/// An order of unit codes.
#[derive(Debug, Clone)]
pub struct IssueOrder {
    /// For which product.
    pub product_id: ProductId,
    /// For which of its batches, if any.
    pub batch_no: Option<String>,
    /// Prefix of the serials.
    pub serial_prefix: String,
    /// The first number, with its digits; behind the last ones with this prefix when there is none (F150).
    pub first_serial: Option<String>,
    /// Number of codes.
    pub quantity: i64,
    /// Production date, if it differs from the batch's.
    pub made_on: Option<NaiveDate>,
    /// Expiry date, if it differs from the batch's.
    pub expires_on: Option<NaiveDate>,
}

/// Codes a batch: one batch code, and with `units` as many unit codes. For a batch that exists already only the unit
/// codes are made (F092).
///
/// # Errors
/// What is wrong with the batch or its serials; nothing is made then.
pub fn code_batch(c: &mut TenantConn<'_>, order: CodeBatch) -> Result<BatchId, Error> {
    let CodeBatch { batch: new, units } = order;
    dates::not_in_future(c, Some(new.made_on))?;
    let product = in_production(c, &new.product_id)?;
    let finest = if units.is_some() {
        Level::Unit
    } else {
        Level::Batch
    };
    level_allows(&product, finest)?;
    unit::may_grow(c, &new.product_id, None)?;
    batch::check_quantity_kind(product.is_exact(), new.quantity.map(|(_, kind)| kind))?;
    let id = match (batch::find_by_no(c, &new.product_id, &new.batch_no)?, &units) {
        (None, _) => batch::insert(c, &new)?,
        (Some(_), None) => {
            return Err(batch::Error::Taken {
                batch_no: new.batch_no,
            }
            .into());
        }
        (Some(old), Some(_)) if (old.made_on, old.expires_on) != (new.made_on, new.expires_on) => {
            return Err(batch::Error::DatesDiffer {
                batch_no: new.batch_no,
            }
            .into());
        }
        (Some(old), Some(_)) => old.id,
    };
    if let Some(run) = units {
        let order = IssueOrder {
            product_id: new.product_id,
            batch_no: Some(new.batch_no),
            serial_prefix: run.serial_prefix,
            first_serial: run.first_serial,
            quantity: run.quantity,
            made_on: None,
            expires_on: None,
        };
        issue_units(c, &order)?;
    }
    Ok(id)
}

/// Refuses codes finer than the level its maker chose for a product (F143).
fn level_allows(product: &Product, wanted: Level) -> Result<(), Error> {
    let refused = match product.coding_level.known() {
        Some(CodingLevel::Product) => wanted != Level::Product,
        Some(CodingLevel::Batch) => wanted == Level::Unit,
        Some(CodingLevel::Unit | CodingLevel::Combination) | None => false,
    };
    match refused {
        true => Err(Error::LevelBinds {
            level: product.coding_level.label(Lang::Zh),
            level_en: product.coding_level.label(Lang::En),
        }),
        false => Ok(()),
    }
}

/// Takes the turn of a product that may be given codes. What rests owes no quantities, so it makes nothing either; going on
/// is for its maker to say, and is not concluded from an order of codes.
fn in_production(c: &mut TenantConn<'_>, id: &ProductId) -> Result<Product, Error> {
    let product = product::take_turn(c, id).map_err(product::blame_body)?;
    if !product.is_alive() {
        return Err(product::Error::Voided.into());
    }
    match product.is_paused {
        true => Err(Error::Paused),
        false => Ok(product),
    }
}

/// Issues unit codes in a style.
///
/// # Errors
/// As the style has them.
pub(super) fn issue(
    c: &mut TenantConn<'_>,
    order: &IssueOrder,
    style: SerialStyle,
) -> Result<UnitIssue, Error> {
    match style {
        SerialStyle::Sequential => issue_units(c, order),
        SerialStyle::Random => issue_random_units(c, order),
    }
}

/// Issues unit codes: one row, whatever the quantity.
///
/// # Errors
/// When a serial would not be one, or was issued before; the colliding range is named.
pub fn issue_units(c: &mut TenantConn<'_>, order: &IssueOrder) -> Result<UnitIssue, Error> {
    open(c, order)?;
    let (span, digits) = match &order.first_serial {
        Some(start) => (
            Span::counted(&order.serial_prefix, start, order.quantity)?,
            start.len(),
        ),
        None => allocation::next(c, &order.product_id, &order.serial_prefix, order.quantity)?,
    };
    let batch = batch_of(c, order)?;
    if let Some(taken) = unit::taken(c, &order.product_id, &span)?.first() {
        return Err(Error::SpanTaken {
            first: taken.first_serial(),
            last: taken.last_serial(),
            count: taken.count(),
        });
    }
    let (issue_id, id) = unit::new_issue();
    add(
        c,
        order,
        batch.as_ref(),
        &span,
        (id, &issue_id, i64::try_from(digits).ok()),
    )?;
    Ok(unit::unit_issue(&order.product_id, batch, &span))
}

/// The digits noted of a random serial: none count, so that numbering on does not begin behind it.
const NOT_COUNTED: i64 = 0;

/// Issues unit codes whose serials nobody can guess: a row each, as none follows another.
///
/// # Errors
/// When the prefix leaves too few digits.
pub fn issue_random_units(c: &mut TenantConn<'_>, order: &IssueOrder) -> Result<UnitIssue, Error> {
    open(c, order)?;
    let batch = batch_of(c, order)?;
    let count = usize::try_from(order.quantity).unwrap_or_default();
    let spans = random::draw(c, &order.product_id, &order.serial_prefix, count)?;
    let (issue_id, mut id) = unit::new_issue();
    for span in &spans {
        let own = std::mem::replace(&mut id, UnitRangeId::new());
        add(
            c,
            order,
            batch.as_ref(),
            span,
            (own, &issue_id, Some(NOT_COUNTED)),
        )?;
    }
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
        return Err(Error::NotAPrefix);
    };
    let issued = unit::unit_issue(&order.product_id, batch, first);
    Ok(UnitIssue {
        last_serial: last.last_serial(),
        quantity: order.quantity,
        ..issued
    })
}

/// Takes the turn of a product that may be given units.
fn open(c: &mut TenantConn<'_>, order: &IssueOrder) -> Result<(), Error> {
    dates::not_in_future(c, order.made_on)?;
    let product = in_production(c, &order.product_id)?;
    level_allows(&product, Level::Unit)
}

/// The batch the units go to, if any, once they may.
fn batch_of(c: &mut TenantConn<'_>, order: &IssueOrder) -> Result<Option<BatchId>, Error> {
    let batch = order
        .batch_no
        .as_deref()
        .map(|no| unit::living_batch(c, &order.product_id, no))
        .transpose()?;
    unit::may_grow(c, &order.product_id, batch.as_ref())?;
    unit::in_order((order.made_on, order.expires_on), batch.as_ref())?;
    Ok(batch.map(|b| b.id))
}

/// Notes a run of units, and that it was issued.
fn add(
    c: &mut TenantConn<'_>,
    order: &IssueOrder,
    batch_id: Option<&BatchId>,
    span: &Span,
    (id, issue_id, digits): (UnitRangeId, &UnitIssueId, Option<i64>),
) -> Result<(), Error> {
    let range = UnitRange {
        id,
        product_id: order.product_id.clone(),
        batch_id: batch_id.cloned(),
        prefix: span.prefix.clone(),
        width: span.width,
        first_number: span.first,
        last_number: span.last,
        made_on: order.made_on,
        expires_on: order.expires_on,
        state: CodeState::Active.into(),
        state_reason: None,
        issue_id: issue_id.clone(),
        issued_at: c.now(),
        digits,
        ex_factory_on: None,
    };
    unit::insert(c, &range)?;
    let dates = unit::dates_of(order.made_on, order.expires_on);
    let batch_id = batch_id.cloned();
    Ok(unit::record_event(
        c,
        &order.product_id,
        span,
        EventKind::Issued,
        batch_id,
        dates,
    )?)
}
