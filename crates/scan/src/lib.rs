#![doc = include_str!("../README.md")]

mod address;
mod answer;
pub mod api;
mod error;
pub mod feedback;
mod page;
pub mod permission;
mod place;
pub mod preview;
pub mod record;
mod recorder;

pub use address::Base;
pub use answer::{Answer, Verdict};
pub use error::Error;
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
}

/// The handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(record::api::list_scans)
        .service(record::api::find_scan_overview)
        .service(record::api::find_code_scans)
        .service(preview::find_code_preview)
        .configure(feedback::configure);
}
