//! 变更申请: how what was reviewed of a product changes (C2, F168, F173). Its maker asks with the whole record and a reason;
//! the rules or a reviewer decide; until then the version that holds stays public.

pub mod api;
mod in_record;
mod model;
pub mod platform;
mod service;
pub(crate) mod store;
mod view;

pub use model::ChangeRequestState;
pub(crate) use service::{close_open, in_the_way};
