//! 出厂: the day a batch or a run of units left the factory (F141, F146, F172, F173). From then on what is said of them is
//! fixed, and changes only by a correction that everybody sees.

pub mod api;
mod error;
mod model;
mod service;

pub use error::Error;
pub use model::{EnterExFactory, EnterUnitsExFactory};
pub use service::{Entry, enter_batch, enter_units};
