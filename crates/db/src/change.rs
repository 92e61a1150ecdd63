//! Updates and deletions of the rows of one enterprise.

use crate::Rows;
use diesel::{
    AsChangeset, Table,
    query_builder::{AsQuery, DeleteStatement, IntoUpdateTarget, UpdateStatement},
    query_source::QuerySource,
};

/// A statement that changes rows of the enterprise of a [`TenantConn`](crate::TenantConn), and of no other.
#[derive(Debug, Clone, Copy)]
pub struct Change<S>(pub(crate) S);

/// Begins an update of these rows.
pub fn update<Q: IntoUpdateTarget>(rows: Rows<Q>) -> Change<UpdateStatement<Q::Table, Q::WhereClause>> {
    Change(diesel::update(rows.query))
}

/// Deletes these rows, once it is executed.
pub fn delete<Q: IntoUpdateTarget>(rows: Rows<Q>) -> Change<DeleteStatement<Q::Table, Q::WhereClause>> {
    Change(diesel::delete(rows.query))
}

impl<T: QuerySource, U> Change<UpdateStatement<T, U>> {
    /// Says what they become.
    pub fn set<V>(self, values: V) -> Change<UpdateStatement<T, U, V::Changeset>>
    where
        T: Table,
        V: AsChangeset<Target = T>,
        UpdateStatement<T, U, V::Changeset>: AsQuery,
    {
        Change(self.0.set(values))
    }
}
