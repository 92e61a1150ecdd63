//! Tests over the OpenAPI document: what it says of every operation is tried.

mod belongings;
mod compressed;
mod headers;
mod limits;
mod openapi;
mod permissions;
mod tenancy;
