use crate::{AnyConnection, Fault, Location};
use diesel::migration::MigrationVersion;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../../migrations/postgres");

/// Brings the database to the newest schema and says which steps it took.
///
/// # Errors
/// When the database is away or a step fails; a step that fails leaves nothing behind.
pub fn migrate(location: &Location) -> Result<Vec<String>, Fault> {
    let mut c = location.connect().map_err(|e| Fault::Away(e.to_string()))?;
    let steps = match &mut c {
        AnyConnection::Pg(c) => names(c.run_pending_migrations(POSTGRES)),
        AnyConnection::Sqlite(c) => names(c.run_pending_migrations(SQLITE)),
    };
    steps.map_err(|e| Fault::Away(format!("migration failed: {e}")))
}

/// Takes every step back; the test of the way down.
///
/// # Errors
/// When the database is away or a step fails.
pub fn revert_all(location: &Location) -> Result<Vec<String>, Fault> {
    let mut c = location.connect().map_err(|e| Fault::Away(e.to_string()))?;
    let steps = match &mut c {
        AnyConnection::Pg(c) => names(c.revert_all_migrations(POSTGRES)),
        AnyConnection::Sqlite(c) => names(c.revert_all_migrations(SQLITE)),
    };
    steps.map_err(|e| Fault::Away(format!("migration failed: {e}")))
}

fn names<E>(steps: Result<Vec<MigrationVersion<'_>>, E>) -> Result<Vec<String>, E> {
    Ok(steps?.into_iter().map(|v| v.to_string()).collect())
}
