//! Queries of the rows of one enterprise. What a [`Rows`] was made from cannot be widened again: it can be narrowed, joined,
//! ordered and selected from, and run only on the connection of that enterprise.

use crate::AnyConnection;
use diesel::{
    Connection, dsl,
    internal::table_macro::{Inner, LeftOuter},
    query_dsl::{
        JoinWithImplicitOnClause,
        methods::{
            BoxedDsl, DistinctDsl, FilterDsl, FindDsl, GroupByDsl, LimitDsl, OffsetDsl, OrderDsl, SelectDsl,
            ThenOrderDsl,
        },
    },
};

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
pub struct Rows<Q>(pub(crate) Q);

/// The same as diesel's methods of these names, which has the documentation. There is none that adds rows, such as
/// `or_filter`.
impl<Q> Rows<Q> {
    /// Keeps the rows for which this is so, too.
    pub fn filter<P>(self, predicate: P) -> Rows<dsl::Filter<Q, P>>
    where
        Q: FilterDsl<P>,
    {
        Rows(FilterDsl::filter(self.0, predicate))
    }

    /// Keeps the row with this primary key.
    pub fn find<K>(self, key: K) -> Rows<dsl::Find<Q, K>>
    where
        Q: FindDsl<K>,
    {
        Rows(FindDsl::find(self.0, key))
    }

    /// Chooses the columns.
    pub fn select<S>(self, columns: S) -> Rows<dsl::Select<Q, S>>
    where
        S: diesel::Expression,
        Q: SelectDsl<S>,
    {
        Rows(SelectDsl::select(self.0, columns))
    }

    /// Counts the rows.
    pub fn count(self) -> Rows<dsl::Select<Q, dsl::count_star>>
    where
        Q: SelectDsl<dsl::count_star>,
    {
        Rows(SelectDsl::select(self.0, dsl::count_star()))
    }

    /// Leaves out rows that are equal.
    pub fn distinct(self) -> Rows<dsl::Distinct<Q>>
    where
        Q: DistinctDsl,
    {
        Rows(DistinctDsl::distinct(self.0))
    }

    /// Puts the rows in order.
    pub fn order<O>(self, order: O) -> Rows<dsl::Order<Q, O>>
    where
        O: diesel::Expression,
        Q: OrderDsl<O>,
    {
        Rows(OrderDsl::order(self.0, order))
    }

    /// Puts rows that are equal so far in order.
    pub fn then_order_by<O>(self, order: O) -> Rows<dsl::ThenOrderBy<Q, O>>
    where
        Q: ThenOrderDsl<O>,
    {
        Rows(ThenOrderDsl::then_order_by(self.0, order))
    }

    /// Takes so many rows at most.
    pub fn limit(self, limit: i64) -> Rows<dsl::Limit<Q>>
    where
        Q: LimitDsl,
    {
        Rows(LimitDsl::limit(self.0, limit))
    }

    /// Leaves out so many rows.
    pub fn offset(self, offset: i64) -> Rows<dsl::Offset<Q>>
    where
        Q: OffsetDsl,
    {
        Rows(OffsetDsl::offset(self.0, offset))
    }

    /// Makes one row of those with the same value.
    pub fn group_by<G>(self, columns: G) -> Rows<dsl::GroupBy<Q, G>>
    where
        G: diesel::Expression,
        Q: GroupByDsl<G>,
    {
        Rows(GroupByDsl::group_by(self.0, columns))
    }

    /// Joins what there must be.
    pub fn inner_join<T>(self, with: T) -> Rows<dsl::InnerJoin<Q, T>>
    where
        Q: JoinWithImplicitOnClause<T, Inner>,
    {
        Rows(self.0.join_with_implicit_on_clause(with, Inner))
    }

    /// Joins what there may be.
    pub fn left_join<T>(self, with: T) -> Rows<dsl::LeftJoin<Q, T>>
    where
        Q: JoinWithImplicitOnClause<T, LeftOuter>,
    {
        Rows(self.0.join_with_implicit_on_clause(with, LeftOuter))
    }

    /// Makes the type the same whatever is added, for filters that are known only when the program runs.
    pub fn into_boxed<'a>(self) -> Rows<dsl::IntoBoxed<'a, Q, <AnyConnection as Connection>::Backend>>
    where
        Q: BoxedDsl<'a, <AnyConnection as Connection>::Backend>,
    {
        Rows(self.0.internal_into_boxed())
    }
}
