//! What enterprises are told about themselves, and how any domain tells them something.

mod countdown;
mod tell;
mod texts;

pub use countdown::{FIRST_REMINDER_DAYS, reminder_due};
pub use tell::notify_enterprise;
pub use texts::{ENTERPRISE, EXPIRY, EnterpriseNotice, NOTICES, PLATFORM, RegistrationNotice};
