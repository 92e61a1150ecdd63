use super::ReceiptNumber;
use crate::{
    Error,
    feedback::{FeedbackId, Message, StepKind},
};
use db::{
    PublicConn, public,
    schema::{enterprises, feedback_messages, feedback_steps, products},
};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// A message with what its receipt names.
pub(super) struct Found {
    pub(super) message: Message,
    pub(super) trace_code: String,
    pub(super) product_name: String,
    pub(super) maker_name: String,
}

/// The message with this number, whoever it was written to: the number alone opens it.
pub(super) fn find(c: &mut PublicConn<'_>, number: &ReceiptNumber) -> Result<Option<Found>> {
    let row = public(feedback_messages::table)
        .inner_join(products::table)
        .inner_join(enterprises::table.on(enterprises::id.eq(feedback_messages::enterprise_id)))
        .filter(feedback_messages::receipt_number.eq(number.as_str()));
    let columns = (
        Message::as_select(),
        products::trace_code,
        products::name,
        enterprises::name,
    );
    let found = row
        .select(columns)
        .first::<(Message, String, String, String)>(c)
        .optional()?;
    Ok(
        found.map(|(message, trace_code, product_name, maker_name)| Found {
            message,
            trace_code,
            product_name,
            maker_name,
        }),
    )
}

/// The public replies to a message, in order.
pub(super) fn replies(c: &mut PublicConn<'_>, id: &FeedbackId) -> Result<Vec<(String, Timestamp)>> {
    let rows = public(feedback_steps::table)
        .filter(feedback_steps::message_id.eq(id))
        .filter(feedback_steps::kind.eq(StepKind::Reply))
        .order((feedback_steps::created_at.asc(), feedback_steps::id.asc()));
    Ok(rows
        .select((feedback_steps::text.assume_not_null(), feedback_steps::created_at))
        .load(c)?)
}
