//! Packs in memory, good as long as the products they are of.

use super::{held::HeldMap, known::SHARED, pack::WholePack, published::Published};
use chrono::NaiveDate;
use coding::pack::Pack;
use db::{Backend, Db, Epoch};
use enterprise::MakerFacts;
use identifiers::serial::Place;
use product::ProductId;
use std::{sync::Arc, time::Instant};
use web::{Problem, blocking_for_public};

/// How many packs are held.
const HELD: usize = 4_000;

/// Packs that were scanned, or of which something was.
#[derive(Clone)]
pub(super) struct Packs {
    db: Db,
    held: Arc<HeldMap<(ProductId, Place), Held>>,
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
            held: Arc::new(HeldMap::new(HELD)),
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
        let read = self.read(maker.is_active, pack, epoch, day);
        let held = self
            .held
            .find(&key, |h| self.is_true(h, epoch, day), read)
            .await?;
        Ok(held.and_then(|held| held.pack))
    }

    async fn read(
        &self,
        is_active: bool,
        pack: Pack,
        epoch: Epoch,
        day: NaiveDate,
    ) -> Result<Option<Held>, Problem> {
        let (loaded, db) = (Instant::now(), self.db.clone());
        let read = move || db.read_public(|c| WholePack::read(&mut Published::new(c, is_active, day), &pack));
        let pack = blocking_for_public(read).await?.map(Arc::new);
        Ok(Some(Held {
            pack,
            epoch,
            day,
            loaded,
        }))
    }

    fn is_true(&self, held: &Held, epoch: Epoch, day: NaiveDate) -> bool {
        let is_young = self.db.backend() == Backend::Sqlite || held.loaded.elapsed() < SHARED;
        is_young && held.epoch == epoch && held.day == day
    }
}
