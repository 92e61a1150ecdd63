use crate::{
    AnyConnection, Backend, Epoch, Fault, Location, PlatformConn, PublicConn, TenantConn,
    connection::Manager,
    epochs::Epochs,
    holds::{Hold, Holds},
    tenant::{AccountId, EnterpriseId},
    turn::Turn,
};
use diesel::{
    Connection,
    connection::{AnsiTransactionManager, SimpleConnection, TransactionManager},
};
use kernel::Clock;
use r2d2::{Pool, PooledConnection};
use std::{sync::Arc, time::Duration};

/// The database: a pool of connections, one for the public, the clock, and the epochs of the enterprises.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    pool: Pool<Manager>,
    /// What the public asks never waits behind the work of people who are signed in.
    public: Pool<Manager>,
    turn: Turn,
    location: Location,
    clock: Clock,
    epochs: Epochs,
    holds: Holds,
}

/// How long a request waits for a connection before it is told that the database is away.
const CHECKOUT: Duration = Duration::from_secs(3);

impl Db {
    /// Opens the pool. Succeeds without the database being there: it may come later, and until then every use
    /// is a [`Fault::Away`].
    ///
    /// # Errors
    /// When the pool's threads cannot be started.
    pub fn open(location: Location, connections: u32, clock: Clock) -> Result<Self, Fault> {
        if let Location::Sqlite(_) = &location {
            // Once, before there is a pool of connections to fight over it (diesel issue #2365).
            let mut c = location.connect().map_err(|e| Fault::Away(e.to_string()))?;
            c.batch_execute("PRAGMA journal_mode = WAL")?;
        }
        let pool = |idle| {
            Pool::builder()
                .max_size(connections)
                .min_idle(Some(idle))
                .connection_timeout(CHECKOUT)
                .test_on_check_out(true)
                .error_handler(Box::new(LogErrors))
                .build_unchecked(Manager(location.clone()))
        };
        Ok(Self {
            inner: Arc::new(Inner {
                pool: pool(1),
                public: pool(0),
                turn: Turn::at(&location),
                location,
                clock,
                epochs: Epochs::default(),
                holds: Holds::default(),
            }),
        })
    }

    /// The clock every time in the database comes from.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Where the database is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.inner.location
    }

    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> Backend {
        self.inner.location.backend()
    }

    /// The turn to write, for a writer with a connection of its own.
    #[must_use]
    pub fn turn(&self) -> &Turn {
        &self.inner.turn
    }

    /// The present epoch of an enterprise: what was read before and under the same epoch is still true, as far
    /// as this process has written.
    #[must_use]
    pub fn epoch(&self, enterprise: &EnterpriseId) -> Epoch {
        self.inner.epochs.of(enterprise)
    }

    /// Holds a name until the hold is dropped; none when this process holds it already.
    #[must_use]
    pub fn hold(&self, name: &str) -> Option<Hold> {
        self.inner.holds.take(name)
    }

    /// Reads as one enterprise.
    ///
    /// # Errors
    /// Whatever `f` answers, or a [`Fault`] when there is no connection.
    pub fn read<T, E: From<Fault>>(
        &self,
        enterprise: &EnterpriseId,
        f: impl FnOnce(&mut TenantConn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        f(&mut TenantConn::new(
            &mut *self.connection()?,
            enterprise.clone(),
            self.inner.clock.now(),
        ))
    }

    /// Writes as one enterprise: all of `f` or nothing of it.
    ///
    /// # Errors
    /// Whatever `f` answers, or a [`Fault`] when there is no connection or the commit fails.
    pub fn write<T, E: From<Fault>>(
        &self,
        enterprise: &EnterpriseId,
        f: impl FnOnce(&mut TenantConn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write_by(enterprise, None, f)
    }

    /// The same on behalf of somebody.
    ///
    /// # Errors
    /// Whatever `f` answers, or a [`Fault`] when there is no connection or the commit fails.
    pub fn write_by<T, E: From<Fault>>(
        &self,
        enterprise: &EnterpriseId,
        account: Option<AccountId>,
        f: impl FnOnce(&mut TenantConn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let now = self.inner.clock.now();
        let (done, is_private) = self.transaction(|c| {
            let mut c = TenantConn::new(c, enterprise.clone(), now).by(account);
            f(&mut c).map(|done| (done, c.is_private()))
        })?;
        if !is_private {
            self.inner.epochs.advance(enterprise);
        }
        Ok(done)
    }

    /// Reads what belongs to no single enterprise.
    ///
    /// # Errors
    /// Whatever `f` answers, or a [`Fault`] when there is no connection.
    pub fn read_platform<T, E: From<Fault>>(
        &self,
        f: impl FnOnce(&mut PlatformConn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        f(&mut PlatformConn::new(
            &mut *self.connection()?,
            self.inner.clock.now(),
        ))
    }

    /// Reads what anyone may be told, on connections of its own.
    ///
    /// # Errors
    /// Whatever `f` answers, or a [`Fault`] when there is no connection.
    pub fn read_public<T, E: From<Fault>>(
        &self,
        f: impl FnOnce(&mut PublicConn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        f(&mut PublicConn::new(
            &mut *checked_out(&self.inner.public)?,
            self.inner.clock.now(),
        ))
    }

    /// Writes what belongs to no single enterprise: all of `f` or nothing of it.
    ///
    /// # Errors
    /// Whatever `f` answers, or a [`Fault`] when there is no connection or the commit fails.
    pub fn write_platform<T, E: From<Fault>>(
        &self,
        f: impl FnOnce(&mut PlatformConn<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let now = self.inner.clock.now();
        let (done, touched) = self.transaction(|c| {
            let mut c = PlatformConn::new(c, now);
            f(&mut c).map(|done| (done, c.into_touched()))
        })?;
        touched
            .iter()
            .for_each(|enterprise| self.inner.epochs.advance(enterprise));
        Ok(done)
    }

    fn connection(&self) -> Result<PooledConnection<Manager>, Fault> {
        checked_out(&self.inner.pool)
    }

    fn transaction<T, E: From<Fault>>(
        &self,
        f: impl FnOnce(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        let _until_written = self.inner.turn.take()?;
        let c: &mut AnyConnection = &mut *self.connection()?;
        begin(c)?;
        match f(c) {
            Ok(done) => {
                Transactions::commit_transaction(c).map_err(Fault::from)?;
                Ok(done)
            }
            Err(e) => {
                if let Err(fault) = Transactions::rollback_transaction(c) {
                    tracing::warn!(%fault, "rollback failed; the connection is dropped");
                }
                Err(e)
            }
        }
    }
}

fn checked_out(pool: &Pool<Manager>) -> Result<PooledConnection<Manager>, Fault> {
    pool.get().map_err(|e| Fault::Away(e.to_string()))
}

type Transactions = <AnyConnection as Connection>::TransactionManager;

/// SQLite takes the write lock at once: a transaction that reads first and then writes would fail when another
/// writer came between, whatever the timeout.
fn begin(c: &mut AnyConnection) -> Result<(), Fault> {
    match c {
        AnyConnection::Pg(c) => AnsiTransactionManager::begin_transaction(c)?,
        AnyConnection::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
    }
    Ok(())
}

/// The pool retries by itself; its failures belong in the log, not on standard error.
#[derive(Debug)]
struct LogErrors;

impl<E: std::error::Error> r2d2::HandleError<E> for LogErrors {
    fn handle_error(&self, error: E) {
        tracing::warn!(%error, "no connection to the database");
    }
}
