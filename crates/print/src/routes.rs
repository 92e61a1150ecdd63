//! Routes of this crate below `/api/v1`.

use crate::{export, labels, picture};
use utoipa_actix_web::service_config::ServiceConfig;
use web::Tag;

/// The chapters of the OpenAPI document that this crate begins.
pub const TAGS: &[Tag] = &[Tag::new("codes", "二维码", "下载与导出")];

/// Registers the handlers of this crate.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(picture::api::find_code_picture)
        .service(labels::reference::list_label_designs)
        .service(labels::preview::find_label_picture)
        .service(export::api::create_label_export)
        .service(export::api::create_unit_export)
        .service(export::api::estimate_label_export)
        .service(export::api::estimate_unit_export)
        .service(export::api::repeat_job)
        .service(export::api::stream_unit_export);
}
