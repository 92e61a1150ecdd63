//! What an enterprise says of itself (F002–F014).

mod addresses;
pub(crate) mod api;
mod error;
mod model;
mod record;
mod service;
pub(crate) mod store;

pub use addresses::Contacts;
pub use error::Error;
pub use model::{
    CompanyPrefixes, Enterprise, EnterpriseId, EnterpriseState, EnterpriseType, EnterpriseTypes,
    EnterpriseView, MakerFacts, ReviewMode,
};
pub(crate) use service::{CONTACT_STALE_SECONDS, check_region, keep_licence, take_turn, view_with_files};
pub use service::{
    company_prefixes, find_public, find_public_at, find_view, name, other_with_prefix_of, review_mode, uscc,
};
