use super::Error;
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use db::Fault;
use std::sync::LazyLock;
use tokio::sync::Semaphore;
use web::{Problem, blocking};

/// 19 MiB and two passes: the first recommendation of OWASP for Argon2id.
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// One hash at a time: each takes 19 MiB, and a flood of sign-ins must not take all memory, nor all threads.
static TURN: Semaphore = Semaphore::const_new(1);

/// The number of those who may wait for their turn.
static QUEUE: Semaphore = Semaphore::const_new(256);

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
    let place = QUEUE
        .try_acquire()
        .map_err(|_full| Problem::from(Error::Busy).retry_after(BUSY_SECONDS))?;
    let turn = TURN.acquire().await.map_err(Problem::internal)?;
    blocking(move || {
        let _held = (place, turn);
        work()
    })
    .await
}

/// The hash of a password nobody has, so that an unknown name costs as much time as a known one.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());

/// Hashes a password with Argon2id and a salt of its own.
///
/// # Errors
/// When the system has no randomness to give.
pub fn hash(password: &str) -> Result<String, Fault> {
    let hashed = argon2()
        .hash_password(password.as_bytes())
        .map_err(|e| Fault::Away(e.to_string()))?;
    Ok(hashed.to_string())
}

/// Verifies a password against its hash.
#[must_use]
pub fn verify(password: &str, hashed: &str) -> bool {
    let Ok(hashed) = PasswordHash::new(hashed) else {
        return false;
    };
    argon2().verify_password(password.as_bytes(), &hashed).is_ok()
}

/// Takes as long as [`verify`] and is never true.
#[must_use]
pub fn verify_nothing(password: &str) -> bool {
    let _never = verify(password, &NOBODY);
    false
}
