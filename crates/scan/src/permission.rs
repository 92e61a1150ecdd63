//! The rights of this crate.

kernel::permissions! {
    /// See the scans of one's codes.
    ScanRead = "scan.read",
    /// Read what consumers wrote.
    FeedbackRead = "feedback.read",
    /// Reply to consumers and say how far their matter is.
    FeedbackWrite = "feedback.write",
}
