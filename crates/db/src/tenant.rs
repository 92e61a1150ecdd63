use crate::{
    AnyConnection, Backend,
    schema::{accounts, enterprises},
};
use diesel::{Column, ExpressionMethods, Table, dsl, query_dsl::methods::FilterDsl, sql_types::Text};
use kernel::{Id, Timestamp};

/// The id of an enterprise, by its table, because the crate that owns the row lies above this one.
pub type EnterpriseId = Id<enterprises::table>;

/// The id of somebody's account, by its table, for the same reason.
pub type AccountId = Id<accounts::table>;

/// A table whose rows belong to one enterprise.
pub trait TenantOwned: Table + Default {
    /// Its `enterprise_id`.
    type Column: Column<Table = Self, SqlType = Text> + Default;
}

/// A connection that acts for one enterprise and cannot be made outside this crate.
pub struct TenantConn<'c> {
    conn: &'c mut AnyConnection,
    enterprise: EnterpriseId,
    account: Option<AccountId>,
    now: Timestamp,
}

impl<'c> TenantConn<'c> {
    pub(crate) fn new(conn: &'c mut AnyConnection, enterprise: EnterpriseId, now: Timestamp) -> Self {
        Self {
            conn,
            enterprise,
            account: None,
            now,
        }
    }

    /// The same, on behalf of somebody, for what is kept of who did what.
    #[must_use]
    pub fn by(mut self, account: Option<AccountId>) -> Self {
        self.account = account;
        self
    }

    /// Who is at work; nobody when it is the program itself.
    #[must_use]
    pub fn account(&self) -> Option<&AccountId> {
        self.account.as_ref()
    }

    /// The enterprise this connection acts for.
    #[must_use]
    pub fn enterprise(&self) -> &EnterpriseId {
        &self.enterprise
    }

    /// The instant of this piece of work; the same for all of a transaction.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> Backend {
        self.conn.backend()
    }

    /// The connection itself, to run a query that began with [`Self::rows`] or an insert.
    pub fn conn(&mut self) -> &mut AnyConnection {
        self.conn
    }

    /// The rows of `table` that belong to this enterprise.
    pub fn rows<T>(&self, table: T) -> dsl::Filter<T, dsl::Eq<T::Column, EnterpriseId>>
    where
        T: TenantOwned + FilterDsl<dsl::Eq<T::Column, EnterpriseId>>,
    {
        FilterDsl::filter(table, T::Column::default().eq(self.enterprise.clone()))
    }
}

/// A connection for what belongs to no enterprise, and for the operator, who sees them all.
pub struct PlatformConn<'c> {
    conn: &'c mut AnyConnection,
    now: Timestamp,
    touched: Vec<EnterpriseId>,
}

impl<'c> PlatformConn<'c> {
    pub(crate) fn new(conn: &'c mut AnyConnection, now: Timestamp) -> Self {
        Self {
            conn,
            now,
            touched: vec![],
        }
    }

    /// The instant of this piece of work; the same for all of a transaction.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Notes that what is held in memory of an enterprise is no longer true once this is committed.
    pub fn touch(&mut self, enterprise: &EnterpriseId) {
        self.touched.push(enterprise.clone());
    }

    pub(crate) fn into_touched(self) -> Vec<EnterpriseId> {
        self.touched
    }

    /// The connection itself.
    pub fn conn(&mut self) -> &mut AnyConnection {
        self.conn
    }

    /// Goes on, within the same transaction, as one enterprise; for the moment of registration.
    pub fn acting_for(&mut self, enterprise: &EnterpriseId) -> TenantConn<'_> {
        self.touch(enterprise);
        TenantConn {
            conn: self.conn,
            enterprise: enterprise.clone(),
            account: None,
            now: self.now,
        }
    }
}
