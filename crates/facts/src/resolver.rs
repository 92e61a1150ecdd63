use super::{
    BatchFacts, CodeKey, CodePlace, Finding, Level, RelatedCode, Relation, Resolution, Snapshot, Sources,
    Verdict, as_of,
    codes::{Codes, reports_of},
    held::HeldMap,
    judge::judge,
    known::{AskDatabase, SHARED},
    packs::Packs,
    preview,
    public::Open,
    snapshot::Wanted,
    store,
};
use crate::Error;
use chrono::NaiveDate;
use coding::{CodeState, batch::Batch, pack::Pack};
use db::{Backend, Db, EnterpriseId, PublicConn};
use kernel::Timestamp;
use serde_json::{Map, Value};
use std::{
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};
use web::{Problem, blocking_for_public};

/// Finds what codes stand for. What was found is held in memory and is good until its enterprise changes something:
/// at once when this process did, within a second when another one on the same database did.
#[derive(Clone)]
pub struct Resolver {
    db: Db,
    sources: Sources,
    products: Arc<HeldMap<Wanted, Arc<Snapshot>>>,
    packs: Packs,
}

/// How many products are held.
const PRODUCTS: usize = 2_000;

/// How many of the codes a code goes with are told.
const MOST_RELATED: usize = 16;

/// How long a snapshot is believed that lacks chapters; then their tellers are asked again.
const LACKING: Duration = Duration::from_secs(3);

impl Resolver {
    /// A resolver on this database, with what domains tell.
    #[must_use]
    pub fn new(db: Db, sources: Sources) -> Self {
        Self {
            packs: Packs::new(db.clone()),
            db,
            sources,
            products: Arc::new(HeldMap::new(PRODUCTS)),
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
        let is_issued = found.truth.verdict().is_of_an_issued_code();
        if found.level != Level::Product && is_issued && !who.is_empty() {
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
        let own = self.snapshot(&Wanted::by(key)).await?;
        // A product that ended before anything was issued of it does not keep a GTIN from another that has it beside its own.
        if own.as_ref().is_none_or(|s| s.was_never_valid())
            && let Some(linked) = self.linked(key).await?
            && (own.is_none() || linked.truth.verdict() != Verdict::NotIssued)
        {
            return Ok(Some(linked));
        }
        let Some(snapshot) = own else { return Ok(None) };
        let found = self.judged(&snapshot, key).await?;
        if found.truth.verdict() != Verdict::NotIssued {
            return Ok(Some(found));
        }
        // What was issued under this GTIN by a product before this one, or by one that follows it and is not activated yet.
        for other in &snapshot.others {
            let Some(other) = self.snapshot(&Wanted::Product(other.clone())).await? else {
                continue;
            };
            let elsewhere = self.judged(&other, key).await?;
            if elsewhere.truth.verdict() != Verdict::NotIssued {
                return Ok(Some(elsewhere));
            }
        }
        Ok(Some(found))
    }

    /// What a code stands for whose GTIN a product has beside its own.
    async fn linked(&self, key: &CodeKey) -> Result<Option<Resolution>, Problem> {
        if key.product().is_some() {
            return Ok(None);
        }
        let (db, gtin) = (self.db.clone(), key.gtin.clone());
        let found = blocking_for_public(move || db.read_public(|c| store::linked_product(c, &gtin))).await?;
        let Some((_, own)) = found else {
            return Ok(None);
        };
        // It is living, so that its own code leads to it: held once, however it was asked for.
        let Some(snapshot) = self.snapshot(&Wanted::Gtin(own)).await? else {
            return Ok(None);
        };
        let found = self.judged(&snapshot, key).await?;
        Ok(Some(Resolution {
            is_linked: true,
            ..found
        }))
    }

    /// What a code stands for among those of one product.
    async fn judged(&self, snapshot: &Arc<Snapshot>, key: &CodeKey) -> Result<Resolution, Problem> {
        let today = self.db.clock().now().beijing_date();
        let (mut found, pack) = match from_memory(snapshot, key, today) {
            Ok(found) => found,
            Err(AskDatabase) => {
                if snapshot.shall_hold_codes() {
                    tokio::spawn(self.clone().hold_codes(Arc::clone(snapshot)));
                }
                let (db, key, snapshot) = (self.db.clone(), key.clone(), Arc::clone(snapshot));
                blocking_for_public(move || db.read_public(|c| from_database(c, &snapshot, &key, today)))
                    .await?
            }
        };
        if snapshot.ground.is_pack {
            if let (Some(_), Some(place)) = (&found.unit, key.place()) {
                let pack = Pack {
                    product_id: snapshot.ground.id.clone(),
                    place: place.clone(),
                };
                if let Some(whole) = self.packs.find(&snapshot.maker, pack, today).await? {
                    let more = whole.above.iter().chain(&whole.inside).cloned();
                    found.truth = found.truth.and(more);
                    found.parent.clone_from(&whole.parent);
                    found.pack = Arc::clone(&whole.facts);
                }
            }
        } else if let Some(pack) = pack
            && let Some(whole) = self
                .packs
                .find(&snapshot.maker, Pack::clone(&pack), today)
                .await?
        {
            found.truth = found.truth.and(whole.to_contents.iter().cloned());
            found.parent = Some(Arc::clone(&whole.named));
        }
        Ok(found)
    }

    /// Looks at what a code goes with, one step far. A recall that reaches it is its own.
    async fn follow(&self, found: &mut Resolution, relations: Vec<Relation>) -> Result<(), Problem> {
        for relation in relations.into_iter().take(MOST_RELATED) {
            let other = self.own(&relation.code).await?;
            if let Some(other) = &other
                && relation.carries_recall
            {
                let recalls = other.truth.findings().iter();
                let carried = recalls
                    .filter(|f| f.verdict == Verdict::Recalled)
                    .map(|f| Finding {
                        level: Some(Level::Unit),
                        ..f.clone()
                    });
                found.truth = std::mem::take(&mut found.truth).and(carried.collect::<Vec<_>>());
            }
            found.related.push(RelatedCode {
                role: relation.role,
                product_name: other
                    .as_ref()
                    .filter(|o| o.shows_product())
                    .map(|o| o.snapshot.product.name.clone()),
                verdict: other.map_or(Verdict::Unknown, |o| o.truth.verdict()),
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
        let db = self.db.clone();
        let (found, key) = blocking_for_public(move || {
            let record = product::preview_record(fields)?;
            db.read_public(|c| preview::resolve(c, &owner, record))
                .map_err(Problem::from)
        })
        .await?;
        let chapters = self.sources.of_product(&self.db, &found.snapshot.key()).await;
        Ok((found.with_chapters(chapters), key))
    }

    /// What a code was answered at an earlier instant; none when its product was not there yet.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn as_of(&self, key: &CodeKey, at: Timestamp) -> Result<Option<Resolution>, Problem> {
        let (db, asked) = (self.db.clone(), key.clone());
        let found = blocking_for_public(move || db.read_public(|c| as_of::resolve(c, &asked, at))).await?;
        let Some(found) = found else { return Ok(None) };
        let chapters = self.sources.of_day(&self.db, &found.place(key), at).await;
        Ok(Some(found.with_chapters(chapters)))
    }

    /// The product as it is now, from memory if that is still true.
    async fn snapshot(&self, wanted: &Wanted) -> Result<Option<Arc<Snapshot>>, Problem> {
        let is_true = |held: &Arc<Snapshot>| self.is_true(held);
        let found = self
            .products
            .find(wanted, is_true, self.read(wanted, false))
            .await?;
        if let Some(found) = &found
            && self.ages(found)
            && found.loaded.elapsed() > SHARED / 2
            && !found.is_renewed.swap(true, Relaxed)
        {
            tokio::spawn(self.clone().renew(wanted.clone(), found.holds_codes()));
        }
        Ok(found)
    }

    /// A snapshot that is still true.
    fn is_true(&self, snapshot: &Snapshot) -> bool {
        let age = snapshot.loaded.elapsed();
        let is_whole = snapshot.missing.is_empty() || age < LACKING;
        let is_young = !self.ages(snapshot) || age < SHARED;
        is_young && is_whole && Some(self.db.epoch(&snapshot.maker.id)) == snapshot.epoch
    }

    /// Whether others may change what it is about without a word to this process: another server on the same database, or
    /// another enterprise that takes up the GTIN of a voided product.
    fn ages(&self, snapshot: &Snapshot) -> bool {
        self.db.backend() == Backend::Postgres || snapshot.ground.state == CodeState::Voided
    }

    /// Reads a product that is asked for again and again before it is too old, so that nobody waits for it.
    async fn renew(self, wanted: Wanted, with_codes: bool) {
        if let Ok(Some(snapshot)) = self.read(&wanted, with_codes).await {
            self.products.put(wanted, snapshot);
        }
    }

    /// Reads the codes of a product that are asked for again and again.
    async fn hold_codes(self, snapshot: Arc<Snapshot>) {
        let (owner, id) = (snapshot.maker.id.clone(), snapshot.product.id.clone());
        let db = self.db.clone();
        let read = move || {
            db.read_public(|c| Codes::load(c, &owner, &id))
                .map_err(Problem::from)
        };
        if let Ok(codes) = blocking_for_public(read).await
            && self.is_true(&snapshot)
        {
            snapshot.hold(codes);
        }
    }

    async fn read(&self, wanted: &Wanted, with_codes: bool) -> Result<Option<Arc<Snapshot>>, Problem> {
        let (this, asked) = (self.clone(), wanted.clone());
        let Some(loaded) = blocking_for_public(move || this.load(&asked, with_codes)).await? else {
            return Ok(None);
        };
        let chapters = self.sources.of_product(&self.db, &loaded.key()).await;
        Ok(Some(Arc::new(loaded.with_chapters(chapters))))
    }

    fn load(&self, wanted: &Wanted, with_codes: bool) -> Result<Option<Snapshot>, Error> {
        self.db.read_public(|c| {
            let found = Snapshot::load(c, wanted, |owner| self.db.epoch(owner))?;
            if let Some(found) = found.as_ref().filter(|_| with_codes) {
                found.hold(Codes::load(c, &found.maker.id, &found.product.id)?);
            }
            Ok(found)
        })
    }
}

/// What was found of a code by itself, and the pack it is in.
type Found = (Resolution, Option<Arc<Pack>>);

fn from_memory(snapshot: &Arc<Snapshot>, key: &CodeKey, today: NaiveDate) -> Result<Found, AskDatabase> {
    let found = judge(
        snapshot,
        key,
        today,
        |no| snapshot.codes()?.batch(no),
        |id| snapshot.codes()?.batch_by_id(id),
        |place| snapshot.codes()?.range(place),
    )?;
    let pack = match (&found.unit, key.place()) {
        (Some(_), Some(place)) => snapshot.codes()?.pack_of(place)?,
        _ => None,
    };
    Ok((found, pack))
}

/// For products whose codes are not held: there are too many of them, or too few were asked for since the last change.
fn from_database(
    c: &mut PublicConn<'_>,
    snapshot: &Arc<Snapshot>,
    key: &CodeKey,
    today: NaiveDate,
) -> Result<Found, Error> {
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
        today,
        |_| Ok(facts(&named)),
        |_| Ok(facts(&own)),
        |_| Ok(range.clone().map(Arc::new)),
    );
    let found = judged?;
    let pack = match (&found.unit, key.place()) {
        (Some(_), Some(place)) => store::packed_at(c, id, place)?,
        _ => None,
    };
    Ok((found, pack.map(|row| Arc::new(row.pack()))))
}
