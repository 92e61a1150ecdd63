use super::What;
use crate::{
    Error, PublicBase,
    batch::{self, BatchId},
    picture::{Look, Which, locate},
    print::{LabelRun, LabelSubject},
    product::{self, ProductId},
    serial::Span,
    unit::store::{RangeFilter, slice},
};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::BatchNo;
use serde::{Deserialize, Serialize};

kernel::codes! {
    /// What codes are exported as.
    pub enum ExportFormat {
        Csv = "csv", "CSV 表格", "CSV table";
        PngZip = "png_zip", "PNG 图片压缩包", "ZIP of PNG";
        SvgZip = "svg_zip", "SVG 矢量图压缩包", "ZIP of SVG";
    }
}

impl ExportFormat {
    /// The end of the file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::PngZip | Self::SvgZip => "zip",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::PngZip | Self::SvgZip => "application/zip",
        }
    }
}

/// Everything an export needs to know, fixed when it is asked for: going on after a restart gives the same file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExportOrder {
    /// What is made of the codes.
    #[serde(flatten)]
    pub what: What,
    /// The name of the file.
    pub name: String,
    /// The codes.
    pub runs: Vec<Run>,
}

/// Codes that follow one another and have everything in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The beginning of their addresses: all but the digits of the number.
    pub uri_start: String,
    /// The beginning of their names in an archive, with what file systems forbid escaped as in the address.
    pub name_start: String,
    /// The beginning of their serials.
    pub prefix: String,
    /// The digits of the number.
    pub width: i64,
    /// The first number.
    pub first: i64,
    /// The last number.
    pub last: i64,
    /// Their batch.
    pub batch_no: Option<String>,
    /// When they were made.
    pub made_on: Option<NaiveDate>,
    /// When they expire.
    pub expires_on: Option<NaiveDate>,
}

impl Run {
    /// How many codes it has.
    #[must_use]
    pub fn count(&self) -> i64 {
        self.last - self.first + 1
    }

    /// The digits of a number; none for codes that are all alike.
    pub(super) fn digits(&self, number: i64) -> String {
        match usize::try_from(self.width) {
            Ok(width @ 1..) => format!("{number:0width$}"),
            _ => String::new(),
        }
    }
}

/// Which units an export is about: those of a product that are alive, perhaps of one batch, perhaps between two serials.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) product_id: ProductId,
    pub(crate) batch_id: Option<BatchId>,
    pub(crate) span: Option<Span>,
}

/// So many runs are listed in an order at most; a product that was cut into more is exported batch by batch.
const MAX_RUNS: i64 = 20_000;

/// So many codes are exported at once at most.
const MAX_CODES: i64 = 20_000_000;

/// Fixes what is exported. Voided units are left out.
pub(super) fn fix(
    c: &mut TenantConn<'_>,
    wanted: &Wanted,
    (format, look): (ExportFormat, Look),
    base: &PublicBase,
) -> Result<ExportOrder, Error> {
    let (name, runs) = units(c, wanted, format.extension(), base)?;
    let what = What::Codes { format, look };
    Ok(ExportOrder { what, name, runs })
}

/// Fixes which codes get labels: units once each, the code of a product or a batch so many times.
pub(crate) fn fix_labels(
    c: &mut TenantConn<'_>,
    wanted: &Wanted,
    (labels, copies): (LabelRun, i64),
    base: &PublicBase,
) -> Result<ExportOrder, Error> {
    let ending = labels.format.extension();
    let batch = wanted
        .batch_id
        .as_ref()
        .map(|id| batch::store::find(c, id))
        .transpose()?;
    let batch = batch.map(|(batch, ..)| batch);
    if batch.as_ref().is_some_and(|b| b.product_id != wanted.product_id) {
        return Err(Error::BatchNotFound);
    }
    let (name, runs) = match labels.subject {
        LabelSubject::Unit => units(c, wanted, ending, base)?,
        LabelSubject::Product | LabelSubject::Batch => {
            let batch = batch.filter(|_| labels.subject == LabelSubject::Batch);
            let which = match &batch {
                Some(batch) => {
                    Which::Batch(BatchNo::parse(&batch.batch_no).map_err(|_stored| Error::BatchNotFound)?)
                }
                None => Which::Product,
            };
            let code = locate(c, &wanted.product_id, &which, base)?;
            let run = Run {
                name_start: code.name.clone(),
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
    Ok(ExportOrder { what, name, runs })
}

/// The name of the file and the units that are alive.
fn units(
    c: &mut TenantConn<'_>,
    wanted: &Wanted,
    ending: &str,
    base: &PublicBase,
) -> Result<(String, Vec<Run>), Error> {
    let product = product::store::find(c, &wanted.product_id).map_err(batch::refer)?;
    let filter = RangeFilter {
        product_id: Some(wanted.product_id.clone()),
        batch_id: wanted.batch_id.clone(),
        state: Some(product::CodeState::Active),
        spans: wanted.span.clone().map(|s| vec![s]),
    };
    let ranges = slice(c, &filter, 0, MAX_RUNS + 1)?;
    if i64::try_from(ranges.len()).is_ok_and(|n| n > MAX_RUNS) {
        return Err(Error::TooMuch { limit: MAX_CODES });
    }
    let mut runs = vec![];
    for (range, product, batch) in ranges {
        let span = clip(range.span(), wanted.span.as_ref());
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
            prefix: span.prefix,
            width: span.width,
            first: span.first,
            last: span.last,
            made_on: range.made_on.or_else(|| batch.as_ref().map(|b| b.made_on)),
            expires_on: range
                .expires_on
                .or_else(|| batch.as_ref().and_then(|b| b.expires_on)),
            batch_no: batch.map(|b| b.batch_no),
        });
    }
    let total: i64 = runs.iter().map(Run::count).sum();
    match total {
        0 => return Err(Error::NothingSelected),
        n if n > MAX_CODES => return Err(Error::TooMuch { limit: MAX_CODES }),
        _ => {}
    }
    Ok((format!("{}-{total}.{ending}", product.trace_code), runs))
}

impl ExportOrder {
    /// How many codes there are.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.runs.iter().map(Run::count).sum()
    }
}

fn clip(range: Span, wanted: Option<&Span>) -> Span {
    match wanted {
        None => range,
        Some(w) => Span {
            first: range.first.max(w.first),
            last: range.last.min(w.last),
            ..range
        },
    }
}
