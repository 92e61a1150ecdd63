//! The state of an unfinished archive.

/// How far an archive is: what to cut both files back to before it is continued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Checkpoint {
    /// Entries added.
    pub entries: u64,
    /// Bytes of the archive.
    pub body_len: u64,
    /// Bytes of the directory.
    pub directory_len: u64,
}
