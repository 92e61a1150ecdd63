//! Telling people what happened (F267): in the console, by SMS and by mail.
//!
//! Whoever changes something calls [`notify`] in the same transaction. It writes one notice for the console and one
//! delivery for every further channel; nothing leaves before the commit, and after it nothing is lost. The
//! [`Courier`] takes the deliveries and sends them.

pub mod courier;
pub mod delivery;
pub mod inbox;
mod mask;
mod notice;
pub mod operators;
pub mod settings;
mod stale_contact;
mod template;

pub use courier::Courier;
pub(crate) use delivery::Undelivered;
pub use notice::{Notice, notify, notify_enterprise, notify_operators};
pub use stale_contact::remind_of_stale_contacts;
pub use template::{
    NoticeChannel, NoticeCode, NoticeKind, NoticeTemplate, OperatorNoticeCode, OperatorTemplate, TemplateText,
};

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(inbox::api::list_notices)
        .service(inbox::api::find_unread_notices)
        .service(inbox::api::read_all_notices)
        .service(inbox::api::read_notice)
        .service(settings::api::find_notice_settings)
        .service(settings::api::update_notice_settings)
        .service(operators::api::list_platform_notices)
        .service(operators::api::find_unread_platform_notices)
        .service(operators::api::read_all_platform_notices)
        .service(operators::api::read_platform_notice)
        .service(operators::api::find_notice_templates)
        .service(delivery::api::list_deliveries)
        .service(delivery::api::retry_delivery);
}
