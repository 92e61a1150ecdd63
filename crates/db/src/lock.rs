use crate::{AnyConnection, TenantConn};
use diesel::{QueryResult, RunQueryDsl, define_sql_function, select, sql_types};

define_sql_function! {
    /// PostgreSQL's lock of a number, for the rest of the transaction, without waiting.
    fn pg_try_advisory_xact_lock(number: sql_types::BigInt) -> sql_types::Bool;
}

impl TenantConn<'_> {
    /// Locks a text of a kind for the rest of the transaction, and waits for whoever has it. On SQLite whoever writes is alone,
    /// so there is nothing to lock.
    ///
    /// # Errors
    /// When the database fails.
    pub fn lock(&mut self, kind: &str, text: &str) -> QueryResult<()> {
        match self.connection() {
            AnyConnection::Pg(c) => {
                diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 20261130))")
                    .bind::<sql_types::Text, _>(format!("{kind} {text}"))
                    .execute(c)
                    .map(|_| ())
            }
            AnyConnection::Sqlite(_) => Ok(()),
        }
    }

    /// Locks a number for the rest of the transaction; false when another transaction has it. On SQLite whoever writes is
    /// alone, so there is nothing to lock.
    ///
    /// # Errors
    /// When the database fails.
    pub fn try_lock(&mut self, number: i64) -> QueryResult<bool> {
        match self.connection() {
            AnyConnection::Pg(c) => select(pg_try_advisory_xact_lock(number)).get_result(c),
            AnyConnection::Sqlite(_) => Ok(true),
        }
    }
}
