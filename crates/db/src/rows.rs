//! Queries of the rows of one enterprise. What a [`Rows`] was made from cannot be widened again: it can be narrowed, joined,
//! ordered and selected from, and run only on the connection of that enterprise.

use crate::AnyConnection;
use diesel::{
    Connection, Table, dsl,
    internal::table_macro::{Inner, LeftOuter},
    query_dsl::{
        JoinWithImplicitOnClause,
        methods::{
            BoxedDsl, DistinctDsl, FilterDsl, FindDsl, GroupByDsl, LimitDsl, OffsetDsl, OrderDsl, SelectDsl,
            ThenOrderDsl,
        },
    },
};
use std::marker::PhantomData;

/// A query whose rows all belong to the enterprise of a [`TenantConn`](crate::TenantConn).
///
/// It is what [`TenantConn::rows`](crate::TenantConn::rows) gives, and the only thing such a connection runs. A query that
/// begins anywhere else does not compile:
///
/// ```
/// use db::{Fault, TenantConn, schema::products};
/// use diesel::ExpressionMethods;
///
/// fn names(c: &mut TenantConn<'_>) -> Result<Vec<String>, Fault> {
///     let drafts = c.rows(products::table).filter(products::state.eq("draft"));
///     Ok(drafts.select(products::name).load(c)?)
/// }
/// ```
///
/// ```compile_fail
/// use db::{Fault, TenantConn, schema::products};
/// use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
///
/// fn names(c: &mut TenantConn<'_>) -> Result<Vec<String>, Fault> {
///     let drafts = products::table.filter(products::state.eq("draft"));
///     Ok(drafts.select(products::name).load(c)?)
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Rows<Q, W = Own> {
    pub(crate) query: Q,
    whose: PhantomData<W>,
}

/// Whose rows: those of the enterprise that acts.
#[derive(Debug, Clone, Copy)]
pub struct Own;

/// Whose rows: what anyone may be told of, whoever it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Public;

/// A table with something that anyone may be told.
pub trait PublicTable: Table {}

/// Begins a query of what anyone may be told; only a [`PublicConn`](crate::PublicConn) runs it, and it changes nothing.
pub fn public<T: PublicTable>(table: T) -> Rows<T, Public> {
    Rows::of(table)
}

/// The same as diesel's methods of these names, which has the documentation. There is none that adds rows, such as
/// `or_filter`.
impl<Q, W> Rows<Q, W> {
    pub(crate) fn of(query: Q) -> Self {
        Self {
            query,
            whose: PhantomData,
        }
    }

    /// Keeps the rows for which this is so, too.
    pub fn filter<P>(self, predicate: P) -> Rows<dsl::Filter<Q, P>, W>
    where
        Q: FilterDsl<P>,
    {
        Rows::of(FilterDsl::filter(self.query, predicate))
    }

    /// Keeps the row with this primary key.
    pub fn find<K>(self, key: K) -> Rows<dsl::Find<Q, K>, W>
    where
        Q: FindDsl<K>,
    {
        Rows::of(FindDsl::find(self.query, key))
    }

    /// Chooses the columns.
    pub fn select<S>(self, columns: S) -> Rows<dsl::Select<Q, S>, W>
    where
        S: diesel::Expression,
        Q: SelectDsl<S>,
    {
        Rows::of(SelectDsl::select(self.query, columns))
    }

    /// Counts the rows.
    pub fn count(self) -> Rows<dsl::Select<Q, dsl::count_star>, W>
    where
        Q: SelectDsl<dsl::count_star>,
    {
        Rows::of(SelectDsl::select(self.query, dsl::count_star()))
    }

    /// Leaves out rows that are equal.
    pub fn distinct(self) -> Rows<dsl::Distinct<Q>, W>
    where
        Q: DistinctDsl,
    {
        Rows::of(DistinctDsl::distinct(self.query))
    }

    /// Puts the rows in order.
    pub fn order<O>(self, order: O) -> Rows<dsl::Order<Q, O>, W>
    where
        O: diesel::Expression,
        Q: OrderDsl<O>,
    {
        Rows::of(OrderDsl::order(self.query, order))
    }

    /// Puts rows that are equal so far in order.
    pub fn then_order_by<O>(self, order: O) -> Rows<dsl::ThenOrderBy<Q, O>, W>
    where
        Q: ThenOrderDsl<O>,
    {
        Rows::of(ThenOrderDsl::then_order_by(self.query, order))
    }

    /// Takes so many rows at most.
    pub fn limit(self, limit: i64) -> Rows<dsl::Limit<Q>, W>
    where
        Q: LimitDsl,
    {
        Rows::of(LimitDsl::limit(self.query, limit))
    }

    /// Leaves out so many rows.
    pub fn offset(self, offset: i64) -> Rows<dsl::Offset<Q>, W>
    where
        Q: OffsetDsl,
    {
        Rows::of(OffsetDsl::offset(self.query, offset))
    }

    /// Makes one row of those with the same value.
    pub fn group_by<G>(self, columns: G) -> Rows<dsl::GroupBy<Q, G>, W>
    where
        G: diesel::Expression,
        Q: GroupByDsl<G>,
    {
        Rows::of(GroupByDsl::group_by(self.query, columns))
    }

    /// Joins what there must be.
    pub fn inner_join<T>(self, with: T) -> Rows<dsl::InnerJoin<Q, T>, W>
    where
        Q: JoinWithImplicitOnClause<T, Inner>,
    {
        Rows::of(self.query.join_with_implicit_on_clause(with, Inner))
    }

    /// Joins what there may be.
    pub fn left_join<T>(self, with: T) -> Rows<dsl::LeftJoin<Q, T>, W>
    where
        Q: JoinWithImplicitOnClause<T, LeftOuter>,
    {
        Rows::of(self.query.join_with_implicit_on_clause(with, LeftOuter))
    }

    /// Makes the type the same whatever is added, for filters that are known only when the program runs.
    pub fn into_boxed<'a>(self) -> Rows<dsl::IntoBoxed<'a, Q, <AnyConnection as Connection>::Backend>, W>
    where
        Q: BoxedDsl<'a, <AnyConnection as Connection>::Backend>,
    {
        Rows::of(self.query.internal_into_boxed())
    }
}
