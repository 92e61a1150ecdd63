//! What memory holds of something there may be too much of.

use std::time::Duration;

/// Limit of batches, ranges and packed runs held of a product; with more, a scan is an indexed read.
pub(super) const MOST: i64 = 4096;

/// How long what was read is believed where other processes may write too.
pub(super) const SHARED: Duration = Duration::from_millis(900);

/// Rows held in memory, or a note that there are too many.
#[derive(Debug)]
pub(super) enum Known<T> {
    All(T),
    TooMuch,
}

/// A place where memory does not know the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AskDatabase;

impl<T> Known<T> {
    /// Indexes rows of which one more than [`MOST`] was asked for.
    pub(super) fn of<R>(rows: Vec<R>, index: impl FnOnce(Vec<R>) -> T) -> Self {
        match i64::try_from(rows.len()).is_ok_and(|n| n > MOST) {
            true => Self::TooMuch,
            false => Self::All(index(rows)),
        }
    }

    /// Returns what is held, if it is all there is.
    pub(super) fn all(&self) -> Result<&T, AskDatabase> {
        match self {
            Self::All(all) => Ok(all),
            Self::TooMuch => Err(AskDatabase),
        }
    }
}

impl<T: Default> Default for Known<T> {
    fn default() -> Self {
        Self::All(T::default())
    }
}
