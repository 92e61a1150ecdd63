//! Long work in the background: queued in the database, run by one runner, with progress that people see and
//! checkpoints from which it goes on after a restart.

pub mod api;
mod error;
mod folder;
mod model;
mod queue_store;
mod room;
mod runner;
mod running;
mod store;
mod view;

pub use error::JobError;
pub use model::{
    JobId, JobLane, JobPartItem, JobState, JobView, NewJob, Outcome, OutcomeState, Part, SHAPES,
};
pub use room::{KEEP_DAYS, Room};
pub use runner::{Chore, Errand, Runner, RunnerHandle};
pub use running::{JobKind, Running, Stop};
pub use store::{enqueue, find_request};
