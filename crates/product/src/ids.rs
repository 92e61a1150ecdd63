//! The ids that more than one room names.

use db::schema::{batches, products};
use kernel::Id;

/// The id of a product.
pub type ProductId = Id<products::table>;

/// The id of a batch.
pub type BatchId = Id<batches::table>;
