use super::{
    BatchFacts, Level, PackFacts, ParentFacts, Snapshot, Standing, UnitFacts, as_of, draft,
    facts::Open,
    pack,
    recall::recalled,
    snapshot::{AskDatabase, reports_of},
    store,
};
use crate::{
    Error,
    batch::{Batch, BatchId},
    product::ProductRecord,
    serial::Place,
    unit::UnitRange,
};
use db::{Backend, Db, EnterpriseId, PlatformConn};
use identifiers::SerialNo;
use kernel::Timestamp;
use quick_cache::sync::Cache;
use std::{sync::Arc, time::Duration};
use web::{Problem, blocking};

/// What a code names: a product, perhaps a batch of it, perhaps a unit of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeKey {
    /// GTIN-14.
    pub gtin: String,
    /// 批次号 (AI 10)
    pub batch_no: Option<String>,
    /// 序列号 (AI 21)
    pub serial: Option<SerialNo>,
}

impl CodeKey {
    /// The serial as written, if it names one.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.serial.as_ref().map(SerialNo::as_str)
    }
}

/// What became of a code that names a product we have.
#[derive(Debug, Clone)]
pub struct Resolution {
    /// The product and its maker.
    pub snapshot: Arc<Snapshot>,
    /// How fine the code is.
    pub level: Level,
    /// The batch it names, or the batch of the unit it names.
    pub batch: Option<Arc<BatchFacts>>,
    /// The unit it names.
    pub unit: Option<UnitFacts>,
    /// Where it stands.
    pub standing: Standing,
    /// Whether the code names another batch than the one the unit is in.
    pub batch_differs: bool,
    /// The pack the unit is in.
    pub parent: Option<Arc<ParentFacts>>,
    /// What is in the unit, if it is a pack.
    pub pack: PackFacts,
}

/// Finds what codes stand for. What was found is held in memory and is good until its enterprise changes something:
/// at once when this process did, within a second when another one on the same database did.
#[derive(Clone)]
pub struct Resolver {
    db: Db,
    products: Arc<Cache<String, Arc<Snapshot>>>,
}

/// How many products are held.
const PRODUCTS: usize = 2_000;

/// How long a snapshot is believed where other processes may write too.
const SHARED: Duration = Duration::from_millis(900);

impl Resolver {
    /// A resolver on this database.
    #[must_use]
    pub fn new(db: Db) -> Self {
        Self {
            db,
            products: Arc::new(Cache::new(PRODUCTS)),
        }
    }

    /// What a code stands for; none when nobody here has its trace code.
    ///
    /// # Errors
    /// When the database is needed and away.
    pub async fn resolve(&self, key: &CodeKey) -> Result<Option<Resolution>, Problem> {
        if let Some(snapshot) = self.held(&key.gtin)
            && let Ok(found) = from_memory(&snapshot, key)
        {
            return Ok(Some(found));
        }
        let (this, key) = (self.clone(), key.clone());
        blocking(move || this.read(&key)).await
    }

    /// What the code of a product stands for, by its number alone.
    ///
    /// # Errors
    /// When the database is needed and away.
    pub async fn product(&self, gtin: &str) -> Result<Option<Resolution>, Problem> {
        let key = CodeKey {
            gtin: gtin.to_owned(),
            batch_no: None,
            serial: None,
        };
        self.resolve(&key).await
    }

    /// What a scan would be answered if an enterprise's record were stored as it is and activated; nothing is stored.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn draft(
        &self,
        owner: EnterpriseId,
        record: ProductRecord,
    ) -> Result<(Resolution, CodeKey), Problem> {
        let db = self.db.clone();
        blocking(move || db.read_platform(|c| draft::resolve(c, &owner, record))).await
    }

    /// What a code was answered at an earlier instant; none when its product was not there yet.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn as_of(&self, key: &CodeKey, at: Timestamp) -> Result<Option<Resolution>, Problem> {
        let (db, key) = (self.db.clone(), key.clone());
        blocking(move || db.read_platform(|c| as_of::resolve(c, &key, at))).await
    }

    /// A snapshot that is still true.
    fn held(&self, gtin: &str) -> Option<Arc<Snapshot>> {
        let snapshot = self.products.get(gtin)?;
        let is_young = self.db.backend() == Backend::Sqlite || snapshot.loaded.elapsed() < SHARED;
        (is_young && Some(self.db.epoch(&snapshot.maker.id)) == snapshot.epoch).then_some(snapshot)
    }

    fn read(&self, key: &CodeKey) -> Result<Option<Resolution>, Error> {
        self.db.read_platform(|c| {
            let snapshot = match self.held(&key.gtin) {
                Some(held) => held,
                None => {
                    let Some(loaded) = Snapshot::load(c, &key.gtin, |owner| self.db.epoch(owner))? else {
                        self.products.remove(&key.gtin);
                        return Ok(None);
                    };
                    let loaded = Arc::new(loaded);
                    self.products.insert(key.gtin.clone(), Arc::clone(&loaded));
                    loaded
                }
            };
            match from_memory(&snapshot, key) {
                Ok(found) => Ok(Some(found)),
                Err(AskDatabase) => from_database(c, &snapshot, key).map(Some),
            }
        })
    }
}

fn from_memory(snapshot: &Arc<Snapshot>, key: &CodeKey) -> Result<Resolution, AskDatabase> {
    let mut found = judge(
        snapshot,
        key,
        |no| snapshot.batch(no),
        |id| snapshot.batch_by_id(id),
        |place| snapshot.range(place),
    )?;
    if let (Some(_), Some(serial)) = (&found.unit, &key.serial) {
        found.parent = snapshot.packed.parent(&Place::of(serial))?;
    }
    Ok(found)
}

/// For products of which there is too much to hold.
fn from_database(
    c: &mut PlatformConn<'_>,
    snapshot: &Arc<Snapshot>,
    key: &CodeKey,
) -> Result<Resolution, Error> {
    let id = &snapshot.product.id;
    let range = match &key.serial {
        Some(serial) => store::find_range(c, id, &Place::of(serial))?,
        None => None,
    };
    let named = match &key.batch_no {
        Some(no) => store::find_batch(c, id, no)?,
        None => None,
    };
    let own = match range.as_ref().and_then(|r| r.batch_id.as_ref()) {
        Some(id) => store::find_batch_by_id(c, id)?,
        None => None,
    };
    let both: Vec<_> = named.iter().chain(&own).cloned().collect();
    let reports = reports_of(c, &snapshot.maker.id, &both)?;
    let facts = |b: &Option<Batch>| b.clone().map(|b| Arc::new(BatchFacts::of(b, &Open(&reports))));
    let judged: Result<_, Error> = judge(
        snapshot,
        key,
        |_| Ok(facts(&named)),
        |_| Ok(facts(&own)),
        |_| Ok(range.clone().map(Arc::new)),
    );
    let mut found = judged?;
    if let (Some(_), Some(serial)) = (&found.unit, &key.serial) {
        (found.parent, found.pack) = pack::read(c, id, &Place::of(serial))?;
    }
    Ok(found)
}

/// The rules, wherever the facts come from: a code is resolved at the level asked, what is voided above is voided
/// below, and so is what is recalled.
pub(super) fn judge<E>(
    snapshot: &Arc<Snapshot>,
    key: &CodeKey,
    batch: impl Fn(&str) -> Result<Option<Arc<BatchFacts>>, E>,
    batch_by_id: impl Fn(&BatchId) -> Result<Option<Arc<BatchFacts>>, E>,
    range: impl Fn(&Place) -> Result<Option<Arc<UnitRange>>, E>,
) -> Result<Resolution, E> {
    let mut found = Resolution {
        snapshot: Arc::clone(snapshot),
        level: Level::Product,
        batch: None,
        unit: None,
        standing: Standing::Valid,
        batch_differs: false,
        parent: None,
        pack: PackFacts::default(),
    };
    if let Some(serial) = &key.serial {
        found.level = Level::Unit;
        match range(&Place::of(serial))? {
            None => found.standing = Standing::NotIssued,
            Some(range) => {
                found.batch = range.batch_id.as_ref().map(batch_by_id).transpose()?.flatten();
                found.unit = Some(UnitFacts::of(&range, found.batch.as_deref()));
                let own = found.batch.as_ref().map(|b| b.batch_no.as_str());
                found.batch_differs = key.batch_no.as_deref().is_some_and(|named| own != Some(named));
            }
        }
    } else if let Some(no) = &key.batch_no {
        found.level = Level::Batch;
        found.batch = batch(no)?;
        if found.batch.is_none() {
            found.standing = Standing::NotIssued;
        }
    }
    if let Some((at, reason)) = ended(&found) {
        found.standing = Standing::Voided { at, reason };
    } else if found.standing == Standing::Valid
        && let Some((at, reason, advice)) = recalled(&snapshot.recalls, &found, key)
    {
        found.standing = Standing::Recalled { at, reason, advice };
    } else if found.standing == Standing::Valid && !snapshot.product.is_activated {
        found.standing = Standing::Inactive;
    }
    Ok(found)
}

/// The finest level at which a code was ended. A code that was never issued cannot have been.
fn ended(found: &Resolution) -> Option<(Level, Option<String>)> {
    let unit = found
        .unit
        .as_ref()
        .and_then(|u| u.voided.clone())
        .map(|reason| (Level::Unit, reason));
    let batch = found
        .batch
        .as_ref()
        .and_then(|b| b.voided.clone())
        .map(|reason| (Level::Batch, reason));
    let product = found
        .snapshot
        .product
        .voided
        .clone()
        .map(|reason| (Level::Product, reason));
    let above = (found.standing == Standing::Valid).then_some(product).flatten();
    unit.or(batch).or(above)
}
