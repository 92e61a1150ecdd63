use crate::{
    Error,
    feedback::{FeedbackKind, FeedbackState},
};
use chrono::NaiveDate;
use db::{TenantConn, schema::feedback_messages};
use diesel::{dsl::count_star, prelude::*};
use facts::ProductId;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn by_state(c: &mut TenantConn<'_>) -> Result<Vec<(FeedbackState, i64)>> {
    let rows = c
        .rows(feedback_messages::table)
        .group_by(feedback_messages::state)
        .select((feedback_messages::state, count_star()));
    Ok(rows.load(c)?)
}

pub(super) fn by_kind(c: &mut TenantConn<'_>) -> Result<Vec<(FeedbackKind, i64)>> {
    let rows = c
        .rows(feedback_messages::table)
        .group_by(feedback_messages::kind)
        .select((feedback_messages::kind, count_star()));
    Ok(rows.load(c)?)
}

pub(super) fn by_day(c: &mut TenantConn<'_>, first: NaiveDate) -> Result<Vec<(NaiveDate, i64)>> {
    let rows = c
        .rows(feedback_messages::table)
        .filter(feedback_messages::received_on.ge(first))
        .group_by(feedback_messages::received_on)
        .select((feedback_messages::received_on, count_star()));
    Ok(rows.load(c)?)
}

/// The products most was written about.
pub(super) fn by_product(c: &mut TenantConn<'_>, limit: i64) -> Result<Vec<(ProductId, i64)>> {
    let rows = c
        .rows(feedback_messages::table)
        .group_by(feedback_messages::product_id)
        .select((feedback_messages::product_id, count_star()))
        .order((count_star().desc(), feedback_messages::product_id.asc()))
        .limit(limit);
    Ok(rows.load(c)?)
}

pub(super) fn count_replied(c: &mut TenantConn<'_>) -> Result<i64> {
    let rows = c
        .rows(feedback_messages::table)
        .filter(feedback_messages::reply_seconds.is_not_null());
    Ok(rows.count().get_result(c)?)
}

/// How long consumers waited for their first reply, shortest first.
pub(super) fn reply_seconds(c: &mut TenantConn<'_>, offset: i64, limit: i64) -> Result<Vec<i64>> {
    let rows = c
        .rows(feedback_messages::table)
        .filter(feedback_messages::reply_seconds.is_not_null())
        .order(feedback_messages::reply_seconds.asc())
        .offset(offset)
        .limit(limit)
        .select(feedback_messages::reply_seconds.assume_not_null());
    Ok(rows.load(c)?)
}
