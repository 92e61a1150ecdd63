use super::{BatchFacts, ProductFacts, store};
use crate::{Error, batch::BatchId, product::all_files, serial::Place, unit::UnitRange};
use db::{Epoch, PlatformConn};
use enterprise::{PublicEnterprise, profile};
use std::{collections::HashMap, sync::Arc, time::Instant};
use web::upload::find_public_files;

/// What is held in memory of one product: all there is to know for a scan, unless there is too much of it.
#[derive(Debug)]
pub struct Snapshot {
    /// The product.
    pub product: ProductFacts,
    /// Its maker.
    pub maker: PublicEnterprise,
    pub(super) epoch: Epoch,
    pub(super) loaded: Instant,
    batches: Known<Batches>,
    ranges: Known<Ranges>,
}

/// Everything, or so much that it stays in the database.
#[derive(Debug)]
enum Known<T> {
    All(T),
    TooMuch,
}

#[derive(Debug, Default)]
struct Batches {
    by_no: HashMap<String, Arc<BatchFacts>>,
    by_id: HashMap<BatchId, Arc<BatchFacts>>,
}

/// The ranges of each kind of serial, in order.
type Ranges = HashMap<(String, i64), Vec<Arc<UnitRange>>>;

/// How many batches and ranges of a product are held; with more, a scan is an indexed read.
const MOST: i64 = 4096;

/// A place where memory does not know the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AskDatabase;

impl Snapshot {
    /// Reads a product with everything that belongs to it; none when nobody has this trace code. `epoch` is told the
    /// owner before anything of theirs is read, so that what is changed meanwhile is noticed.
    pub(super) fn load(
        c: &mut PlatformConn<'_>,
        gtin: &str,
        epoch: impl FnOnce(&db::EnterpriseId) -> Epoch,
    ) -> Result<Option<Self>, Error> {
        let Some((owner, _)) = store::find_product(c, gtin)? else {
            return Ok(None);
        };
        let (epoch, loaded) = (epoch(&owner), Instant::now());
        let Some((owner, product)) = store::find_product(c, gtin)? else {
            return Ok(None);
        };
        let maker = profile::find_public(c, &owner)?;
        let batches = store::batches_of(c, &product.id, MOST + 1)?;
        let ranges = store::ranges_of(c, &product.id, MOST + 1)?;
        let record = store::find_version(c, &product)?.record.0;
        let files = find_public_files(c, &owner, &all_files(&record))?;
        Ok(Some(Self {
            product: ProductFacts::of(product, record, &files),
            maker,
            epoch,
            loaded,
            batches: if is_too_much(&batches) {
                Known::TooMuch
            } else {
                Known::All(index_batches(batches))
            },
            ranges: if is_too_much(&ranges) {
                Known::TooMuch
            } else {
                Known::All(index_ranges(ranges))
            },
        }))
    }

    pub(super) fn batch(&self, batch_no: &str) -> Result<Option<Arc<BatchFacts>>, AskDatabase> {
        match &self.batches {
            Known::All(all) => Ok(all.by_no.get(batch_no).cloned()),
            Known::TooMuch => Err(AskDatabase),
        }
    }

    pub(super) fn batch_by_id(&self, id: &BatchId) -> Result<Option<Arc<BatchFacts>>, AskDatabase> {
        match &self.batches {
            Known::All(all) => Ok(all.by_id.get(id).cloned()),
            Known::TooMuch => Err(AskDatabase),
        }
    }

    pub(super) fn range(&self, at: &Place) -> Result<Option<Arc<UnitRange>>, AskDatabase> {
        let Known::All(all) = &self.ranges else {
            return Err(AskDatabase);
        };
        // The key is borrowed as a whole, so the few kinds a product has are compared.
        let of_kind = all
            .iter()
            .find(|((prefix, width), _)| *prefix == at.prefix && *width == at.width);
        Ok(of_kind.and_then(|(_, ranges)| {
            let after = ranges.partition_point(|r| r.first_number <= at.number);
            let nearest = ranges.get(after.checked_sub(1)?)?;
            (nearest.last_number >= at.number).then(|| Arc::clone(nearest))
        }))
    }
}

fn is_too_much<T>(rows: &[T]) -> bool {
    i64::try_from(rows.len()).is_ok_and(|n| n > MOST)
}

fn index_batches(rows: Vec<crate::batch::Batch>) -> Batches {
    let mut all = Batches::default();
    for row in rows {
        let facts = Arc::new(BatchFacts::from(row));
        all.by_id.insert(facts.id.clone(), Arc::clone(&facts));
        all.by_no.insert(facts.batch_no.clone(), facts);
    }
    all
}

/// The rows come ordered by number within their kind.
fn index_ranges(rows: Vec<UnitRange>) -> Ranges {
    let mut all = Ranges::new();
    for row in rows {
        all.entry((row.prefix.clone(), row.width))
            .or_default()
            .push(Arc::new(row));
    }
    all
}
