//! What every store relies on, and the live schema against everything that claims to know it, on the database named by
//! `TEST_DATABASE_URL` (SQLite without it).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod database;
mod live;
mod migrations;
mod schema;
