//! The demonstration tenant: one maker with products, batches, units and scans. Its passwords are made up anew on every
//! load and printed once.

mod drawing;
mod keep;
mod load;
mod maker;
mod secret;
mod story;

pub use load::load;

/// A name to sign in with, and its password.
#[derive(Debug)]
pub struct Login {
    /// Who this is.
    pub title: &'static str,
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
}
