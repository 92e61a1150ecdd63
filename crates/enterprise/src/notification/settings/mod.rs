//! What an enterprise wants by SMS and by mail; in the console it is told everything.

pub mod api;
mod model;
pub(super) mod store;

pub use model::{KindChannels, NoticeSettings, NoticeSettingsView, UpdateNoticeSettings};
