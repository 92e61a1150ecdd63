use super::{
    BatchFacts, CodeKey, Resolution, Snapshot, as_of, draft, judge::judge, known::AskDatabase, pack,
    public::Open, snapshot::reports_of, store,
};
use crate::Error;
use coding::batch::Batch;
use db::{Backend, Db, EnterpriseId, PlatformConn};
use kernel::Timestamp;
use quick_cache::sync::Cache;
use serde_json::{Map, Value};
use std::{sync::Arc, time::Duration};
use web::{Problem, blocking};

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

    /// Resolves a code; none when no product has its trace code.
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

    /// Resolves a product's own code by its GTIN-14.
    ///
    /// # Errors
    /// When the database is needed and away.
    pub async fn product(&self, gtin: &str) -> Result<Option<Resolution>, Problem> {
        self.resolve(&CodeKey::of_product(gtin)).await
    }

    /// Resolves an unsaved record as if it were stored and activated, as far as it is written;
    /// nothing is stored.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn sketch(
        &self,
        owner: EnterpriseId,
        fields: Map<String, Value>,
    ) -> Result<(Resolution, CodeKey), Problem> {
        let (db, record) = (self.db.clone(), product::sketched(fields)?);
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
    if let (Some(_), Some(place)) = (&found.unit, key.place()) {
        found.parent = snapshot.packed.parent(place)?;
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
    let range = match key.place() {
        Some(place) => store::find_range(c, id, place)?,
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
    if let (Some(_), Some(place)) = (&found.unit, key.place()) {
        (found.parent, found.pack) = pack::read(c, id, place)?;
    }
    Ok(found)
}
