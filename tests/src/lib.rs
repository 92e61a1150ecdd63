//! A whole server for every test: the real application on a database of its own, listening on a port of its own.

mod actor;
mod app;
pub mod contract;
mod documented;
mod feedback;
mod files;
pub mod markup;
mod postgres;
mod program;
mod random;
mod reply;
mod steps;
mod wait;

pub use actor::Actor;
pub use app::{TestApp, settings};
pub use feedback::FeedbackForm;
pub use files::{avi, jpeg, mp4, multipart, pdf, pdf_of, photo, png, png_header, png_of, read_code, wmv};
pub use postgres::{OwnPostgres, give_to_postgres};
pub use program::{Program, log_of};
pub use random::{Dice, STEPS_OF_A_WALK, rounds, walks};
pub use reply::Reply;
pub use steps::{PASSWORD, registration};
pub use wait::wait_for;
