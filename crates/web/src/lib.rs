#![doc = include_str!("../README.md")]

mod body;
mod caller;
pub mod check;
mod client;
mod config;
mod disposition;
mod entries;
mod files;
mod https_link;
mod if_match;
pub mod jobs;
mod key_folder;
mod lang;
mod layer;
pub mod openapi;
pub mod permission;
mod problem;
mod query;
mod request_id;
mod rules;
mod scope;
pub mod throttle;
mod unique_json;
pub mod upload;
mod warning;

pub use body::{Valid, judge};
pub use caller::{AccountId, AuthenticationLayer, Authenticator, Caller, SessionId};
pub use client::{Client, TrustedProxies};
pub use config::configure_extractors;
pub use disposition::attachment;
pub use entries::ENTRIES;
pub use files::Files;
pub use https_link::{HttpsLink, LinkFault};
pub use if_match::{IfMatch, versioned};
pub use key_folder::{KeyFolder, Secret, keyed_hash};
pub use lang::lang_of;
pub use layer::{ProblemLayer, not_found};
pub use problem::{FieldError, PROBLEM_JSON, Problem, ProblemBody};
pub use query::{ListQuery, PageQuery, Query};
pub use request_id::{RequestId, X_REQUEST_ID};
pub use rules::broken_rule;
pub use scope::{AccountScope, PlatformScope, PublicScope, Scope, blocking};
pub use warning::FieldWarning;

use utoipa_actix_web::service_config::ServiceConfig;

/// The handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(upload::api::list_upload_slots)
        .service(upload::api::upload_file)
        .service(upload::api::find_file)
        .service(jobs::api::list_jobs)
        .service(jobs::api::find_job)
        .service(jobs::api::cancel_job)
        .service(jobs::api::pause_job)
        .service(jobs::api::resume_job);
}

/// The addresses that serve contents, outside the API: they are followed by browsers, not called by programs.
pub fn configure_downloads(cfg: &mut actix_web::web::ServiceConfig) {
    cfg.service(upload::api::download_file)
        .service(jobs::api::download_outcome);
}
