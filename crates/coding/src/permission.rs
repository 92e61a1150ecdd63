//! The rights of this crate.

kernel::permissions! {
    /// See batches and units, and fetch their codes.
    CodeRead = "code.read",
    /// Issue, associate and void batch and unit codes.
    CodeWrite = "code.write",
}

/// Rights of the platform's own people.
pub mod platform {
    kernel::permissions! {
        /// See which enterprises are behind with their filings.
        FilingRead = "platform.filing.read",
    }
}
