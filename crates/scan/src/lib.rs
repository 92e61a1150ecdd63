#![doc = include_str!("../README.md")]

mod address;
mod answer;
pub mod api;
mod error;
pub mod feedback;
mod look;
mod page;
pub mod permission;
mod place;
pub mod preview;
pub mod record;
mod recorder;
mod sketch;

pub use address::Base;
pub use answer::{Answer, Verdict};
pub use error::Error;
pub use look::LookKey;
pub use place::Places;
pub use recorder::{Channel, Recorder, Scan, Tally};

use coding::resolve::Resolver;
use utoipa_actix_web::service_config::ServiceConfig;

/// What answering scans needs.
#[derive(Clone)]
pub struct Scans {
    /// Finds what codes stand for.
    pub resolver: Resolver,
    /// Records scans.
    pub recorder: Recorder,
    /// Tells districts from addresses.
    pub places: Places,
    /// Signs what a look was told.
    pub looks: LookKey,
    pages: page::Pages,
}

impl Scans {
    /// With these parts, and no page written yet.
    #[must_use]
    pub fn new(resolver: Resolver, recorder: Recorder, places: Places, looks: LookKey) -> Self {
        Self {
            resolver,
            recorder,
            places,
            looks,
            pages: page::Pages::new(),
        }
    }
}

/// The handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(record::api::list_scans)
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
