//! What was read and is still true, in memory.

use quick_cache::sync::{Cache, EntryAction, EntryResult};
use std::hash::Hash;

/// Values that are read again when they are no longer true: by one of those who ask, while the others wait for it. Without
/// that everyone who asks for a product at the instant it changes would read all of it.
pub(super) struct HeldMap<K, V>(Cache<K, V>);

impl<K: Clone + Eq + Hash, V: Clone> HeldMap<K, V> {
    pub(super) fn new(most: usize) -> Self {
        Self(Cache::new(most))
    }

    /// The value if it is true, else what `read` finds; what is not found is not kept.
    pub(super) async fn find<E>(
        &self,
        key: &K,
        is_true: impl Fn(&V) -> bool,
        read: impl Future<Output = Result<Option<V>, E>>,
    ) -> Result<Option<V>, E> {
        if let Some(held) = self.0.get(key).filter(&is_true) {
            return Ok(Some(held));
        }
        let entry = self.0.entry_async(key, |_, held| match is_true(held) {
            true => EntryAction::Retain(held.clone()),
            false => EntryAction::ReplaceWithGuard,
        });
        match entry.await {
            EntryResult::Retained(held) => Ok(Some(held)),
            EntryResult::Vacant(turn) | EntryResult::Replaced(turn, _) => {
                // Whoever fails, finds nothing or goes away passes the turn on.
                let found = read.await?;
                if let Some(found) = &found {
                    let _removed_meanwhile = turn.insert(found.clone());
                }
                Ok(found)
            }
            EntryResult::Removed(..) | EntryResult::Timeout => read.await,
        }
    }

    /// Puts a value in the place of the one that is held.
    pub(super) fn put(&self, key: K, value: V) {
        self.0.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::future::join_all;
    use std::{cell::Cell, convert::Infallible, time::Duration};

    fn run<T>(work: impl Future<Output = T>) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build();
        runtime.unwrap().block_on(work)
    }

    #[test]
    fn one_reads_for_all_who_ask_when_a_value_is_no_longer_true() {
        let (held, reads, now) = (HeldMap::new(10), Cell::new(0), Cell::new(1));
        let ask = || {
            held.find(&"a", |v| *v == now.get(), async {
                reads.set(reads.get() + 1);
                let read = now.get();
                tokio::time::sleep(Duration::from_millis(5)).await;
                Ok::<_, Infallible>(Some(read))
            })
        };
        run(async {
            for round in 1..=3 {
                now.set(round);
                let told = join_all((0..50).map(|_| ask())).await;
                assert!(told.iter().all(|v| *v == Ok(Some(round))));
                assert_eq!(reads.get(), round);
            }
        });
    }

    #[test]
    fn what_was_read_before_a_change_is_not_told_to_who_asked_after_it() {
        let (held, now) = (HeldMap::new(10), Cell::new(1));
        let ask = || {
            held.find(&"a", |v| *v == now.get(), async {
                let read = now.get();
                tokio::time::sleep(Duration::from_millis(5)).await;
                Ok::<_, Infallible>(Some(read))
            })
        };
        run(async {
            let early = async { ask().await };
            let late = async {
                tokio::time::sleep(Duration::from_millis(1)).await;
                now.set(2);
                ask().await
            };
            let (_, late) = tokio::join!(early, late);
            assert_eq!(late, Ok(Some(2)));
        });
    }

    #[test]
    fn a_failure_and_nothing_pass_the_turn_on() {
        let (held, tries) = (HeldMap::<_, i32>::new(10), Cell::new(0));
        let ask = || {
            held.find(&"a", |_| true, async {
                tokio::task::yield_now().await;
                tries.set(tries.get() + 1);
                match tries.get() {
                    1 => Err("away"),
                    2 => Ok(None),
                    n => Ok(Some(n)),
                }
            })
        };
        run(async {
            let told = join_all((0..4).map(|_| ask())).await;
            assert_eq!(told.iter().filter(|t| t.is_err()).count(), 1);
            assert_eq!(told.iter().filter(|t| **t == Ok(None)).count(), 1);
            assert_eq!(told.iter().filter(|t| **t == Ok(Some(3))).count(), 2);
        });
    }
}
