//! Routes of this crate below `/api/v1`.

use crate::{
    arrears, batch, ex_factory, filing, filing_batch, issue, listing, overview, packing, recall, unit,
    verdict,
};
use utoipa_actix_web::service_config::ServiceConfig;
use web::Tag;

/// The chapters of the OpenAPI document that this crate begins.
pub const TAGS: &[Tag] = &[
    Tag::new("batches", "批次", "一批一码"),
    Tag::new("units", "单品", "一物一码：赋码、关联、作废"),
    Tag::new("packs", "组合", "组合多码"),
    Tag::new("recalls", "召回", "产品、批次、单品的召回"),
    Tag::new("filings", "填报", "生产数量填报"),
];

/// Registers the handlers of this crate.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(filing::api::list_filings)
        .service(filing::api::list_due_filings)
        .service(filing::api::list_due_filing_products)
        .service(filing::api::list_filing_corrections)
        .service(filing_batch::api::list_filing_batches)
        .service(filing_batch::api::preview_filing_batch)
        .service(filing_batch::api::find_filing_batch)
        .service(filing_batch::api::create_filing_batch)
        .service(filing_batch::api::withdraw_filing_batch)
        .service(arrears::api::list_filing_arrears)
        .service(filing::api::find_filing)
        .service(filing::api::create_filing)
        .service(filing::api::update_filing)
        .service(batch::api::list_batch_events)
        .service(unit::api::list_unit_events)
        .service(overview::find_product_summary)
        .service(batch::api::list_batches)
        .service(batch::api::find_batch)
        .service(issue::api::create_batch)
        .service(batch::api::update_batch)
        .service(batch::api::void_batch)
        .service(ex_factory::api::enter_batch_ex_factory)
        .service(listing::units_api::list_units)
        .service(listing::units_api::find_unit)
        .service(issue::api::issue_units)
        .service(unit::api::associate_units)
        .service(unit::api::void_units)
        .service(ex_factory::api::enter_units_ex_factory)
        .service(listing::packs_api::list_packs)
        .service(listing::packs_api::list_pack_contents)
        .service(packing::api::pack_units)
        .service(packing::api::unpack_units)
        .service(verdict::api::find_verdict)
        .service(verdict::api::list_recalled_products)
        .service(recall::api::list_recalls)
        .service(recall::api::recall_codes)
        .service(recall::api::find_recall_reach)
        .service(recall::api::end_recall)
        .service(overview::find_coding_overview);
}
