#![doc = include_str!("../README.md")]

pub mod batch;
mod dates;
mod days;
mod error;
pub mod export;
pub mod filing;
pub mod history;
mod overview;
pub mod pack;
pub mod page;
pub mod permission;
pub mod picture;
pub mod print;
pub mod product;
mod public_base;
pub mod recall;
pub mod reference;
pub mod resolve;
mod serial;
pub mod template;
pub mod unit;

pub use days::end_of as end_of_day;
pub use error::Error;
pub use public_base::PublicBase;
pub use serial::{Place, Span, SpanError};

use utoipa_actix_web::service_config::ServiceConfig;

/// The handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(reference::options::find_product_reference)
        .service(reference::gpc::api::list_gpc_entries)
        .service(reference::product_type::list_product_types)
        .service(product::api::list_products)
        .service(product::api::find_product)
        .service(product::api::create_product)
        .service(product::api::update_product)
        .service(product::api::copy_product)
        .service(product::api::void_product)
        .service(product::life::api::list_product_checks)
        .service(product::life::api::submit_product)
        .service(product::life::api::withdraw_product)
        .service(product::life::api::activate_product)
        .service(product::life::api::pause_product)
        .service(product::life::api::resume_product)
        .service(product::life::api::delete_product)
        .service(product::recheck::api::list_due_rechecks)
        .service(product::recheck::api::recheck_product)
        .service(product::life::platform::list_products_to_review)
        .service(product::life::platform::find_product_to_review)
        .service(product::life::platform::approve_product)
        .service(product::life::platform::reject_product)
        .service(product::version::api::list_product_versions)
        .service(product::version::api::find_product_version)
        .service(product::draft::api::find_product_draft)
        .service(product::draft::api::update_product_draft)
        .service(product::draft::api::delete_product_draft)
        .service(filing::api::list_filings)
        .service(filing::api::list_due_filings)
        .service(filing::api::create_issued_filings)
        .service(filing::api::find_filing)
        .service(filing::api::create_filing)
        .service(filing::api::update_filing)
        .service(template::api::list_templates)
        .service(template::api::find_template)
        .service(template::api::create_template)
        .service(template::api::update_template)
        .service(template::api::delete_template)
        .service(history::api::list_product_events)
        .service(history::api::list_batch_events)
        .service(history::api::list_unit_events)
        .service(product::api::find_product_summary)
        .service(product::api::find_next_internal_code)
        .service(batch::api::list_batches)
        .service(batch::api::find_batch)
        .service(batch::api::create_batch)
        .service(batch::api::update_batch)
        .service(batch::api::void_batch)
        .service(unit::api::list_units)
        .service(unit::api::find_unit)
        .service(unit::api::issue_units)
        .service(unit::api::associate_units)
        .service(unit::api::void_units)
        .service(pack::api::list_packs)
        .service(pack::api::list_pack_contents)
        .service(pack::api::pack_units)
        .service(pack::api::unpack_units)
        .service(recall::api::list_recalls)
        .service(recall::api::recall_codes)
        .service(recall::api::end_recall)
        .service(picture::api::find_code_picture)
        .service(print::reference::list_label_designs)
        .service(print::preview::find_label_picture)
        .service(print::api::create_label_export)
        .service(export::api::create_unit_export)
        .service(export::api::stream_unit_export)
        .service(overview::find_coding_overview);
}
