use crate::tenant::EnterpriseId;
use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

/// A point in the history of an enterprise's data: it moves whenever this process commits a write of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Epoch(u64);

/// The epochs of all enterprises. Enterprises share a slot now and then, which costs a needless reload and can
/// never hide a change.
#[derive(Debug)]
pub(crate) struct Epochs {
    slots: Vec<AtomicU64>,
    hasher: RandomState,
}

const SLOTS: usize = 1024;

impl Default for Epochs {
    fn default() -> Self {
        Self {
            slots: (0..SLOTS).map(|_| AtomicU64::new(0)).collect(),
            hasher: RandomState::new(),
        }
    }
}

impl Epochs {
    pub(crate) fn of(&self, enterprise: &EnterpriseId) -> Epoch {
        Epoch(self.slot(enterprise).map_or(0, |s| s.load(Ordering::Acquire)))
    }

    pub(crate) fn advance(&self, enterprise: &EnterpriseId) {
        if let Some(slot) = self.slot(enterprise) {
            slot.fetch_add(1, Ordering::AcqRel);
        }
    }

    fn slot(&self, enterprise: &EnterpriseId) -> Option<&AtomicU64> {
        let hash = self.hasher.hash_one(enterprise);
        self.slots
            .get(usize::try_from(hash % SLOTS as u64).unwrap_or_default())
    }
}
