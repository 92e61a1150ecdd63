//! Which codes an order is about, fixed when it is asked for.

use super::{Error, ExportFormat, ExportOrder, Run, What, archive_name::tell_apart};
use crate::{
    labels::{LabelRun, LabelSubject},
    picture::{PictureLook, Which, locate},
};
use coding::{
    CodeState,
    batch::{self, BatchId},
    recalled,
    unit::{RangeFilter, slice, spans_starting_with},
};
use db::TenantConn;
use identifiers::{BatchNo, serial::Span};
use product::{ProductId, PublicBase};

/// Units to export: those of a product that are alive, perhaps of one batch, perhaps between two serials.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) product_id: ProductId,
    pub(super) batch_id: Option<BatchId>,
    pub(super) span: Option<Span>,
    /// What their serials begin with.
    pub(super) starts_with: Option<String>,
}

impl Wanted {
    /// Where they can stand; none for everywhere.
    fn spans(&self, c: &mut TenantConn<'_>) -> Result<Option<Vec<Span>>, Error> {
        let Some(text) = &self.starts_with else {
            return Ok(self.span.clone().map(|span| vec![span]));
        };
        let starting = spans_starting_with(c, Some(&self.product_id), text)?;
        let common = |span: &Span| clip(span.clone(), self.span.as_ref());
        Ok(Some(starting.iter().filter_map(common).collect()))
    }
}

/// So many runs are listed in an order at most; a product that was cut into more is exported batch by batch.
const MAX_RUNS: i64 = 20_000;

/// So many codes are exported at once at most.
const MAX_CODES: i64 = 20_000_000;

/// Fixes what is exported. Voided units are left out, and so are those that are being recalled.
pub(super) fn freeze(
    c: &mut TenantConn<'_>,
    wanted: &Wanted,
    (format, look): (ExportFormat, PictureLook),
    base: &PublicBase,
) -> Result<ExportOrder, Error> {
    let (name, runs) = units(c, wanted, format.extension(), base)?;
    let what = What::Codes { format, look };
    Ok(ExportOrder {
        what,
        name,
        runs,
        parts: 0,
        before: 0,
    })
}

/// Fixes which codes get labels: units once each, the code of a product or a batch so many times.
pub(super) fn freeze_labels(
    c: &mut TenantConn<'_>,
    wanted: &Wanted,
    (labels, copies): (LabelRun, i64),
    base: &PublicBase,
) -> Result<ExportOrder, Error> {
    let ending = labels.format.extension();
    let batch = wanted
        .batch_id
        .as_ref()
        .map(|id| batch::find(c, id))
        .transpose()?;
    let batch = batch.map(|(batch, ..)| batch);
    if batch.as_ref().is_some_and(|b| b.product_id != wanted.product_id) {
        return Err(batch::Error::NotFound.into());
    }
    let recalls = recalled::open_of(c, &wanted.product_id)?;
    let named = batch.as_ref().filter(|_| labels.subject == LabelSubject::Batch);
    if labels.subject != LabelSubject::Unit && recalls.iter().any(|r| r.covers(named.map(|b| &b.id), None)) {
        return Err(Error::Recalled);
    }
    let (name, runs) = match labels.subject {
        LabelSubject::Unit => units(c, wanted, ending, base)?,
        LabelSubject::Product | LabelSubject::Batch => {
            let batch = batch.filter(|_| labels.subject == LabelSubject::Batch);
            let which = match &batch {
                Some(batch) => {
                    Which::Batch(BatchNo::parse(&batch.batch_no).map_err(|_stored| batch::Error::NotFound)?)
                }
                None => Which::Product,
            };
            let code = locate(c, &wanted.product_id, &which, base)?;
            let run = Run {
                name_start: code.name.clone(),
                name_end: String::new(),
                uri_start: code.uri,
                prefix: String::new(),
                width: 0,
                first: 1,
                last: copies,
                made_on: batch.as_ref().map(|b| b.made_on),
                expires_on: batch.as_ref().and_then(|b| b.expires_on),
                batch_no: batch.map(|b| b.batch_no),
            };
            (format!("{}-{copies}.{ending}", code.name), vec![run])
        }
    };
    let what = What::Labels {
        labels: Box::new(labels),
    };
    Ok(ExportOrder {
        what,
        name,
        runs,
        parts: 0,
        before: 0,
    })
}

/// The name of the file and the units that are alive and not being recalled.
fn units(
    c: &mut TenantConn<'_>,
    wanted: &Wanted,
    ending: &str,
    base: &PublicBase,
) -> Result<(String, Vec<Run>), Error> {
    let product = product::find(c, &wanted.product_id).map_err(product::blame_body)?;
    let filter = RangeFilter {
        product_id: Some(wanted.product_id.clone()),
        batch_id: wanted.batch_id.clone(),
        state: Some(CodeState::Active),
        spans: wanted.spans(c)?,
    };
    let ranges = slice(c, &filter, 0, MAX_RUNS + 1)?;
    if i64::try_from(ranges.len()).is_ok_and(|n| n > MAX_RUNS) {
        return Err(Error::TooScattered { limit: MAX_RUNS });
    }
    let recalls = recalled::open_of(c, &wanted.product_id)?;
    let is_any_alive = !ranges.is_empty();
    let mut runs = vec![];
    let parts = ranges.iter().flat_map(|row| {
        let range = &row.0;
        let parts = recalled::without(&recalls, range.batch_id.as_ref(), range.span()).into_iter();
        parts
            .flat_map(|part| clipped(&part, filter.spans.as_deref()))
            .map(move |part| (row, part))
    });
    for ((range, product, batch), span) in parts {
        let uri = base.unit(&product.gtin, &span.first_serial());
        let digits = usize::try_from(span.width).unwrap_or_default();
        let uri_start = uri
            .get(..uri.len().saturating_sub(digits))
            .unwrap_or_default()
            .to_owned();
        let name_start = uri_start.rsplit('/').next().unwrap_or_default().to_owned();
        runs.push(Run {
            uri_start,
            name_start,
            name_end: String::new(),
            prefix: span.prefix,
            width: span.width,
            first: span.first,
            last: span.last,
            made_on: range.made_on.or_else(|| batch.as_ref().map(|b| b.made_on)),
            expires_on: range
                .expires_on
                .or_else(|| batch.as_ref().and_then(|b| b.expires_on)),
            batch_no: batch.as_ref().map(|b| b.batch_no.clone()),
        });
    }
    tell_apart(&mut runs);
    let total: i64 = runs.iter().map(Run::count).sum();
    match total {
        0 if is_any_alive => return Err(Error::Recalled),
        0 => return Err(Error::NothingSelected),
        n if n > MAX_CODES => return Err(Error::TooMuch { limit: MAX_CODES }),
        _ => {}
    }
    Ok((format!("{}-{total}.{ending}", product.trace_code), runs))
}

/// The parts of a span that are wanted.
fn clipped(part: &Span, wanted: Option<&[Span]>) -> Vec<Span> {
    match wanted {
        None => vec![part.clone()],
        Some(wanted) => wanted.iter().filter_map(|w| part.common(w)).collect(),
    }
}

fn clip(part: Span, wanted: Option<&Span>) -> Option<Span> {
    match wanted {
        None => Some(part),
        Some(wanted) => part.common(wanted),
    }
}
