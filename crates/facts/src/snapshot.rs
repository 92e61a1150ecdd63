use super::{
    Chapter, Chapters, CodeKey, MissingChapter, ProductFacts, ProductKey, Written,
    assembly::{self, Shown, assemble},
    codes::Codes,
    known::AskDatabase,
    pack::PackFacts,
    sources::OfCodes,
    store,
};
use crate::Error;
use coding::{CodeState, verdict::Ground};
use db::{Epoch, PublicConn};
use enterprise::MakerFacts;
use product::ProductId;
use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
    },
    time::Instant,
};

/// Snapshot of one product in memory: all a scan needs, with its codes once they are asked for often.
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
    /// Whether somebody is reading it again already.
    pub(super) is_renewed: AtomicBool,
    codes: OnceLock<Codes>,
    looked_up: AtomicU32,
    /// What the worth of its codes rests on.
    pub(super) ground: Ground,
    /// What is in a unit that is no pack.
    pub(super) nothing: Arc<PackFacts>,
    /// The other products that have or had its GTIN, if it was asked for by that.
    pub(super) others: Vec<ProductId>,
    /// Whether its codes were ever valid.
    was_activated: bool,
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

/// After how many codes that were looked up one by one all are held.
const LOOK_UPS: u32 = 2;

impl Snapshot {
    /// Whether it ended without ever having been activated.
    pub(super) fn was_never_valid(&self) -> bool {
        self.ground.state == CodeState::Voided && !self.was_activated
    }

    /// Reads a product with what is said of it, without its codes; none when nobody has or had this trace code. `epoch` is told the
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
            was_activated: product.activated_at.is_some(),
            epoch: Some(epoch),
            loaded,
            is_renewed: AtomicBool::new(false),
            codes: OnceLock::new(),
            looked_up: AtomicU32::new(0),
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
            was_activated: true,
            epoch: None,
            loaded: Instant::now(),
            is_renewed: AtomicBool::new(false),
            codes: Codes::default().into(),
            looked_up: AtomicU32::new(0),
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

    /// What is held of its codes, if that is all there is; else the database is asked about a single one.
    pub(super) fn codes(&self) -> Result<&Codes, AskDatabase> {
        self.codes.get().ok_or(AskDatabase)
    }

    /// True once: when so many codes were looked up one by one that it is cheaper to hold all of them. Of a product that is
    /// changed between any two scans nothing is read that nobody asked for.
    pub(super) fn shall_hold_codes(&self) -> bool {
        self.codes.get().is_none() && self.looked_up.fetch_add(1, Relaxed) == LOOK_UPS
    }

    /// Holds its codes from now on.
    pub(super) fn hold(&self, codes: Codes) {
        let _held_already = self.codes.set(codes);
    }

    /// Whether its codes are held.
    pub(super) fn holds_codes(&self) -> bool {
        self.codes.get().is_some()
    }
}
