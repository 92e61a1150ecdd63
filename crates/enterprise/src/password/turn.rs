//! The queue of those whose password is hashed or verified.

use super::Error;
use tokio::sync::Semaphore;
use web::{Problem, blocking};

/// One hash at a time: each takes 19 MiB, and a flood of sign-ins must not take all memory, nor all threads.
static TURN: Semaphore = Semaphore::const_new(1);

/// How many may wait for their turn.
const PLACES: usize = 256;
static QUEUE: Semaphore = Semaphore::const_new(PLACES);

/// When to come again if too many wait: about as long as they take.
const BUSY_SECONDS: i64 = 5;

/// Does work that hashes or verifies, one at a time; whoever waits holds no thread.
///
/// A client that leaves while it waits gives up its place. Work that has begun keeps its turn to the end, whether anyone
/// still waits for it or not: clients that hang up do not make two hashes run at once.
///
/// # Errors
/// Whatever the work answers, or that too many are waiting.
pub(crate) async fn in_turn<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, Problem>
where
    T: Send + 'static,
    E: Into<Problem> + Send + 'static,
{
    let place = QUEUE.try_acquire().map_err(|_full| Error::Busy {
        seconds: BUSY_SECONDS,
    })?;
    let turn = TURN.acquire().await.map_err(Problem::internal)?;
    blocking(move || {
        let _held = (place, turn);
        work()
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::rt::time::{sleep, timeout};
    use futures_util::future::{join, join_all};
    use std::{
        sync::atomic::{AtomicUsize, Ordering::SeqCst},
        thread,
        time::Duration,
    };

    const ENOUGH: Duration = Duration::from_millis(20);

    /// The tests share the queue, so they are one.
    #[actix_web::test]
    async fn passwords_are_hashed_one_at_a_time_and_the_queue_has_an_end() {
        hashes_never_overlap_when_clients_hang_up().await;
        all_are_answered_and_whoever_finds_the_queue_full_is_told_when_to_come_again().await;
    }

    async fn hashes_never_overlap_when_clients_hang_up() {
        static RUNNING: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        static ENDED: AtomicUsize = AtomicUsize::new(0);
        let work = || {
            MOST.fetch_max(RUNNING.fetch_add(1, SeqCst) + 1, SeqCst);
            thread::sleep(ENOUGH);
            RUNNING.fetch_sub(1, SeqCst);
            ENDED.fetch_add(1, SeqCst);
            Ok::<_, Error>(())
        };
        // Each of these soon leaves, the first while its hash runs, and the next one comes at once.
        for _ in 0..5 {
            assert!(
                timeout(ENOUGH / 4, in_turn(work)).await.is_err(),
                "nobody waits that shortly"
            );
        }
        let stayed = join_all((0..5).map(|_| in_turn(work))).await;
        assert!(stayed.iter().all(Result::is_ok));
        assert_eq!(MOST.load(SeqCst), 1, "two at a time take twice the memory");
        assert!(
            (6..=10).contains(&ENDED.load(SeqCst)),
            "who left while it waited was not hashed"
        );
    }

    async fn all_are_answered_and_whoever_finds_the_queue_full_is_told_when_to_come_again() {
        // Nobody gets on until all have come.
        let turn = TURN.acquire().await.unwrap();
        let come = join_all((0..PLACES + 44).map(|_| in_turn(|| Ok::<_, Error>(()))));
        let (answers, ()) = join(come, async {
            sleep(ENOUGH).await;
            drop(turn);
        })
        .await;
        let refused: Vec<_> = answers.into_iter().filter_map(Result::err).collect();
        assert_eq!(refused.len(), 44);
        for problem in refused {
            assert_eq!((problem.status(), problem.code()), (503, "auth.busy"));
            let waits = problem
                .render(kernel::Lang::En, "test")
                .headers()
                .get("retry-after")
                .cloned();
            assert_eq!(waits.unwrap(), "5");
        }
        assert!(
            in_turn(|| Ok::<_, Error>(())).await.is_ok(),
            "their places are free again"
        );
    }
}
