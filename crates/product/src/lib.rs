#![doc = include_str!("../README.md")]

mod api;
mod draft;
mod error;
mod files;
mod filter;
pub mod history;
mod holds;
mod ids;
mod internal_code;
pub mod life;
mod linked;
mod model;
pub mod notice;
mod options;
pub mod page;
pub mod permission;
mod prepare;
mod public_base;
mod quality;
mod recheck;
mod record;
pub mod reference;
mod request;
mod routes;
mod rule;
mod service;
mod sketch;
mod state;
mod store;
mod stored;
pub mod template;
mod version;
mod view;
mod warning;

pub use error::Error;
pub use files::all_files;
pub use filter::{ProductFilter, ProductSort};
pub use holds::{Act, Hold, HolderTwice, Holders, Holds};
pub use ids::{BatchId, ProductId};
pub use life::makers_after;
pub use linked::LinkedCode;
pub use model::{Product, ProductItem, ProductView, Scope as CodeScope};
pub use notice::NOTICES;
pub use public_base::PublicBase;
pub use quality::{Commercial, IndicatorKind, Part, PartKind, QualityIndicator, ReportKind};
pub use record::{Attribute, ProductRecord, StandardText};
pub use request::VoidReason;
pub use routes::{TAGS, configure};
pub use rule::{Incomplete, Rule};
pub use service::{create, gtin, refer, refer_at, void};
pub use sketch::sketched;
pub use state::{CodingLevel, FilingPeriod, ProductState};
pub use store::{count, find, hold_level, take_turn};
pub use stored::SHAPES;
pub use version::ProductVersion;

use kernel::ErrorEntry;

/// The catalogue lines of this crate.
pub const CATALOGUES: &[&[ErrorEntry]] =
    &[Error::CATALOGUE, &[Incomplete::ENTRY], template::Error::CATALOGUE];
