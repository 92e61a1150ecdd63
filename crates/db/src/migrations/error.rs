use std::fmt;

/// Why a database was not brought to the newest schema.
#[derive(Debug)]
pub enum MigrationError {
    /// It cannot be reached.
    Away(String),
    /// It was made by a version from which there is no way here, as this step of it shows.
    NotUpgradable(String),
    /// A step failed.
    Failed(String),
}

impl fmt::Display for MigrationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(why) => write!(f, "the database cannot be reached: {why}"),
            Self::NotUpgradable(step) => write!(
                f,
                "the database was made by a version before the first release (it has step {step}) and cannot be upgraded: \
                 name an empty one in DATABASE_URL, or move the old one away and start again. Nothing was changed"
            ),
            Self::Failed(why) => write!(f, "migration failed: {why}"),
        }
    }
}

impl std::error::Error for MigrationError {}
