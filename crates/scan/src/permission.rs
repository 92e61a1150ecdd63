//! The rights of this crate.

kernel::permissions! {
    /// See the scans of one's codes.
    ScanRead = "scan.read",
}
