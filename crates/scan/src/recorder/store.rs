use super::{Tally, event::Event, event_id::EventIds, postgres, sqlite};
use db::{AnyConnection, Fault, Location};
use diesel::PgConnection;

/// Where scans are written. Both count exactly and answer after the commit. PostgreSQL may serve several of us, so there the
/// counters are in every commit; an SQLite file has one of us, so there memory counts and the table follows.
pub(super) enum Store {
    Sqlite(sqlite::Store),
    Postgres(PgConnection),
}

impl Store {
    /// Connects; `ids` then go on behind the last event there is.
    pub(super) fn open(location: &Location, ids: &mut EventIds) -> Result<Self, Fault> {
        let away = |e: diesel::ConnectionError| Fault::Away(e.to_string());
        match location.connect().map_err(away)? {
            AnyConnection::Pg(c) => Ok(Self::Postgres(c)),
            AnyConnection::Sqlite(c) => {
                let store = sqlite::Store::open(c, location)?;
                ids.go_on_after(store.last_event());
                Ok(Self::Sqlite(store))
            }
        }
    }

    /// Writes scans that were not written before; all of them or none.
    pub(super) fn write(&mut self, events: &[Event<'_>]) -> Result<Vec<Tally>, Fault> {
        match self {
            Self::Sqlite(store) => store.write(events),
            Self::Postgres(c) => postgres::write(c, events),
        }
    }

    /// Brings the table of counters to what was counted.
    pub(super) fn settle(&mut self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(store) => store.settle(),
            Self::Postgres(_) => Ok(()),
        }
    }

    /// Whether there is something to settle.
    pub(super) fn is_behind(&self) -> bool {
        match self {
            Self::Sqlite(store) => store.is_behind(),
            Self::Postgres(_) => false,
        }
    }
}
