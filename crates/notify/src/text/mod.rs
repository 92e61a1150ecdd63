//! The texts people are told: how a domain declares them, and the registry that the server collects them in.
//!
//! A domain names its kinds of notices, declares its texts with [`notices!`](crate::notices), and hands both over as one
//! [`DeclaredNotices`]. The server collects those of all domains in [`Notices`](crate::Notices), which refuses what stands
//! twice.

mod code;
mod declared;
mod document;
mod macros;

pub use code::{NoticeCode, NoticeKind};
pub use declared::{DeclaredNotices, FilledText, ForEnterprises, ForOperators, NoticeText, is_console_only};
pub use document::complete;
