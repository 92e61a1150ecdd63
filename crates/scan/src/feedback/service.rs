use super::{
    Contact, FeedbackId, FeedbackItem, FeedbackState, FeedbackStep, FeedbackStepId, FeedbackView, StepKind,
    filter::FeedbackFilter,
    model::Step,
    store::{self, Named},
};
use crate::Error;
use db::TenantConn;
use web::{
    AccountId,
    upload::{LinkKey, view_files},
};

/// How much of a text a list shows.
const EXCERPT: usize = 100;

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &FeedbackFilter,
    window: (i64, i64),
) -> Result<(Vec<FeedbackItem>, i64), Error> {
    let (found, total) = store::list(c, filter, window)?;
    Ok((found.into_iter().map(item).collect(), total))
}

pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &FeedbackId,
    links: &LinkKey,
) -> Result<FeedbackView, Error> {
    let (m, trace_code, product_name) = store::find(c, id)?;
    let steps = store::steps(c, id)?.into_iter().map(|(s, author)| FeedbackStep {
        id: s.id,
        kind: s.kind,
        state: s.state,
        text: s.text,
        author,
        created_at: s.created_at,
    });
    Ok(FeedbackView {
        steps: steps.collect(),
        pictures: view_files(c, &m.picture_file_ids.0, links)?,
        replied_at: m.replied_at(),
        id: m.id,
        receipt_number: m.receipt_number,
        kind: m.kind,
        state: m.state,
        text: m.text,
        contact: m.contact,
        product_id: m.product_id,
        trace_code,
        product_name,
        level: m.level,
        batch_no: m.batch_no,
        serial: m.serial,
        verdict: m.verdict,
        created_at: m.created_at,
    })
}

/// Adds a reply, which whoever holds the receipt may read; with it the matter is done.
pub(super) fn reply(
    c: &mut TenantConn<'_>,
    id: &FeedbackId,
    by: AccountId,
    text: String,
) -> Result<(), Error> {
    let (message, ..) = store::find(c, id)?;
    let waited = c.now().seconds_since(message.created_at);
    store::set_reply_seconds(c, id, waited)?;
    take_step(c, id, by, (StepKind::Reply, FeedbackState::Done, Some(text)))
}

/// Says how far the matter is, with a note for one's own people.
pub(super) fn change_state(
    c: &mut TenantConn<'_>,
    id: &FeedbackId,
    by: AccountId,
    (state, note): (FeedbackState, Option<String>),
) -> Result<(), Error> {
    let (message, ..) = store::find(c, id)?;
    if message.state == state && note.is_none() {
        return Err(Error::FeedbackUnchanged);
    }
    take_step(c, id, by, (StepKind::State, state, note))
}

fn take_step(
    c: &mut TenantConn<'_>,
    id: &FeedbackId,
    by: AccountId,
    (kind, state, text): (StepKind, FeedbackState, Option<String>),
) -> Result<(), Error> {
    store::set_state(c, id, state)?;
    let step = Step {
        id: FeedbackStepId::new(),
        message_id: id.clone(),
        account_id: by,
        kind,
        state,
        text,
        created_at: c.now(),
    };
    store::insert_step(c, &step)
}

fn item((m, trace_code, product_name): Named) -> FeedbackItem {
    let contact = m.contact.as_deref().and_then(Contact::parse);
    FeedbackItem {
        replied_at: m.replied_at(),
        text: excerpt(&m.text),
        contact: contact.map(|c| c.mask()),
        pictures: i64::try_from(m.picture_file_ids.0.len()).unwrap_or_default(),
        id: m.id,
        receipt_number: m.receipt_number,
        kind: m.kind,
        state: m.state,
        product_id: m.product_id,
        trace_code,
        product_name,
        level: m.level,
        batch_no: m.batch_no,
        serial: m.serial,
        verdict: m.verdict,
        created_at: m.created_at,
    }
}

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
