//! Asks a domain on a thread and a connection of its own, and waits for it only so long.

use crate::TellerFault;
use db::{Db, PublicConn};
use std::{sync::Arc, time::Duration};
use tokio::{sync::Semaphore, time::timeout};
use web::{Unanswered, blocking_within};

/// How many questions a domain is asked at once; others wait for their turn. One that hangs holds no more threads and
/// connections than that.
const AT_ONCE: usize = 2;

/// A domain that can be asked.
pub(crate) struct Source<T: ?Sized> {
    key: &'static str,
    domain: Arc<T>,
    turns: Arc<Semaphore>,
}

impl<T: ?Sized + Send + Sync + 'static> Source<T> {
    /// A domain under its name.
    pub(crate) fn new(key: &'static str, domain: Arc<T>) -> Self {
        Self {
            key,
            domain,
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Its name.
    pub(crate) fn key(&self) -> &'static str {
        self.key
    }

    /// The domain itself.
    pub(crate) fn domain(&self) -> &T {
        &self.domain
    }

    /// What it answers; none when it failed, panicked, was too slow, or keeps too many waiting already.
    pub(crate) async fn ask<A: Send + 'static>(
        &self,
        db: &Db,
        patience: Duration,
        question: impl FnOnce(&T, &mut PublicConn<'_>) -> Result<A, TellerFault> + Send + 'static,
    ) -> Option<A> {
        let key = self.key;
        let Ok(Ok(turn)) = timeout(patience, Arc::clone(&self.turns).acquire_owned()).await else {
            tracing::warn!(
                domain = key,
                "has not answered earlier scans; this one goes without it"
            );
            return None;
        };
        let (db, domain) = (db.clone(), Arc::clone(&self.domain));
        let answer = blocking_within(patience, move || {
            // Given back when the domain is through, not when the scan has stopped waiting.
            let _turn = turn;
            db.read_public(|c| question(&*domain, c))
        });
        match answer.await {
            Ok(Ok(answer)) => Some(answer),
            Ok(Err(error)) => {
                tracing::error!(domain = key, %error, "failed; the scan goes without it");
                None
            }
            Err(Unanswered::Late) => {
                tracing::warn!(domain = key, "is too slow; the scan goes without it");
                None
            }
            Err(Unanswered::Panicked) => {
                tracing::error!(domain = key, "panicked; the scan goes without it");
                None
            }
        }
    }
}
