//! The codes of a product in memory.

use super::{
    BatchFacts,
    known::{AskDatabase, Known, MOST},
    packed::Packed,
    public::Open,
    store,
};
use crate::Error;
use coding::{
    batch::{Batch, BatchId},
    pack::Pack,
    unit::UnitRange,
};
use db::PublicConn;
use identifiers::serial::Place;
use product::ProductId;
use std::{collections::HashMap, sync::Arc};
use web::upload::{StoredFile, find_public_files};

/// Batches, units, and the packs they are in, unless there is too much of one of them.
#[derive(Debug, Default)]
pub(super) struct Codes {
    batches: Known<Batches>,
    ranges: Known<Ranges>,
    packed: Packed,
}

#[derive(Debug, Default)]
struct Batches {
    by_no: HashMap<String, Arc<BatchFacts>>,
    by_id: HashMap<BatchId, Arc<BatchFacts>>,
}

/// The ranges of each kind of serial, in order.
type Ranges = HashMap<(String, i64), Vec<Arc<UnitRange>>>;

impl Codes {
    pub(super) fn load(
        c: &mut PublicConn<'_>,
        owner: &db::EnterpriseId,
        product: &ProductId,
    ) -> Result<Self, Error> {
        let batches = store::batches_of(c, product, MOST + 1)?;
        let reports = reports_of(c, owner, &batches)?;
        Ok(Self {
            batches: Known::of(batches, |rows| index_batches(rows, &Open(&reports))),
            ranges: Known::of(store::ranges_of(c, product, MOST + 1)?, index_ranges),
            packed: Packed::load(c, product)?,
        })
    }

    pub(super) fn batch(&self, batch_no: &str) -> Result<Option<Arc<BatchFacts>>, AskDatabase> {
        Ok(self.batches.all()?.by_no.get(batch_no).cloned())
    }

    pub(super) fn batch_by_id(&self, id: &BatchId) -> Result<Option<Arc<BatchFacts>>, AskDatabase> {
        Ok(self.batches.all()?.by_id.get(id).cloned())
    }

    pub(super) fn range(&self, at: &Place) -> Result<Option<Arc<UnitRange>>, AskDatabase> {
        let all = self.ranges.all()?;
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

    pub(super) fn pack_of(&self, at: &Place) -> Result<Option<Arc<Pack>>, AskDatabase> {
        self.packed.pack_of(at)
    }
}

/// The inspection reports of batches that anyone may see; of which the maker said so, says the file itself.
pub(super) fn reports_of(
    c: &mut PublicConn<'_>,
    owner: &db::EnterpriseId,
    batches: &[Batch],
) -> Result<Vec<StoredFile>, Error> {
    let ids: Vec<_> = batches.iter().flat_map(|b| b.report_file_ids.0.clone()).collect();
    let mut found = vec![];
    for some in ids.chunks(1000) {
        found.extend(find_public_files(c, owner, some)?);
    }
    Ok(found)
}

fn index_batches(rows: Vec<Batch>, reports: &Open<'_>) -> Batches {
    let mut all = Batches::default();
    for row in rows {
        let facts = Arc::new(BatchFacts::of(row, reports));
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
