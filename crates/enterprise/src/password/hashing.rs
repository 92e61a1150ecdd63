use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use db::Fault;
use std::sync::LazyLock;

/// 19 MiB and two passes: the first recommendation of OWASP for Argon2id.
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
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
