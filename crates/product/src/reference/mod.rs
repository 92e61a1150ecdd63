//! What products are classified by: categories, types (F060), and the Global Product Classification (F061).

mod category;
pub mod gpc;
mod platform;
pub mod product_type;

pub use category::ProductCategory;
pub use platform::{PLATFORMS, PlatformReach, TracePlatform, TraceScheme};
pub use product_type::{ProductType, product_type};
