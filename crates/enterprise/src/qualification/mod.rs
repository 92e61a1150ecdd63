//! Qualifications 资质 (F023–F028, F030).

pub(crate) mod api;
mod error;
mod expiry;
mod filter;
mod kind;
mod model;
mod public;
mod remind;
mod service;
mod store;

pub use error::Error;
pub use expiry::{EXPIRING_DAYS, ExpiryState};
pub use filter::{QualificationFilter, QualificationSort};
pub use kind::QualificationKind;
pub use model::{
    Qualification, QualificationId, QualificationOverview, QualificationRecord, QualificationView,
};
pub use public::{PublicQualification, list_public};
pub use remind::remind_of_qualifications;
pub use service::create;
