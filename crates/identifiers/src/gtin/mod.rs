//! The Global Trade Item Number 商品条码 (GB 12904-2008, GB/T 16830; GS1 General Specifications, sections 2 and 3).
//!
//! Eight, twelve, thirteen or fourteen digits name the same number when they differ by leading zeros only, so a
//! [`Gtin`] is kept as fourteen digits and compares as such, and remembers how it was entered for display.

mod internal;
mod number;
mod prefix;

pub use internal::{VendorNumber, internal_code};
pub use number::{Gtin, check_digit_left_out};
pub use prefix::{CodeScope, Issuer, Use};
