#![doc = include_str!("../README.md")]

mod change;
mod connection;
mod database;
mod each_backend;
mod epochs;
mod fault;
mod holds;
mod lock;
mod migrations;
mod platform;
mod public_conn;
mod rows;
mod run;
pub mod schema;
#[cfg(feature = "scratch")]
mod scratch;
mod search;
mod stored;
mod tables;
mod tenant;
mod turn;

pub use change::{Change, delete, update};
pub use connection::{AnyConnection, Backend, Location, NotALocation};
pub use database::Db;
pub use epochs::Epoch;
pub use fault::{Fault, foreign_key_or, unique_or};
pub use holds::Hold;
pub use migrations::{MigrationError, migrate, revert_all};
pub use platform::PlatformConn;
pub use public_conn::PublicConn;
pub use rows::{Own, Public, PublicTable, Rows, public};
pub use run::Reads;
#[cfg(feature = "scratch")]
pub use scratch::Scratch;
pub use search::{Contains, contains, contains_pattern, fold, lower};
pub use stored::{Entry, List, NotWhole, Partly, Pruned, Reading, Shape, Stored, prune, tell_once};
pub use tables::{Owner, TABLES, Table};
pub use tenant::{AccountId, EnterpriseId, TenantConn, TenantOwned};
pub use turn::Turn;

#[doc(hidden)]
pub use diesel;

/// What the macros of this crate expand to; not for use by name.
#[doc(hidden)]
pub mod expand {
    pub use crate::stored::{tagged, union_of};
    pub use serde_json::Value;
    pub use utoipa;

    /// The fields of a JSON object.
    pub type Fields = serde_json::Map<String, Value>;
}
