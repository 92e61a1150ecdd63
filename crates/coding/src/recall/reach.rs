//! How far a recall reaches.

use super::{Error, RecallReach, store};
use crate::{batch, recalled::RecallId, unit, verdict};
use db::TenantConn;

/// Counts the codes and packs a recall reaches.
pub(super) fn of(c: &mut TenantConn<'_>, id: &RecallId) -> Result<RecallReach, Error> {
    let (recall, _, batch) = store::find(c, id)?;
    let filter = unit::RangeFilter {
        product_id: Some(recall.product_id.clone()),
        batch_id: recall.batch_id.clone(),
        spans: recall.span().map(|span| vec![span]),
        ..unit::RangeFilter::default()
    };
    let within = |range: identifiers::serial::Span| match recall.span() {
        Some(span) => range.common(&span).map_or(0, |s| s.count()),
        None => range.count(),
    };
    let batch_quantity = match (&batch, recall.span()) {
        (_, Some(_)) => None,
        (Some(batch), None) => batch.quantity,
        (None, None) => batch::quantity_of_product(c, &recall.product_id)?,
    };
    Ok(RecallReach {
        units: unit::outlines(c, &filter)?.into_iter().map(within).sum(),
        batch_quantity,
        packs: i64::try_from(verdict::reached_packs(c, &recall)?.len()).unwrap_or(i64::MAX),
    })
}
