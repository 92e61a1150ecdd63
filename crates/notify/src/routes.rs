use crate::{delivery, development, inbox, operators, settings};
use utoipa_actix_web::service_config::ServiceConfig;
use web::Tag;

/// The chapters of the OpenAPI document that this crate begins.
pub const TAGS: &[Tag] = &[Tag::new("notices", "消息", "站内消息与通知设置")];

/// Registers the handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
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
        .service(operators::api::find_notice_texts)
        .service(delivery::api::list_deliveries)
        .service(delivery::api::retry_delivery)
        .service(development::api::list_sms_messages)
        .service(development::api::list_development_mails);
}
