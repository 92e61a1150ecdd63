//! What an enterprise was told.

pub(crate) mod api;
mod model;
mod statements;
pub(crate) mod store;

pub use model::{NoticeFilter, NoticeId, NoticeItem, UnreadNotices};
pub(crate) use model::{StoredNotice, day_bounds};
pub(crate) use statements::inbox_statements;
