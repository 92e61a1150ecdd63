//! Long work in the background: queued in the database, run by one runner, with progress that people see and
//! checkpoints from which it goes on after a restart.

pub mod api;
mod error;
mod model;
mod runner;
mod running;
mod store;

pub use error::JobError;
pub use model::{JobId, JobState, JobView, NewJob, Outcome, SHAPES};
pub use runner::{Chore, Errand, Runner, RunnerHandle};
pub use running::{JobKind, Running, Stop};
pub use store::enqueue;
