//! Qualifications 资质 (F023–F028, F030).

pub mod api;
mod expiry;
mod kind;
mod model;
pub mod overview;
mod public;
mod service;
mod store;

pub use expiry::{EXPIRING_DAYS, ExpiryState};
pub use kind::QualificationKind;
pub use model::{Qualification, QualificationId, QualificationRecord, QualificationView};
pub use public::{PublicQualification, list_public};
pub use service::create;
