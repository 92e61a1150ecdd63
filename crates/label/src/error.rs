//! What can go wrong.

/// Why a label was not made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing to encode.
    #[error("there is no text to encode")]
    TextEmpty,
    /// Too long for the largest symbol at the level asked for.
    #[error("a text of {bytes} bytes does not fit the largest QR symbol at this level")]
    TextTooLong {
        /// Its length.
        bytes: usize,
    },
}
