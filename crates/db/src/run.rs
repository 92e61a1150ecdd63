//! Running what belongs to one enterprise, on its connection.

use crate::{
    AnyConnection, PublicConn, Rows, TenantConn,
    change::Change,
    rows::{Own, Public},
};
use diesel::{
    QueryResult, RunQueryDsl, dsl,
    expression::SqlLiteral,
    query_dsl::methods::{ExecuteDsl, LimitDsl, LoadQuery, SelectDsl},
    sql_types::Integer,
};

/// A connection that runs queries of rows of `W`.
pub trait Reads<W> {
    #[doc(hidden)]
    fn reading(&mut self) -> &mut AnyConnection;
}

impl Reads<Own> for TenantConn<'_> {
    fn reading(&mut self) -> &mut AnyConnection {
        self.connection()
    }
}

impl Reads<Public> for PublicConn<'_> {
    fn reading(&mut self) -> &mut AnyConnection {
        self.connection()
    }
}

impl<Q, W> Rows<Q, W> {
    /// Loads all of them.
    ///
    /// # Errors
    /// When the database fails.
    pub fn load<'q, T>(self, c: &mut impl Reads<W>) -> QueryResult<Vec<T>>
    where
        Q: RunQueryDsl<AnyConnection> + LoadQuery<'q, AnyConnection, T>,
    {
        RunQueryDsl::load(self.query, c.reading())
    }

    /// Loads the first.
    ///
    /// # Errors
    /// When there is none, or the database fails.
    pub fn first<'q, T>(self, c: &mut impl Reads<W>) -> QueryResult<T>
    where
        Q: LimitDsl,
        dsl::Limit<Q>: RunQueryDsl<AnyConnection> + LoadQuery<'q, AnyConnection, T>,
    {
        RunQueryDsl::get_result(LimitDsl::limit(self.query, 1), c.reading())
    }

    /// Loads the one there is.
    ///
    /// # Errors
    /// When there is none, or the database fails.
    pub fn get_result<'q, T>(self, c: &mut impl Reads<W>) -> QueryResult<T>
    where
        Q: RunQueryDsl<AnyConnection> + LoadQuery<'q, AnyConnection, T>,
    {
        RunQueryDsl::get_result(self.query, c.reading())
    }

    /// Says whether there are any.
    ///
    /// # Errors
    /// When the database fails.
    pub fn exist<'q>(self, c: &mut impl Reads<W>) -> QueryResult<bool>
    where
        Q: SelectDsl<SqlLiteral<Integer>>,
        dsl::Select<Q, SqlLiteral<Integer>>: LimitDsl,
        dsl::Limit<dsl::Select<Q, SqlLiteral<Integer>>>:
            RunQueryDsl<AnyConnection> + LoadQuery<'q, AnyConnection, i32>,
    {
        let one = SelectDsl::select(self.query, dsl::sql::<Integer>("1"));
        let found: Vec<i32> = RunQueryDsl::load(LimitDsl::limit(one, 1), c.reading())?;
        Ok(!found.is_empty())
    }
}

impl<S> Change<S> {
    /// Does it, and says to how many rows.
    ///
    /// # Errors
    /// When the database fails or a constraint forbids it.
    pub fn execute(self, c: &mut TenantConn<'_>) -> QueryResult<usize>
    where
        S: RunQueryDsl<AnyConnection> + ExecuteDsl<AnyConnection>,
    {
        RunQueryDsl::execute(self.0, c.connection())
    }
}
