//! Routes of this crate below `/api/v1`.

use crate::{
    api, autosave, change_request, claim, ending, life, options, recheck, reference, revision, template,
};
use utoipa_actix_web::service_config::ServiceConfig;
use web::Tag;

/// The chapters of the OpenAPI document that this crate begins.
pub const TAGS: &[Tag] = &[
    Tag::new("products", "产品", "一品一码"),
    Tag::new("templates", "模板", "产品模板"),
    Tag::new("code-claims", "追溯码申诉", "追溯码归属的申诉与裁定"),
];

/// Registers the handlers of this crate.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(options::find_product_reference)
        .service(reference::gpc::api::list_gpc_entries)
        .service(reference::product_type::list_product_types)
        .service(api::list_products)
        .service(api::find_product)
        .service(api::create_product)
        .service(api::update_product)
        .service(api::copy_product)
        .service(api::create_product_successor)
        .service(api::void_product)
        .service(life::api::list_product_checks)
        .service(life::api::submit_product)
        .service(life::api::withdraw_product)
        .service(life::api::activate_product)
        .service(life::api::pause_product)
        .service(life::api::resume_product)
        .service(life::api::delete_product)
        .service(recheck::api::list_due_rechecks)
        .service(recheck::api::recheck_product)
        .service(life::platform::list_products_to_review)
        .service(life::platform::find_product_to_review)
        .service(life::platform::approve_product)
        .service(life::platform::reject_product)
        .service(ending::api::void_product_by_operator)
        .service(change_request::api::list_change_requests)
        .service(change_request::api::create_change_request)
        .service(change_request::api::find_change_request)
        .service(change_request::api::withdraw_change_request)
        .service(change_request::platform::list_change_requests_to_review)
        .service(change_request::platform::find_change_request_to_review)
        .service(change_request::platform::approve_change_request)
        .service(change_request::platform::reject_change_request)
        .service(revision::api::list_product_revisions)
        .service(revision::api::find_product_revision)
        .service(autosave::api::find_product_autosave)
        .service(autosave::api::update_product_autosave)
        .service(autosave::api::delete_product_autosave)
        .service(template::api::list_product_templates)
        .service(template::api::find_product_template)
        .service(template::api::create_product_template)
        .service(template::api::update_product_template)
        .service(template::api::delete_product_template)
        .service(claim::api::list_code_claims)
        .service(claim::api::find_code_claim)
        .service(claim::api::create_code_claim)
        .service(claim::api::withdraw_code_claim)
        .service(claim::api::reply_code_claim)
        .service(claim::platform::list_code_claims_to_decide)
        .service(claim::platform::find_code_claim_to_decide)
        .service(claim::platform::approve_code_claim)
        .service(claim::platform::reject_code_claim)
        .service(life::api::list_product_events)
        .service(api::create_internal_code);
}
