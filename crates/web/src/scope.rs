use crate::{
    Answer, Caller, Client, Problem,
    caller::caller_of,
    entries, give_way,
    idempotency::{self, Content, Given, IdempotencyKey, Keyed},
    lang_of,
    security::SECURITY,
};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload};
use db::{Db, EnterpriseId, Fault, PlatformConn, PublicConn, TenantConn};
use kernel::{Coded, Lang, Permission, Timestamp};
use serde::Serialize;
use std::{
    future::{Ready, ready},
    marker::PhantomData,
    rc::Rc,
};

/// The door to one enterprise's data: who is calling, for which enterprise, with the right `P` checked.
///
/// It is the first parameter of a handler, so that it fails before the body is judged.
pub struct Scope<P> {
    db: Db,
    caller: Rc<Caller>,
    enterprise: EnterpriseId,
    lang: Lang,
    key: Option<IdempotencyKey>,
    req: HttpRequest,
    right: PhantomData<P>,
}

/// The door for the platform's own people, with the right `P` checked.
pub struct PlatformScope<P> {
    db: Db,
    caller: Rc<Caller>,
    lang: Lang,
    right: PhantomData<P>,
}

/// The door to one's own account: whoever is signed in, whatever their rights.
pub struct AccountScope {
    db: Db,
    caller: Rc<Caller>,
}

/// The door without a lock: registration, sign-in, reference data. Everything behind it must be safe for anyone.
pub struct PublicScope {
    db: Db,
}

impl<P: Permission> Scope<P> {
    /// The enterprise the caller belongs to.
    #[must_use]
    pub fn enterprise(&self) -> &EnterpriseId {
        &self.enterprise
    }

    /// The caller.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The language the caller reads.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.db.clock().now()
    }

    /// Reads as the caller's enterprise.
    ///
    /// # Errors
    /// Whatever `f` answers, or that the database is away.
    pub async fn read<T, E>(
        &self,
        f: impl FnOnce(&mut TenantConn<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, Problem>
    where
        T: Send + 'static,
        E: Coded + From<Fault> + Send + 'static,
    {
        let (db, enterprise) = (self.db.clone(), self.enterprise.clone());
        blocking(move || db.read(&enterprise, f)).await
    }

    /// Writes as the caller's enterprise: all of `f` or nothing of it. One of these a request.
    ///
    /// # Errors
    /// Whatever `f` answers, or that the database is away.
    pub async fn write<T, E>(
        &self,
        f: impl FnOnce(&mut TenantConn<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, Problem>
    where
        T: Send + 'static,
        E: Coded + From<Fault> + Send + 'static,
    {
        let (db, enterprise) = (self.db.clone(), self.enterprise.clone());
        let account = Some(self.caller.account.clone());
        blocking(move || db.write_by(&enterprise, account, f)).await
    }

    /// Writes as [`write`](Self::write) does, for a POST: a request with an `Idempotency-Key` is done once, and answered
    /// again as often as it comes.
    ///
    /// # Errors
    /// Whatever `f` answers, that the database is away, or that the key stands for another request.
    pub async fn once<T, E>(
        &self,
        f: impl FnOnce(&mut TenantConn<'_>) -> Result<Answer<T>, E> + Send + 'static,
    ) -> Result<HttpResponse, Problem>
    where
        T: Serialize,
        E: Coded + From<Fault>,
    {
        let work = move |c: &mut TenantConn<'_>| f(c).map_err(Problem::from)?.done();
        let (db, enterprise) = (self.db.clone(), self.enterprise.clone());
        let account = Some(self.caller.account.clone());
        let Some(asked) = self.keyed() else {
            let done = blocking(move || db.write_by(&enterprise, account, work)).await?;
            return Given::First(done).respond();
        };
        // Held until the transaction is over, whatever becomes of this request meanwhile.
        let hold = self.db.hold(asked.name()).ok_or_else(idempotency::in_flight)?;
        let done = blocking(move || {
            let _hold = hold;
            db.write_by(&enterprise, account, |c| idempotency::once(c, &asked, work))
        });
        done.await?.respond()
    }

    /// The same door for a request whose content is not the body as it came: an upload is known by what was kept of it.
    #[must_use]
    pub fn with_content(self, content: &str) -> Self {
        self.req.extensions_mut().insert(Content::of(content.as_bytes()));
        self
    }

    fn keyed(&self) -> Option<Keyed> {
        let content = self.req.extensions().get::<Content>().cloned();
        let key = self.key.clone()?;
        Some(Keyed::new(key, &self.enterprise, &self.req, content.as_ref()))
    }
}

/// The platform doors read and write alike.
macro_rules! platform_access {
    ($door:ident $(<$right:ident>)?) => {
        impl $(<$right: Permission>)? $door $(<$right>)? {
            /// The present instant.
            #[must_use]
            pub fn now(&self) -> Timestamp {
                self.db.clock().now()
            }

            /// Reads what belongs to no single enterprise.
            ///
            /// # Errors
            /// Whatever `f` answers, or that the database is away.
            pub async fn read<T, E>(
                &self,
                f: impl FnOnce(&mut PlatformConn<'_>) -> Result<T, E> + Send + 'static,
            ) -> Result<T, Problem>
            where
                T: Send + 'static,
                E: Coded + From<Fault> + Send + 'static,
            {
                let db = self.db.clone();
                blocking(move || db.read_platform(f)).await
            }

            /// Writes what belongs to no single enterprise: all of `f` or nothing of it.
            ///
            /// # Errors
            /// Whatever `f` answers, or that the database is away.
            pub async fn write<T, E>(
                &self,
                f: impl FnOnce(&mut PlatformConn<'_>) -> Result<T, E> + Send + 'static,
            ) -> Result<T, Problem>
            where
                T: Send + 'static,
                E: Coded + From<Fault> + Send + 'static,
            {
                let db = self.db.clone();
                blocking(move || db.write_platform(f)).await
            }
        }
    };
}
impl PublicScope {
    /// Reads what anyone may be told.
    ///
    /// # Errors
    /// Whatever `f` answers, or that the database is away.
    pub async fn look<T, E>(
        &self,
        f: impl FnOnce(&mut PublicConn<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, Problem>
    where
        T: Send + 'static,
        E: Coded + From<Fault> + Send + 'static,
    {
        let db = self.db.clone();
        blocking(move || db.read_public(f)).await
    }
}

platform_access!(PlatformScope<P>);
platform_access!(AccountScope);
platform_access!(PublicScope);

impl<P> PlatformScope<P> {
    /// The caller.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The language the caller reads.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }
}

impl AccountScope {
    /// The caller.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.caller
    }
}

/// Runs work that blocks away from the threads that serve requests, and behind what the public asks.
///
/// # Errors
/// Whatever `f` answers, or a fault when it panicked.
pub async fn blocking<T, E>(f: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, Problem>
where
    T: Send + 'static,
    E: Into<Problem> + Send + 'static,
{
    let behind = || {
        give_way();
        f()
    };
    actix_web::web::block(behind)
        .await
        .map_err(Problem::internal)?
        .map_err(Into::into)
}

fn database(req: &HttpRequest) -> Result<Db, Problem> {
    req.app_data::<Db>()
        .cloned()
        .ok_or_else(|| Problem::internal("the database is not part of this app"))
}

fn permitted<P: Permission>(caller: &Caller, req: &HttpRequest) -> Result<(), Problem> {
    match caller.permissions.contains(P::NAME) {
        true => Ok(()),
        false => Err(forbidden(caller, P::NAME, req)),
    }
}

/// The refusal, which is also written down.
fn forbidden(caller: &Caller, right: &str, req: &HttpRequest) -> Problem {
    tracing::warn!(target: SECURITY, event = "forbidden",
        account = %caller.account,
        session = %caller.session,
        right,
        method = %req.method(),
        path = req.path(),
        client = Client::of(req).bucket(),
    );
    Problem::of(&entries::FORBIDDEN)
}

impl<P: Permission> FromRequest for Scope<P> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready((|| {
            let caller = caller_of(req)?;
            permitted::<P>(&caller, req)?;
            let enterprise = caller
                .enterprise
                .clone()
                .ok_or_else(|| forbidden(&caller, P::NAME, req))?;
            Ok(Self {
                db: database(req)?,
                caller,
                enterprise,
                lang: lang_of(req),
                key: IdempotencyKey::of(req)?,
                req: req.clone(),
                right: PhantomData,
            })
        })())
    }
}

impl<P: Permission> FromRequest for PlatformScope<P> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready((|| {
            let caller = caller_of(req)?;
            permitted::<P>(&caller, req)?;
            match caller.enterprise {
                None => Ok(Self {
                    db: database(req)?,
                    caller,
                    lang: lang_of(req),
                    right: PhantomData,
                }),
                Some(_) => Err(forbidden(&caller, P::NAME, req)),
            }
        })())
    }
}

impl FromRequest for AccountScope {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready((|| {
            Ok(Self {
                caller: caller_of(req)?,
                db: database(req)?,
            })
        })())
    }
}

impl FromRequest for PublicScope {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(database(req).map(|db| Self { db }))
    }
}
