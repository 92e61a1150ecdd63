//! Files: what may come in, how it is judged and kept, and how it goes out again.

pub mod api;
mod claims;
mod content;
mod document;
mod error;
mod files;
mod link;
mod media;
mod model;
mod picture;
mod receive;
mod service;
mod slot;
mod spool;
mod store;
mod vault;
mod video;

pub use claims::{Dropped, Wanted, drop_all, keep};
pub use error::UploadError;
pub use files::Files;
pub use link::{LINK_SECONDS, LinkKey, Signature};
pub use media::{Media, Pixels};
pub use model::{FileId, FileOwner, FileUrl, FileView, KeptFile, StoredFile};
pub use picture::{SIZES, upright};
pub use receive::{Checked, Received, receive, receive_field};
pub use service::{
    QUOTA_BYTES, accept_for_registration, accept_from_outside, adopt_registration_file,
    check_room_for_others, find_public_files, keep_for_registration, keep_own, read, sweep, used_by_own,
    view_files,
};
pub use slot::{Slot, SlotCode, Slots};
pub use vault::Vault;
