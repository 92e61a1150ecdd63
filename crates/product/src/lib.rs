#![doc = include_str!("../README.md")]

mod admitted;
mod amend;
mod api;
mod autosave;
mod change_request;
mod claim;
mod ending;
mod error;
pub mod events;
mod files;
mod filter;
mod holds;
mod ids;
mod internal_code;
mod judge;
mod level;
pub mod life;
mod linked;
mod linking;
mod model;
pub mod notice;
mod options;
pub mod page;
pub mod permission;
mod prefix;
mod prepare;
mod preview_record;
mod public_base;
mod quality;
mod recheck;
mod record;
pub mod reference;
mod request;
mod revision;
mod routes;
mod rule;
mod service;
pub mod slots;
mod state;
mod store;
mod stored;
mod succession;
pub mod template;
mod view;
mod warning;

pub use admitted::AdmittedRecord;
pub use change_request::ChangeRequestState;
pub use error::Error;
pub use files::all_files;
pub use filter::{ProductFilter, ProductSort};
pub use holds::{Act, Hold, HolderTwice, Holders, Holds};
pub use ids::{BatchId, ProductId};
pub use life::for_each_maker;
pub use linked::LinkedCode;
pub use linking::register_linked_codes;
pub use model::{CodeReach, Product, ProductItem, ProductView};
pub use notice::NOTICES;
pub use preview_record::preview_record;
pub use public_base::PublicBase;
pub use quality::{Commercial, IndicatorKind, PartKind, ProductPart, QualityIndicator, ReportKind};
pub use record::{ProductAttribute, ProductRecord, StandardText};
pub use request::VoidReason;
pub use revision::{ProductRevision, Rhythm, changed_rhythms};
pub use routes::{TAGS, configure};
pub use rule::{Incomplete, Rule};
pub use service::{blame_body, blame_body_at, create, find_living, gtin, void};
pub use state::{ClaimState, CodingLevel, FilingPeriod, ProductState, Voider};
pub use store::{count, find, hold_level, take_turn};
pub use stored::SHAPES;
pub use succession::predecessors;

use kernel::ErrorEntry;

/// The catalogue lines of this crate.
pub const CATALOGUES: &[&[ErrorEntry]] = &[
    Error::CATALOGUE,
    &[Incomplete::ENTRY],
    template::Error::CATALOGUE,
    claim::Error::CATALOGUE,
];
