use super::{
    BatchFacts, Chapter, Chapters, CodeKey, MissingChapter, ProductFacts, ProductKey, Written,
    assembly::{self, Shown, assemble},
    known::{AskDatabase, Known, MOST},
    pack::PackFacts,
    packed::Packed,
    public::Open,
    sources::OfCodes,
    store,
};
use crate::Error;
use coding::{
    CodeState,
    batch::{Batch, BatchId},
    unit::UnitRange,
    verdict::Ground,
};
use db::{Epoch, PublicConn};
use enterprise::MakerFacts;
use identifiers::serial::Place;
use product::ProductId;
use std::{collections::HashMap, sync::Arc, time::Instant};
use web::upload::{StoredFile, find_public_files};

/// Snapshot of one product in memory: all a scan needs, unless there is too much of it.
#[derive(Debug)]
pub struct Snapshot {
    /// The product.
    pub product: Written<ProductFacts>,
    /// Its maker.
    pub maker: Written<MakerFacts>,
    /// What domains tell of it.
    pub chapters: Written<Vec<Chapter>>,
    /// Whose chapters could not be read.
    pub missing: Vec<MissingChapter>,
    /// Who has more to say of its single codes.
    pub(super) of_codes: OfCodes,
    /// Epoch it was read under; none of a preview.
    pub(super) epoch: Option<Epoch>,
    pub(super) loaded: Instant,
    batches: Known<Batches>,
    ranges: Known<Ranges>,
    pub(super) packed: Packed,
    /// What the worth of its codes rests on.
    pub(super) ground: Ground,
    /// What is in a unit that is no pack.
    pub(super) nothing: Arc<PackFacts>,
    /// The other products that have or had its GTIN, if it was asked for by that.
    pub(super) others: Vec<ProductId>,
}

/// What a snapshot is asked for by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Wanted {
    /// The product that answers for a GTIN.
    Gtin(String),
    /// This product, whoever has its GTIN now.
    Product(ProductId),
}

impl Wanted {
    /// What a code names.
    pub(super) fn by(key: &CodeKey) -> Self {
        match key.product() {
            Some(id) => Self::Product(id.clone()),
            None => Self::Gtin(key.gtin.clone()),
        }
    }
}

#[derive(Debug, Default)]
struct Batches {
    by_no: HashMap<String, Arc<BatchFacts>>,
    by_id: HashMap<BatchId, Arc<BatchFacts>>,
}

/// The ranges of each kind of serial, in order.
type Ranges = HashMap<(String, i64), Vec<Arc<UnitRange>>>;

impl Snapshot {
    /// Reads a product with everything that belongs to it; none when nobody has or had this trace code. `epoch` is told the
    /// owner before anything of theirs is read, so that what is changed meanwhile is noticed.
    pub(super) fn load(
        c: &mut PublicConn<'_>,
        wanted: &Wanted,
        epoch: impl FnOnce(&db::EnterpriseId) -> Epoch,
    ) -> Result<Option<Self>, Error> {
        let (owner, id, others) = match wanted {
            Wanted::Product(id) => match store::find_product(c, id)? {
                Some((owner, product)) => (owner, product.id, vec![]),
                None => return Ok(None),
            },
            Wanted::Gtin(gtin) => {
                let mut found = store::products_of(c, gtin)?.into_iter();
                let Some((owner, id)) = found.next() else {
                    return Ok(None);
                };
                (owner, id, found.map(|(_, id)| id).collect())
            }
        };
        let (epoch, loaded) = (epoch(&owner), Instant::now());
        let Some((owner, product)) = store::find_product(c, &id)? else {
            return Ok(None);
        };
        let batches = store::batches_of(c, &product.id, MOST + 1)?;
        let ranges = store::ranges_of(c, &product.id, MOST + 1)?;
        let reports = reports_of(c, &owner, &batches)?;
        let packed = Packed::load(c, &product.id)?;
        let recalls = store::open_recalls(c, &product.id)?;
        let version = store::find_version(c, &product)?;
        let read = version.read_shown(&product)?;
        let beside = assembly::Beside {
            id: product.id.clone(),
            code_reach: product.code_reach,
            updated: assembly::updated(&version),
        };
        let Shown {
            product: shown,
            maker,
        } = assemble(c, &owner, (read.value, read.unreadable), beside)?;
        let ground = Ground::of(&product, maker.is_active, recalls);
        Ok(Some(Self {
            product: Written::new(shown),
            maker: Written::new(maker),
            chapters: Written::new(vec![]),
            missing: vec![],
            of_codes: OfCodes::default(),
            others,
            epoch: Some(epoch),
            loaded,
            batches: Known::of(batches, |rows| index_batches(rows, &Open(&reports))),
            ranges: Known::of(ranges, index_ranges),
            packed,
            ground,
            nothing: Arc::default(),
        }))
    }

    /// A product without batches and units.
    pub(super) fn alone(product: ProductFacts, maker: MakerFacts, ground: Ground) -> Self {
        Self {
            product: Written::new(product),
            maker: Written::new(maker),
            chapters: Written::new(vec![]),
            missing: vec![],
            of_codes: OfCodes::default(),
            others: vec![],
            epoch: None,
            loaded: Instant::now(),
            batches: Known::default(),
            ranges: Known::default(),
            packed: Packed::default(),
            ground,
            nothing: Arc::default(),
        }
    }

    /// The same with what domains tell of the product.
    pub(super) fn with_chapters(self, chapters: Chapters) -> Self {
        Self {
            chapters: Written::new(chapters.told),
            missing: chapters.missing,
            of_codes: chapters.of_codes,
            ..self
        }
    }

    /// The product as tellers are asked about it.
    pub(super) fn key(&self) -> ProductKey {
        ProductKey {
            enterprise: self.maker.id.clone(),
            id: self.product.id.clone(),
            gtin: self.product.gtin.clone(),
        }
    }

    /// Whether the product may be shown: what nobody has approved yet is not told to the public.
    pub(super) fn shows_product(&self) -> bool {
        self.ground.state == CodeState::Voided || self.ground.is_activated != Some(false)
    }

    /// Whether it was the operator who voided the product.
    #[must_use]
    pub fn is_voided_by_operator(&self) -> bool {
        self.ground.is_voided_by_operator
    }

    /// True for a stored product, so that others may ask for the snapshot.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        self.epoch.is_some()
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
