use super::{Scan, Tally};
use crate::Error;
use tokio::sync::oneshot;

/// A scan and whom to tell.
pub(super) struct Waiting {
    pub(super) scan: Scan,
    pub(super) reply: oneshot::Sender<Result<Tally, Error>>,
}

/// What a writer is told.
pub(super) enum Message {
    Scan(Waiting),
    /// To bring the table of counters to what was counted.
    Settle(oneshot::Sender<Result<(), Error>>),
}
