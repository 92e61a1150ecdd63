use diesel::{
    Connection, ConnectionError, ConnectionResult, PgConnection, SqliteConnection,
    connection::{SimpleConnection, TransactionManager},
};
use std::{fmt, path::PathBuf, str::FromStr};

/// A connection to whichever database the URL chose.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// PostgreSQL
    Pg(PgConnection),
    /// SQLite
    Sqlite(SqliteConnection),
}

/// Which database is behind a [`Db`](crate::Db).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// SQLite
    Sqlite,
    /// PostgreSQL
    Postgres,
}

/// Where the database is, read from `DATABASE_URL`.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// `sqlite:path/to/file`
    Sqlite(PathBuf),
    /// `postgres://user:password@host/name` or `postgresql://…`
    Postgres(String),
}

/// The text is not a database URL this program understands.
#[derive(Debug, PartialEq, Eq)]
pub struct NotALocation;

impl FromStr for Location {
    type Err = NotALocation;

    fn from_str(url: &str) -> Result<Self, NotALocation> {
        match url.split_once(':') {
            Some(("sqlite", path)) => {
                let path = path.strip_prefix("//").unwrap_or(path);
                if path.is_empty() || path == ":memory:" {
                    Err(NotALocation)
                } else {
                    Ok(Self::Sqlite(path.into()))
                }
            }
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Ok(Self::Postgres(url.to_owned()))
            }
            _ => Err(NotALocation),
        }
    }
}

impl fmt::Display for NotALocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a database URL is sqlite:<file> or postgres://<user>:<password>@<host>/<name>")
    }
}

impl std::error::Error for NotALocation {}

/// Without the password, so that it can be logged.
impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                // What stands before `@` or behind `?` may be secret.
                let rest = url.rsplit("://").next().unwrap_or_default();
                let public = rest.split('?').next().unwrap_or_default();
                write!(f, "postgres://…{}", public.rsplit('@').next().unwrap_or_default())
            }
        }
    }
}

impl AnyConnection {
    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> Backend {
        match self {
            Self::Pg(_) => Backend::Postgres,
            Self::Sqlite(_) => Backend::Sqlite,
        }
    }
}

impl Location {
    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> Backend {
        match self {
            Self::Sqlite(_) => Backend::Sqlite,
            Self::Postgres(_) => Backend::Postgres,
        }
    }

    /// Opens a connection, keeping the backend's own message when it fails.
    ///
    /// # Errors
    /// When the database cannot be reached or opened.
    pub fn connect(&self) -> ConnectionResult<AnyConnection> {
        match self {
            Self::Postgres(url) => PgConnection::establish(url).map(AnyConnection::Pg),
            Self::Sqlite(path) => {
                let mut c = SqliteConnection::establish(&path.to_string_lossy())?;
                c.batch_execute(SQLITE_SETTINGS)
                    .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(AnyConnection::Sqlite(c))
            }
        }
    }
}

/// `busy_timeout` comes first, so that the rest waits for a lock instead of failing. The page cache is small
/// because there are several connections; the file itself is in the system's cache anyway.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; \
     PRAGMA synchronous = FULL; PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY;";

/// Makes pooled connections at a fixed location.
#[derive(Debug)]
pub(crate) struct Manager(pub(crate) Location);

impl r2d2::ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = ConnectionError;

    fn connect(&self) -> Result<AnyConnection, ConnectionError> {
        self.0.connect()
    }

    /// A round trip to PostgreSQL, so that the first request after an outage gets a live connection.
    fn is_valid(&self, c: &mut AnyConnection) -> Result<(), ConnectionError> {
        match c {
            AnyConnection::Pg(c) => c
                .batch_execute("SELECT 1")
                .map_err(ConnectionError::CouldntSetupConfiguration),
            AnyConnection::Sqlite(_) => Ok(()),
        }
    }

    /// A connection given back in the middle of a transaction is not used again.
    fn has_broken(&self, c: &mut AnyConnection) -> bool {
        <AnyConnection as Connection>::TransactionManager::is_broken_transaction_manager(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_alone_chooses_the_database() {
        assert_eq!(
            "sqlite:data/pinma.db".parse(),
            Ok(Location::Sqlite("data/pinma.db".into()))
        );
        assert_eq!(
            "sqlite:///var/pinma.db".parse(),
            Ok(Location::Sqlite("/var/pinma.db".into()))
        );
        let url = "postgres://u:secret@h/d";
        assert_eq!(url.parse(), Ok(Location::Postgres(url.into())));
        for bad in [
            "",
            "pinma.db",
            "host=x dbname=y",
            "mysql://h/d",
            "sqlite:",
            "sqlite::memory:",
            "postgres:x",
        ] {
            assert_eq!(bad.parse::<Location>(), Err(NotALocation), "{bad}");
        }
    }

    #[test]
    fn a_location_is_logged_without_its_password() {
        let location: Location = "postgres://u:secret@h/d".parse().unwrap();
        assert_eq!(format!("{location:?}"), "postgres://…h/d");
    }
}
