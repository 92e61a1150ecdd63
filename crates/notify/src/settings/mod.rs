//! What an enterprise wants by SMS and by mail; in the console it is told everything.

pub(crate) mod api;
mod model;
pub(crate) mod store;

pub(crate) use model::NoticeSettings;
pub use model::{NoticeKindVia, NoticeSettingsView, UpdateNoticeSettings};
