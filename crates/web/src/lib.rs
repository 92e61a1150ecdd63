#![doc = include_str!("../README.md")]

mod body;
mod caller;
pub mod check;
mod client;
mod config;
mod disposition;
mod entries;
mod give_way;
mod https_link;
pub mod idempotency;
mod if_match;
pub mod jobs;
mod key_folder;
mod lang;
mod layer;
pub mod openapi;
mod pace;
mod patience;
pub mod permission;
mod problem;
mod query;
mod request_id;
mod routes;
mod rules;
mod scope;
pub mod security;
mod tag;
pub mod throttle;
mod titles;
mod unique_json;
pub mod upload;
mod warning;

pub use body::{Valid, judge};
pub use caller::{AccountId, AuthenticationLayer, Authenticator, Caller, SessionId};
pub use client::{Client, TrustedProxies};
pub use config::configure_extractors;
pub use disposition::attachment;
pub use entries::ENTRIES;
pub use give_way::give_way;
pub use https_link::{HttpsLink, LinkFault};
pub use idempotency::Answer;
pub use if_match::{IfMatch, Stale, versioned};
pub use key_folder::{KeyFolder, Secret, keyed_hash};
pub use lang::lang_of;
pub use layer::{ProblemLayer, not_found};
pub use pace::{PaceLayer, count_connection};
pub use patience::{Unanswered, blocking_for_public, blocking_within};
pub use problem::{FieldError, PROBLEM_JSON, Problem, ProblemBody};
pub use query::{ListQuery, PageQuery, Query};
pub use request_id::{RequestId, X_REQUEST_ID};
pub use routes::{TAGS, configure, configure_downloads};
pub use rules::broken_rule;
pub use scope::{AccountScope, PlatformScope, PublicScope, Scope, blocking};
pub use tag::Tag;
pub use upload::Files;
pub use warning::FieldWarning;

use kernel::ErrorEntry;

/// The catalogue lines of HTTP itself, of the database below, and of this crate.
pub const CATALOGUES: &[&[ErrorEntry]] = &[
    ENTRIES,
    db::Fault::CATALOGUE,
    jobs::JobError::CATALOGUE,
    upload::UploadError::CATALOGUE,
];
