use crate::{
    AnyConnection, Backend, Rows,
    schema::{accounts, enterprises},
};
use diesel::{
    Column, ExpressionMethods, Insertable, QueryResult, RunQueryDsl, Table, dsl,
    query_builder::InsertStatement,
    query_dsl::methods::{ExecuteDsl, FilterDsl},
    sql_types::Text,
};
use kernel::{Id, Timestamp};

/// The id of an enterprise, by its table, because the crate that owns the row lies above this one.
pub type EnterpriseId = Id<enterprises::table>;

/// The id of somebody's account, by its table, for the same reason.
pub type AccountId = Id<accounts::table>;

/// A table whose rows belong to one enterprise.
pub trait TenantOwned: Table + Default {
    /// Its `enterprise_id`.
    type Column: Column<Table = Self, SqlType = Text> + Default;

    /// What an inserted row says of its owner.
    type Owner;

    /// Says whose an inserted row is.
    fn owner(enterprise: EnterpriseId) -> Self::Owner;
}

/// A connection that acts for one enterprise and cannot be made outside this crate.
pub struct TenantConn<'c> {
    conn: &'c mut AnyConnection,
    enterprise: EnterpriseId,
    account: Option<AccountId>,
    now: Timestamp,
    is_private: bool,
}

impl<'c> TenantConn<'c> {
    pub(crate) fn new(conn: &'c mut AnyConnection, enterprise: EnterpriseId, now: Timestamp) -> Self {
        Self {
            conn,
            enterprise,
            account: None,
            now,
            is_private: false,
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

    /// Says that this piece of work changes nothing that anyone outside is told, so that what scans hold in memory stays true:
    /// a file nothing names yet, a form half filled in.
    pub fn stays_private(&mut self) {
        self.is_private = true;
    }

    pub(crate) fn is_private(&self) -> bool {
        self.is_private
    }

    /// The connection, for what is known to be of this enterprise.
    pub(crate) fn connection(&mut self) -> &mut AnyConnection {
        self.conn
    }

    /// The connection as it is, for the few statements that [`Rows`] cannot express. A test lists every function that calls
    /// this, with its reason.
    pub fn unscoped(&mut self) -> &mut AnyConnection {
        self.conn
    }

    /// Goes on, within the same transaction, as another enterprise, to tell it something. A test lists every function that
    /// calls this, with its reason.
    pub fn telling(&mut self, enterprise: &EnterpriseId) -> TenantConn<'_> {
        TenantConn::new(self.conn, enterprise.clone(), self.now)
    }

    /// Begins a query of those rows of `table` that belong to this enterprise.
    pub fn rows<T>(&self, table: T) -> Rows<dsl::Filter<T, dsl::Eq<T::Column, EnterpriseId>>>
    where
        T: TenantOwned + FilterDsl<dsl::Eq<T::Column, EnterpriseId>>,
    {
        Rows::of(FilterDsl::filter(
            table,
            T::Column::default().eq(self.enterprise.clone()),
        ))
    }

    /// Begins a query of the enterprise itself.
    pub fn own_row(&self) -> Rows<dsl::Filter<enterprises::table, dsl::Eq<enterprises::id, EnterpriseId>>> {
        Rows::of(FilterDsl::filter(
            enterprises::table,
            enterprises::id.eq(self.enterprise.clone()),
        ))
    }

    /// Begins a query of the accounts of this enterprise.
    pub fn own_accounts(
        &self,
    ) -> Rows<dsl::Filter<accounts::table, dsl::Eq<accounts::enterprise_id, EnterpriseId>>> {
        let own = accounts::enterprise_id.eq(self.enterprise.clone());
        Rows::of(FilterDsl::filter(accounts::table, own))
    }

    /// Inserts one row and says whose it is; what the values say of `enterprise_id` is nothing.
    ///
    /// # Errors
    /// When the database fails or a constraint forbids it.
    pub fn insert<T, V, R>(&mut self, table: T, values: V) -> QueryResult<usize>
    where
        T: TenantOwned,
        (T::Owner, V): Insertable<T, Values = R>,
        InsertStatement<T, R>: RunQueryDsl<AnyConnection> + ExecuteDsl<AnyConnection>,
    {
        let owned = (T::owner(self.enterprise.clone()), values);
        RunQueryDsl::execute(diesel::insert_into(table).values(owned), self.conn)
    }
}
