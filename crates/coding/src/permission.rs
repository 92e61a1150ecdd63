//! The rights of this crate.

kernel::permissions! {
    /// See products.
    ProductRead = "product.read",
    /// Create, change, submit, activate and void products.
    ProductWrite = "product.write",
    /// See batches and units, and fetch their codes.
    CodeRead = "code.read",
    /// Issue, associate and void batch and unit codes.
    CodeWrite = "code.write",
}

/// Rights of the platform's own people.
pub mod platform {
    kernel::permissions! {
        /// See the products of all enterprises and review them.
        ProductReview = "platform.product.review",
    }
}
