use super::{
    BatchFacts, CodeKey, CodePlace, Level, RelatedCode, Relation, Resolution, Snapshot, Sources, Standing,
    as_of, judge::judge, known::AskDatabase, pack, preview, public::Open, snapshot::reports_of, store,
};
use crate::Error;
use coding::batch::Batch;
use db::{Backend, Db, EnterpriseId, PublicConn};
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
    sources: Sources,
    products: Arc<Cache<String, Arc<Snapshot>>>,
}

/// How many products are held.
const PRODUCTS: usize = 2_000;

/// How long a snapshot is believed where other processes may write too.
const SHARED: Duration = Duration::from_millis(900);

/// How many of the codes a code goes with are told.
const MOST_RELATED: usize = 16;

/// How long a snapshot is believed that lacks chapters; then their tellers are asked again.
const LACKING: Duration = Duration::from_secs(3);

impl Resolver {
    /// A resolver on this database, with what domains tell.
    #[must_use]
    pub fn new(db: Db, sources: Sources) -> Self {
        Self {
            db,
            sources,
            products: Arc::new(Cache::new(PRODUCTS)),
        }
    }

    /// Resolves a code; none when no product has its trace code.
    ///
    /// # Errors
    /// When the database is needed and away.
    pub async fn resolve(&self, key: &CodeKey) -> Result<Option<Resolution>, Problem> {
        let Some(mut found) = self.own(key).await? else {
            return Ok(None);
        };
        let who = &found.snapshot.of_codes;
        if found.level != Level::Product && found.standing != Standing::NotIssued && !who.is_empty() {
            let (told, relations) = self.sources.of_code(&self.db, &found.place(key), who).await;
            found.told = told;
            self.follow(&mut found, relations).await?;
        }
        Ok(Some(found))
    }

    /// Who besides the maker hears what is written about a code.
    pub async fn hearers(&self, at: &CodePlace) -> Vec<EnterpriseId> {
        self.sources.hearers(&self.db, at).await
    }

    /// What a code stands for by itself.
    async fn own(&self, key: &CodeKey) -> Result<Option<Resolution>, Problem> {
        let Some(snapshot) = self.snapshot(&key.gtin).await? else {
            return Ok(None);
        };
        if let Ok(found) = from_memory(&snapshot, key) {
            return Ok(Some(found));
        }
        let (db, key) = (self.db.clone(), key.clone());
        blocking(move || db.read_public(|c| from_database(c, &snapshot, &key)).map(Some)).await
    }

    /// Looks at what a code goes with, one step far. A recall that reaches it is its own, unless there is worse to say.
    async fn follow(&self, found: &mut Resolution, relations: Vec<Relation>) -> Result<(), Problem> {
        for relation in relations.into_iter().take(MOST_RELATED) {
            let other = self.own(&relation.code).await?;
            if let Some(other) = &other
                && relation.carries_recall
                && let Standing::Recalled { reason, advice, .. } = &other.standing
                && found.standing == Standing::Valid
            {
                found.standing = Standing::Recalled {
                    at: Level::Unit,
                    reason: reason.clone(),
                    advice: advice.clone(),
                };
            }
            found.related.push(RelatedCode {
                role: relation.role,
                product_name: other
                    .as_ref()
                    .filter(|o| o.standing != Standing::Inactive)
                    .map(|o| o.snapshot.product.name.clone()),
                standing: other.map(|o| o.standing),
                code: relation.code,
            });
        }
        Ok(())
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
    pub async fn preview(
        &self,
        owner: EnterpriseId,
        fields: Map<String, Value>,
    ) -> Result<(Resolution, CodeKey), Problem> {
        let (db, record) = (self.db.clone(), product::preview_record(fields)?);
        let (found, key) = blocking(move || db.read_public(|c| preview::resolve(c, &owner, record))).await?;
        let chapters = self.sources.of_product(&self.db, &found.snapshot.key()).await;
        Ok((found.with_chapters(chapters), key))
    }

    /// What a code was answered at an earlier instant; none when its product was not there yet.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn as_of(&self, key: &CodeKey, at: Timestamp) -> Result<Option<Resolution>, Problem> {
        let (db, asked) = (self.db.clone(), key.clone());
        let found = blocking(move || db.read_public(|c| as_of::resolve(c, &asked, at))).await?;
        let Some(found) = found else { return Ok(None) };
        let chapters = self.sources.of_day(&self.db, &found.place(key), at).await;
        Ok(Some(found.with_chapters(chapters)))
    }

    /// The product as it is now, from memory if that is still true.
    async fn snapshot(&self, gtin: &str) -> Result<Option<Arc<Snapshot>>, Problem> {
        if let Some(held) = self.held(gtin) {
            return Ok(Some(held));
        }
        let (this, wanted) = (self.clone(), gtin.to_owned());
        let Some(loaded) = blocking(move || this.load(&wanted)).await? else {
            self.products.remove(gtin);
            return Ok(None);
        };
        let chapters = self.sources.of_product(&self.db, &loaded.key()).await;
        let snapshot = Arc::new(loaded.with_chapters(chapters));
        self.products.insert(gtin.to_owned(), Arc::clone(&snapshot));
        Ok(Some(snapshot))
    }

    /// A snapshot that is still true.
    fn held(&self, gtin: &str) -> Option<Arc<Snapshot>> {
        let snapshot = self.products.get(gtin)?;
        let age = snapshot.loaded.elapsed();
        let is_young = self.db.backend() == Backend::Sqlite || age < SHARED;
        let is_whole = snapshot.missing.is_empty() || age < LACKING;
        let is_true = Some(self.db.epoch(&snapshot.maker.id)) == snapshot.epoch;
        (is_young && is_whole && is_true).then_some(snapshot)
    }

    fn load(&self, gtin: &str) -> Result<Option<Snapshot>, Error> {
        self.db
            .read_public(|c| Snapshot::load(c, gtin, |owner| self.db.epoch(owner)))
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
    c: &mut PublicConn<'_>,
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
