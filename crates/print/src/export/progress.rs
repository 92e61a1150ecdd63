use serde::{Deserialize, Serialize};

/// Progress of an export: the lengths both files are cut back to before it goes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Codes written.
    pub done: i64,
    /// Bytes of the file.
    pub body_len: u64,
    /// Bytes of the archive's directory.
    pub directory_len: u64,
}
