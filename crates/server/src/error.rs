use crate::{ConfigError, state::StartError};
use db::{Fault, MigrationError};
use std::io;

/// Why a command did not do what it was told.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A setting.
    #[error("setting {0}")]
    Config(#[from] ConfigError),
    /// Something could not be opened.
    #[error("{0}")]
    Start(#[from] StartError),
    /// The database.
    #[error("database: {0}")]
    Database(#[from] Fault),
    /// The schema of the database.
    #[error("{0}")]
    Migration(#[from] MigrationError),
    /// A rule of the accounts.
    #[error("{0}")]
    Enterprise(#[from] enterprise::Error),
    /// A rule of products.
    #[error("{0}")]
    Product(#[from] product::Error),
    /// A rule of issuing codes.
    #[error("{0}")]
    Issue(#[from] coding::issue::Error),
    /// A rule of units.
    #[error("{0}")]
    Unit(#[from] coding::unit::Error),
    /// A rule of scans.
    #[error("{0}")]
    Scan(#[from] scan::Error),
    /// A rule of files.
    #[error("{0}")]
    Upload(#[from] web::upload::UploadError),
    /// A file that is not the classification of products.
    #[error("{file}: {why}")]
    Classification {
        /// Which file.
        file: String,
        /// What is wrong with it.
        why: product::reference::gpc::BadFile,
    },
    /// Entries that do not make a classification of products.
    #[error("the classification was left as it is: {0}")]
    ClassificationTree(#[from] product::reference::gpc::BadTree),
    /// A name nobody signs in with.
    #[error("nobody signs in as {0}")]
    NoSuchAccount(String),
    /// A file or a socket.
    #[error("{0}")]
    Io(#[from] io::Error),
}
