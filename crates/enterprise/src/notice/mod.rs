//! What enterprises are told about themselves, and how any domain tells them something.

mod tell;
mod texts;

pub use tell::notify_enterprise;
pub use texts::{ENTERPRISE, EXPIRY, EnterpriseNotice, NOTICES, PLATFORM, RegistrationNotice};
