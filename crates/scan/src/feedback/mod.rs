//! What consumers write to makers from the page behind a code, and what becomes of it (F105, F106, F179).
//!
//! | word | meaning |
//! |---|---|
//! | message | what a consumer wrote about one code: a kind, a text, perhaps a contact and pictures |
//! | receipt | what the consumer may read of it later: their own words, the state, the public replies |
//! | receipt number | 80 random bits; whoever has it reads the receipt, and nobody finds one by trying |
//! | step | a reply or a change of state; steps are added and never changed |
//!
//! The form works without script, sets no cookie and keeps no address of anyone: what holds off floods is a signed
//! time, a field people do not see, and counts under keyed hashes that vanish with their window.

pub mod api;
mod asked;
mod contact;
mod filter;
pub mod form;
mod model;
pub mod notice;
pub mod receipt;
mod service;
mod shell;
pub mod statistics;
mod store;
mod words;

pub use contact::Contact;
pub use filter::{FeedbackFilter, FeedbackSort};
pub use form::FormKey;
pub use model::{
    FeedbackId, FeedbackItem, FeedbackKind, FeedbackState, FeedbackStep, FeedbackStepId, FeedbackView,
    Message, StepKind,
};
pub use receipt::ReceiptNumber;

use crate::{Answer, Base};
use actix_web::Scope;
use facts::PublicBase;
use utoipa_actix_web::service_config::ServiceConfig;

/// The maker's handlers, below `/api/v1`.
pub(crate) fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(api::list_feedback)
        .service(statistics::find_feedback_statistics)
        .service(api::find_feedback)
        .service(api::reply_to_feedback)
        .service(api::change_feedback_state);
}

/// The public addresses: the form of each code, and the receipts. The rest of a path is read as it came over the wire, so
/// no pattern takes it apart.
#[must_use]
pub fn public(base: &PublicBase) -> Scope {
    use actix_web::web::{get, post, resource, scope};
    scope(&Base::of(base).feedback())
        .service(resource("/receipts").get(receipt::api::search_receipt))
        .service(resource("/receipts/{number}").get(receipt::api::find_feedback_receipt))
        .service(
            resource("/01/{code:.*}")
                .route(get().to(form::api::find_feedback_form))
                .route(post().to(form::api::create_feedback)),
        )
}

/// Where one writes about the code an answer is about; none when nobody here would read it.
pub(crate) fn form_path(base: &PublicBase, answer: &Answer<'_>) -> Option<String> {
    let gtin = answer.gtin.filter(|_| answer.maker.is_some())?;
    let printed = match (answer.serial, answer.batch_no) {
        (Some(serial), _) => base.unit(gtin, serial),
        (None, Some(no)) => base.batch(gtin, no),
        (None, None) => base.product(gtin),
    };
    let code = printed.strip_prefix(base.as_str())?;
    Some(format!("{}{code}", Base::of(base).feedback()))
}

/// The description of the public addresses, which stand outside the API's own.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    form::api::find_feedback_form,
    form::api::create_feedback,
    receipt::api::find_feedback_receipt
))]
pub struct Document;
