use super::{
    FeedbackId, FeedbackState, Message,
    filter::{FeedbackFilter, FeedbackSort},
    model::Step,
};
use crate::Error;
use db::{
    TenantConn, contains_pattern,
    schema::{accounts, feedback_messages, feedback_steps, products},
    unique_or,
};
use diesel::prelude::*;
use facts::ProductId;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// A message with the trace code and the name of its product.
pub(super) type Named = (Message, String, String);

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Message) -> Result<()> {
    c.insert(feedback_messages::table, new)
        .map_err(|e| unique_or(e, || Error::FeedbackSentTwice))?;
    Ok(())
}

/// The message this very submission made before.
pub(super) fn find_by_submission(c: &mut TenantConn<'_>, hash: &str) -> Result<Option<Message>> {
    let row = c
        .rows(feedback_messages::table)
        .filter(feedback_messages::submission_hash.eq(hash));
    Ok(row.select(Message::as_select()).first(c).optional()?)
}

/// Whether anyone wrote since then.
pub(super) fn is_any_since(c: &mut TenantConn<'_>, at: Timestamp) -> Result<bool> {
    let rows = c
        .rows(feedback_messages::table)
        .filter(feedback_messages::created_at.gt(at));
    Ok(rows.exist(c)?)
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &FeedbackId) -> Result<Named> {
    let row = c
        .rows(feedback_messages::table)
        .inner_join(products::table)
        .filter(feedback_messages::id.eq(id));
    let row = row.select((Message::as_select(), products::trace_code, products::name));
    row.first(c).optional()?.ok_or(Error::FeedbackNotFound)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &FeedbackFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Named>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c
            .rows(feedback_messages::table)
            .inner_join(products::table)
            .into_boxed();
        if let Some(state) = filter.state {
            rows = rows.filter(feedback_messages::state.eq(state));
        }
        if let Some(kind) = filter.kind {
            rows = rows.filter(feedback_messages::kind.eq(kind));
        }
        if let Some(product) = &filter.product_id {
            rows = rows.filter(feedback_messages::product_id.eq(product.clone()));
        }
        if let Some(batch_no) = &filter.batch_no {
            rows = rows.filter(feedback_messages::batch_no.eq(batch_no.clone()));
        }
        if let Some(from) = filter.received_from {
            rows = rows.filter(feedback_messages::received_on.ge(from));
        }
        if let Some(to) = filter.received_to {
            rows = rows.filter(feedback_messages::received_on.le(to));
        }
        if let Some(text) = filter.keyword.as_deref() {
            let pattern = contains_pattern(text);
            rows = rows.filter(feedback_messages::search_text.like(pattern).escape('\\'));
        }
        rows
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c);
    let rows = match filter.sort.unwrap_or(FeedbackSort::NewestFirst) {
        FeedbackSort::NewestFirst => {
            rows.order((feedback_messages::created_at.desc(), feedback_messages::id.desc()))
        }
        FeedbackSort::OldestFirst => {
            rows.order((feedback_messages::created_at.asc(), feedback_messages::id.asc()))
        }
    };
    let rows = rows
        .select((Message::as_select(), products::trace_code, products::name))
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

pub(super) fn insert_step(c: &mut TenantConn<'_>, new: &Step) -> Result<()> {
    c.insert(feedback_steps::table, new)?;
    Ok(())
}

/// The steps of a message in order, each with the name of whoever took it.
pub(super) fn steps(c: &mut TenantConn<'_>, id: &FeedbackId) -> Result<Vec<(Step, String)>> {
    let rows = c
        .rows(feedback_steps::table)
        .inner_join(accounts::table)
        .filter(feedback_steps::message_id.eq(id))
        .order((feedback_steps::created_at.asc(), feedback_steps::id.asc()));
    Ok(rows.select((Step::as_select(), accounts::display_name)).load(c)?)
}

pub(super) fn set_state(c: &mut TenantConn<'_>, id: &FeedbackId, state: FeedbackState) -> Result<()> {
    let now = c.now();
    let row = c
        .rows(feedback_messages::table)
        .filter(feedback_messages::id.eq(id));
    db::update(row)
        .set((
            feedback_messages::state.eq(state),
            feedback_messages::updated_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}

/// Notes how long the consumer waited for the first reply; later ones change nothing.
pub(super) fn set_reply_seconds(c: &mut TenantConn<'_>, id: &FeedbackId, seconds: i64) -> Result<()> {
    let row = c
        .rows(feedback_messages::table)
        .filter(feedback_messages::id.eq(id))
        .filter(feedback_messages::reply_seconds.is_null());
    db::update(row)
        .set(feedback_messages::reply_seconds.eq(seconds))
        .execute(c)?;
    Ok(())
}

/// Trace codes and names of products.
pub(super) fn names_of(
    c: &mut TenantConn<'_>,
    ids: &[ProductId],
) -> Result<Vec<(ProductId, String, String)>> {
    let rows = c.rows(products::table).filter(products::id.eq_any(ids));
    Ok(rows
        .select((products::id, products::trace_code, products::name))
        .load(c)?)
}
