//! The ids that more than one room names.

use db::schema::{batches, change_requests, products};
use kernel::Id;

/// The id of a product.
pub type ProductId = Id<products::table>;

/// The id of a batch.
pub type BatchId = Id<batches::table>;

/// The id of a change request.
pub type ChangeRequestId = Id<change_requests::table>;
