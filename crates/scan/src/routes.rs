use crate::{by_parts, feedback, page, preview, record};
use utoipa_actix_web::service_config::ServiceConfig;
use web::Tag;

/// The chapters of the OpenAPI document that this crate begins.
pub const TAGS: &[Tag] = &[
    Tag::new("scans", "扫码", "扫码记录与统计"),
    Tag::new("feedback", "反馈", "消费者反馈：提交、回执、处理与统计"),
];

/// The handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(by_parts::find_code)
        .service(record::api::list_scans)
        .service(record::api::find_scan_overview)
        .service(record::api::find_code_scans)
        .service(preview::find_code_preview)
        .service(preview::find_code_as_of)
        .service(preview::preview_product)
        .configure(feedback::configure);
}

/// The pages beside the printed addresses: what consumers' browsers are led to.
pub fn configure_pages(cfg: &mut actix_web::web::ServiceConfig) {
    cfg.service(page::leave::ask_before_leaving)
        .service(page::menu_page::show_menu);
}
