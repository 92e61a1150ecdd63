//! The rights of this crate.

kernel::permissions! {
    /// See products.
    ProductRead = "product.read",
    /// Create, change, submit, activate and void products.
    ProductWrite = "product.write",
}

/// Rights of the platform's own people.
pub mod platform {
    kernel::permissions! {
        /// See the products of all enterprises, review and void them, and decide whose a trace code is.
        ProductReview = "platform.product.review",
    }
}
