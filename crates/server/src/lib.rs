#![doc = include_str!("../README.md")]

mod app;
mod assets;
pub mod commands;
mod composition;
mod config;
mod console_routes;
mod demo;
mod domain;
mod domains;
mod error;
mod error_catalogue;
mod headers;
mod health;
mod no_route;
mod openapi;
mod state;

pub use app::{app, document};
pub use composition::Composition;
pub use config::{Config, ConfigError};
pub use domain::Twice;
pub use error::CommandError;
pub use error_catalogue::markdown as error_catalogue;
pub use state::{StartError, State};
