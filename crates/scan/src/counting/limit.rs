//! How many looks of one address at one product count. Serials that follow one another can be walked through, and every look would
//! otherwise be the first of its code.

use std::{
    fmt,
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, PoisonError},
};

/// Tables of looks, so that readers seldom wait for each other.
const SHARDS: usize = 16;

/// Places of a table. With [`SHARDS`] and the size of a place this is all the memory there is: less than a megabyte.
const PLACES: usize = 4096;

/// Places a reader may have; when all are others', the one that looked least loses a look.
const WAYS: usize = 4;

const HOUR_MILLIS: i64 = 3_600_000;

/// Counts looks by address and product in a bounded memory, hour by hour; a restart forgets them.
#[derive(Clone)]
pub struct ScanLimit {
    an_hour: u32,
    shards: Arc<[Mutex<Box<[Place]>>]>,
    keys: RandomState,
}

#[derive(Debug, Clone, Copy, Default)]
struct Place {
    tag: u32,
    hour: u32,
    looks: u32,
}

/// Whether a look counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Admission {
    Counts,
    /// This one is the first too many of its hour.
    FirstOver,
    Over,
}

impl ScanLimit {
    /// So many looks an hour; 0 counts all.
    #[must_use]
    pub fn new(an_hour: u32) -> Self {
        let shard = || Mutex::new(vec![Place::default(); PLACES].into_boxed_slice());
        Self {
            an_hour,
            shards: (0..SHARDS).map(|_| shard()).collect(),
            keys: RandomState::new(),
        }
    }

    /// Counts a look of this reader at this product.
    pub(crate) fn admit(&self, reader: &str, product: &str, now_millis: i64) -> Admission {
        if self.an_hour == 0 {
            return Admission::Counts;
        }
        let hash = self.keys.hash_one((reader, product));
        let hour = u32::try_from(now_millis / HOUR_MILLIS).unwrap_or(1).max(1);
        // Three parts of the hash that have nothing in common.
        let tag = hash as u32;
        let shard = (hash >> 32) as usize % SHARDS;
        let set = (hash >> 40) as usize % (PLACES / WAYS) * WAYS;
        let Some(places) = self.shards.get(shard) else {
            return Admission::Counts;
        };
        let mut places = places.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(set) = places.get_mut(set..set + WAYS) else {
            return Admission::Counts;
        };
        let looks = look(set, tag, hour);
        match looks.cmp(&(self.an_hour + 1)) {
            std::cmp::Ordering::Less => Admission::Counts,
            std::cmp::Ordering::Equal => Admission::FirstOver,
            std::cmp::Ordering::Greater => Admission::Over,
        }
    }
}

/// The looks of a reader in this hour, this one included.
fn look(set: &mut [Place], tag: u32, hour: u32) -> u32 {
    if let Some(own) = set.iter_mut().find(|p| p.tag == tag && p.hour == hour) {
        own.looks = own.looks.saturating_add(1);
        return own.looks;
    }
    let Some(least) = set
        .iter_mut()
        .min_by_key(|p| if p.hour == hour { p.looks } else { 0 })
    else {
        return 1;
    };
    if least.hour != hour || least.looks <= 1 {
        *least = Place { tag, hour, looks: 1 };
    } else {
        least.looks -= 1;
    }
    1
}

impl fmt::Debug for ScanLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ScanLimit({} an hour)", self.an_hour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_looks_of_one_reader_at_one_product_count() {
        let limit = ScanLimit::new(3);
        let at = 1_763_712_000_000;
        let looks: Vec<_> = (0..5).map(|_| limit.admit("192.0.2.1", "p", at)).collect();
        use Admission::{Counts, FirstOver, Over};
        assert_eq!(looks, [Counts, Counts, Counts, FirstOver, Over]);
        assert_eq!(limit.admit("192.0.2.2", "p", at), Counts, "another reader");
        assert_eq!(limit.admit("192.0.2.1", "q", at), Counts, "another product");
        assert_eq!(
            limit.admit("192.0.2.1", "p", at + HOUR_MILLIS),
            Counts,
            "another hour"
        );
        assert!((0..9).all(|_| ScanLimit::new(0).admit("192.0.2.1", "p", at) == Counts));
    }

    #[test]
    fn a_crowd_neither_grows_the_memory_nor_hides_a_walker() {
        let limit = ScanLimit::new(100);
        let at = 1_763_712_000_000;
        let mut over = 0;
        for n in 0..200_000 {
            if n % 50 == 0 && limit.admit("walker", "p", at) != Admission::Counts {
                over += 1;
            }
            assert_eq!(limit.admit(&format!("reader {n}"), "p", at), Admission::Counts);
        }
        assert!(over > 3_000, "{over} of 4,000");
        assert!(std::mem::size_of::<Place>() * PLACES * SHARDS < 1024 * 1024);
    }
}
