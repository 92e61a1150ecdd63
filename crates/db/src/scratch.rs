use crate::{AnyConnection, Db, Location, migrate};
use diesel::connection::SimpleConnection;
use kernel::{Clock, Id};
use tempfile::TempDir;

/// A database of a test's own, gone with it: a file in a temporary folder, or, with
/// `TEST_DATABASE_URL=postgres://…`, a fresh schema there. Tests on it run in parallel and clean up nothing.
pub struct Scratch {
    location: Location,
    folder: TempDir,
    schema: Option<(Location, String)>,
}

impl Scratch {
    /// Makes the database and brings it to the newest schema.
    ///
    /// # Panics
    /// When it cannot; a test has no use for the error.
    #[must_use]
    pub fn new() -> Self {
        let scratch = Self::empty();
        migrate(&scratch.location).unwrap_or_else(|e| panic!("migrating a scratch database: {e}"));
        scratch
    }

    /// Makes the database without any tables.
    ///
    /// # Panics
    /// When it cannot; a test has no use for the error.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one setting of the tests")]
    pub fn empty() -> Self {
        let folder = TempDir::new().unwrap_or_else(|e| panic!("a temporary folder: {e}"));
        let Ok(server) = std::env::var("TEST_DATABASE_URL") else {
            let location = Location::Sqlite(folder.path().join("pinma.db"));
            return Self {
                location,
                folder,
                schema: None,
            };
        };
        let schema = format!("t_{}", Id::<()>::new().as_str().replace('-', ""));
        let home = server
            .parse()
            .unwrap_or_else(|e| panic!("TEST_DATABASE_URL: {e}"));
        run(&home, &format!("CREATE SCHEMA {schema}"));
        let glue = if server.contains('?') { '&' } else { '?' };
        let location = Location::Postgres(format!("{server}{glue}options=-csearch_path%3D{schema}"));
        Self {
            location,
            folder,
            schema: Some((home, schema)),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// A folder of the test's own, for files.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// A pool on it.
    ///
    /// # Panics
    /// When it cannot be opened.
    #[must_use]
    pub fn open(&self, clock: Clock) -> Db {
        Db::open(self.location.clone(), 6, clock)
            .unwrap_or_else(|e| panic!("opening a scratch database: {e}"))
    }
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Some((home, schema)) = &self.schema {
            run(home, &format!("DROP SCHEMA {schema} CASCADE"));
        }
    }
}

fn run(location: &Location, sql: &str) {
    let mut c = location
        .connect()
        .unwrap_or_else(|e| panic!("connecting for {sql}: {e}"));
    let done = match &mut c {
        AnyConnection::Pg(c) => c.batch_execute(sql),
        AnyConnection::Sqlite(c) => c.batch_execute(sql),
    };
    done.unwrap_or_else(|e| panic!("{sql}: {e}"));
}
