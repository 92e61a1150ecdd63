//! Brings a database to the schema this program was built with. The steps and their rules are in `migrations/`.

mod collation;
mod error;
mod step;

pub use error::MigrationError;

use crate::{AnyConnection, Location};
use diesel::{connection::SimpleConnection, migration::MigrationVersion};
use diesel_migrations::MigrationHarness;
use step::{Scripts, Steps, is_known, is_later};

/// Held by a server while it migrates, so that two that start at once take each step once. One lock a schema.
const TURN: &str = "SELECT pg_advisory_lock(20261130, hashtext(current_schema()))";

/// Brings the database to the newest schema and says which steps it took. Steps of a later version than this one are left
/// alone: it goes on with them until the last server of a rolling upgrade is replaced.
///
/// # Errors
/// When the database is away, was made by a version that is not upgraded from, or a step fails; a step that fails leaves
/// nothing behind.
pub fn migrate(location: &Location) -> Result<Vec<String>, MigrationError> {
    match &mut connect(location)? {
        AnyConnection::Pg(c) => {
            c.batch_execute(TURN)
                .map_err(|e| MigrationError::Failed(e.to_string()))?;
            let taken = run_pending(c)?;
            collation::compare_by_bytes(c).map_err(|e| MigrationError::Failed(e.to_string()))?;
            Ok(taken)
        }
        AnyConnection::Sqlite(c) => run_pending(c),
    }
}

/// Takes every step back; the test of the way down.
///
/// # Errors
/// When the database is away or a step fails.
pub fn revert_all(location: &Location) -> Result<Vec<String>, MigrationError> {
    match &mut connect(location)? {
        AnyConnection::Pg(c) => names(c.revert_all_migrations(Steps)),
        AnyConnection::Sqlite(c) => names(c.revert_all_migrations(Steps)),
    }
}

fn connect(location: &Location) -> Result<AnyConnection, MigrationError> {
    location
        .connect()
        .map_err(|e| MigrationError::Away(e.to_string()))
}

fn run_pending<DB: Scripts>(c: &mut impl MigrationHarness<DB>) -> Result<Vec<String>, MigrationError> {
    let applied = names(c.applied_migrations())?;
    for version in applied.into_iter().filter(|version| !is_known(version)) {
        if !is_later(&version) {
            return Err(MigrationError::NotUpgradable(version));
        }
        tracing::warn!(version, "the database is ahead of this program");
    }
    names(c.run_pending_migrations(Steps))
}

fn names<E: ToString>(steps: Result<Vec<MigrationVersion<'_>>, E>) -> Result<Vec<String>, MigrationError> {
    let steps = steps.map_err(|e| MigrationError::Failed(e.to_string()))?;
    Ok(steps.into_iter().map(|version| version.to_string()).collect())
}
