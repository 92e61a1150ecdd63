use diesel::{
    AppearsOnTable, Expression, QueryResult, SelectableExpression,
    backend::Backend,
    expression::{ValidGrouping, is_aggregate},
    query_builder::{AstPass, QueryFragment, QueryId},
    sql_types::BigInt,
};

/// Of the ranges that begin at or before a place, the last: an order with its limit. Diesel would bind the limit as a
/// parameter, and PostgreSQL then plans the statement anew at each call, which takes longer than the seek.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct Nearest;

impl Expression for Nearest {
    type SqlType = BigInt;
}

impl<DB: Backend> QueryFragment<DB> for Nearest {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql("first_number DESC LIMIT 1");
        Ok(())
    }
}

impl ValidGrouping<()> for Nearest {
    type IsAggregate = is_aggregate::No;
}

impl<QS> AppearsOnTable<QS> for Nearest {}

impl<QS> SelectableExpression<QS> for Nearest {}
