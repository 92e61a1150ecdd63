//! What an enterprise was told.

pub mod api;
mod model;
mod statements;
pub(super) mod store;

pub use model::{NoticeFilter, NoticeId, NoticeView, UnreadNotices};
pub(super) use model::{StoredNotice, day_bounds};
pub(super) use statements::inbox_statements;
