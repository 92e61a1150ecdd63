use actix_web::rt::{task::spawn_blocking, time::timeout};
use std::time::Duration;

/// Why work on a blocking thread brought no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// It goes on, and nobody waits for it any more.
    Late,
    /// It panicked.
    Panicked,
}

/// Runs `f` where blocking is allowed, and waits so long for it.
///
/// # Errors
/// When it takes longer or panics.
pub async fn blocking_within<T: Send + 'static>(
    limit: Duration,
    f: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Unanswered> {
    match timeout(limit, spawn_blocking(f)).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(_panicked)) => Err(Unanswered::Panicked),
        Err(_elapsed) => Err(Unanswered::Late),
    }
}
