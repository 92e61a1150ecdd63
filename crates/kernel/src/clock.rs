use crate::Timestamp;
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// Where "now" comes from: the machine's clock, moved by what a test asks for.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    ahead_millis: Arc<AtomicI64>,
}

impl Clock {
    /// The present instant by this clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let machine = Timestamp::now().unix_millis();
        Timestamp::from_unix_millis(machine + self.ahead_millis.load(Ordering::Relaxed))
    }

    /// Moves this clock and all its clones forward; only tests have a reason to.
    pub fn advance_seconds(&self, seconds: i64) {
        self.ahead_millis.fetch_add(seconds * 1000, Ordering::Relaxed);
    }
}
