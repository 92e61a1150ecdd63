use super::{Error, TokenKeys, living, store};
use crate::rights::Rights;
use db::Db;
use futures_util::future::LocalBoxFuture;
use quick_cache::sync::Cache;
use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};
use web::{Authenticator, Caller, Problem, SessionId, blocking};

/// The time for which a looked-up session is believed: changes take effect within a second.
const BELIEVED: Duration = Duration::from_millis(800);

/// Tells callers from access tokens: the signature says which session, the database what it may do.
#[derive(Clone)]
pub struct SessionAuthenticator {
    db: Db,
    tokens: TokenKeys,
    rights: Rights,
    seen: Arc<Cache<SessionId, (Caller, Instant)>>,
}

impl SessionAuthenticator {
    /// An authenticator on this database.
    #[must_use]
    pub fn new(db: Db, tokens: TokenKeys, rights: Rights) -> Self {
        Self {
            db,
            tokens,
            rights,
            seen: Arc::new(Cache::new(10_000)),
        }
    }

    /// Forgets a session at once, for the process that ended it.
    pub(crate) fn forget(&self, session: &SessionId) {
        self.seen.remove(session);
    }

    /// Forgets everyone at once, when it is not known whose sessions ended.
    pub(crate) fn forget_all(&self) {
        self.seen.clear();
    }

    async fn look_up(&self, token: &str) -> Result<Caller, Problem> {
        let claims = self
            .tokens
            .read(token, self.db.clock().now())
            .ok_or_else(Problem::token_invalid)?;
        if let Some((caller, at)) = self.seen.get(&claims.sid)
            && at.elapsed() < BELIEVED
            && caller.account == claims.sub
        {
            return Ok(caller);
        }
        let (db, rights, session) = (self.db.clone(), self.rights.clone(), claims.sid.clone());
        let caller = blocking(move || {
            let found = db.read_platform(|c| store::find_living(c, &session))?;
            let (account, enterprise) = found.ok_or(Error::Ended)?;
            living::check_enterprise(enterprise.as_ref())?;
            let permissions: BTreeSet<_> = living::rights_of(account.role, enterprise.as_ref(), &rights)
                .into_iter()
                .collect();
            Ok::<_, Error>(Caller {
                account: account.id,
                session,
                enterprise: account.enterprise_id,
                permissions,
            })
        })
        .await?;
        if caller.account != claims.sub {
            return Err(Problem::token_invalid());
        }
        self.seen.insert(claims.sid, (caller.clone(), Instant::now()));
        Ok(caller)
    }
}

impl Authenticator for SessionAuthenticator {
    fn authenticate<'a>(&'a self, token: &'a str) -> LocalBoxFuture<'a, Result<Caller, Problem>> {
        Box::pin(self.look_up(token))
    }
}
