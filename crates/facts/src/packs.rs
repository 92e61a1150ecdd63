//! Packs in memory, good as long as the products they are of.

use super::{known::SHARED, pack::WholePack, published::Published};
use chrono::NaiveDate;
use coding::pack::Pack;
use db::{Backend, Db, Epoch};
use enterprise::MakerFacts;
use identifiers::serial::Place;
use product::ProductId;
use quick_cache::sync::Cache;
use std::{sync::Arc, time::Instant};
use web::{Problem, blocking};

/// How many packs are held.
const HELD: usize = 4_000;

/// Packs that were scanned, or of which something was.
#[derive(Clone)]
pub(super) struct Packs {
    db: Db,
    held: Arc<Cache<(ProductId, Place), Held>>,
}

/// A pack as it was read; none of a unit that was never issued.
#[derive(Clone)]
struct Held {
    pack: Option<Arc<WholePack>>,
    epoch: Epoch,
    /// On which day, as goods expire.
    day: NaiveDate,
    loaded: Instant,
}

impl Packs {
    pub(super) fn new(db: Db) -> Self {
        Self {
            db,
            held: Arc::new(Cache::new(HELD)),
        }
    }

    /// A pack as it is on a day.
    pub(super) async fn find(
        &self,
        maker: &MakerFacts,
        pack: Pack,
        day: NaiveDate,
    ) -> Result<Option<Arc<WholePack>>, Problem> {
        let key = (pack.product_id.clone(), pack.place.clone());
        let epoch = self.db.epoch(&maker.id);
        if let Some(held) = self.held.get(&key).filter(|h| self.is_true(h, epoch, day)) {
            return Ok(held.pack);
        }
        let (loaded, is_active) = (Instant::now(), maker.is_active);
        let db = self.db.clone();
        let read = move || db.read_public(|c| WholePack::read(&mut Published::new(c, is_active, day), &pack));
        let pack = blocking(read).await?.map(Arc::new);
        let held = Held {
            pack: pack.clone(),
            epoch,
            day,
            loaded,
        };
        self.held.insert(key, held);
        Ok(pack)
    }

    fn is_true(&self, held: &Held, epoch: Epoch, day: NaiveDate) -> bool {
        let is_young = self.db.backend() == Backend::Sqlite || held.loaded.elapsed() < SHARED;
        is_young && held.epoch == epoch && held.day == day
    }
}
