//! The rights of this crate.

kernel::permissions! {
    /// See products.
    ProductRead = "product.read",
    /// Create, change and void products.
    ProductWrite = "product.write",
    /// See batches and units, and fetch their codes.
    CodeRead = "code.read",
    /// Issue, associate and void batch and unit codes.
    CodeWrite = "code.write",
}
