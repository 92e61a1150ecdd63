//! The rights of this crate.

kernel::permissions! {
    /// Upload files and see one's own.
    FileUpload = "file.upload",
    /// See the background work of one's enterprise, stop it, and fetch its outcome.
    JobManage = "job.manage",
}
