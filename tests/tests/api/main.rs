//! Every test over HTTP, in one program.

mod openapi;
mod permissions;
mod sources;
mod story;
mod tenancy;
