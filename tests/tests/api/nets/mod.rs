//! Tests over the OpenAPI document: what it says of every operation is tried.

mod openapi;
mod permissions;
mod tenancy;
