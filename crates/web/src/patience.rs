use crate::Problem;
use std::{io, sync::LazyLock, time::Duration};
use tokio::{
    runtime::{Builder, Runtime},
    time::timeout,
};

/// Threads that wait for the database on behalf of the public. A worker's own are taken by whoever is signed in, and a scan
/// that stood in that line would be told what is true only when they are through.
static PUBLIC: LazyLock<io::Result<Runtime>> = LazyLock::new(|| {
    Builder::new_current_thread()
        .max_blocking_threads(THREADS)
        .thread_name("public")
        .build()
});

/// How many there are at most; they end when nothing is asked.
const THREADS: usize = 16;

/// Why work on a blocking thread brought no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// It goes on, and nobody waits for it any more.
    Late,
    /// It panicked, or there are no threads.
    Panicked,
}

/// Runs `f` on a thread of the public.
///
/// # Errors
/// Whatever `f` answers, or that it panicked.
pub async fn blocking_for_public<T, E>(
    f: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Problem>
where
    T: Send + 'static,
    E: Into<Problem> + Send + 'static,
{
    let threads = PUBLIC.as_ref().map_err(Problem::internal)?;
    let done = threads.spawn_blocking(f).await;
    done.map_err(Problem::internal)?.map_err(Into::into)
}

/// Runs `f` on a thread of the public, and waits so long for it.
///
/// # Errors
/// When it takes longer or panics.
pub async fn blocking_within<T: Send + 'static>(
    limit: Duration,
    f: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Unanswered> {
    let Ok(threads) = PUBLIC.as_ref() else {
        return Err(Unanswered::Panicked);
    };
    match timeout(limit, threads.spawn_blocking(f)).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(_panicked)) => Err(Unanswered::Panicked),
        Err(_elapsed) => Err(Unanswered::Late),
    }
}
