use crate::{Problem, entries};
use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::MessageBody,
    dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready},
    http::header,
};
use db::EnterpriseId;
use futures_util::future::LocalBoxFuture;
use kernel::Id;
use std::{
    collections::BTreeSet,
    future::{Ready, ready},
    rc::Rc,
    sync::Arc,
};

pub use db::AccountId;

/// The id of a session.
pub type SessionId = Id<db::schema::sessions::table>;

/// Who is calling, as their token proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The account that signed in.
    pub account: AccountId,
    /// The sign-in this token came from.
    pub session: SessionId,
    /// The enterprise the account belongs to; the platform's own people have none.
    pub enterprise: Option<EnterpriseId>,
    /// The names of the rights the account has.
    pub permissions: BTreeSet<String>,
}

/// Knows how to tell a caller from a bearer token; the crate `enterprise` does.
pub trait Authenticator: Send + Sync {
    /// The caller this token stands for.
    fn authenticate<'a>(&'a self, token: &'a str) -> LocalBoxFuture<'a, Result<Caller, Problem>>;
}

/// What the middleware found out, for the extractors of [`crate::Scope`] and its siblings. A bad token is kept
/// as the error it is: a handler that needs no caller never sees it, every other one fails with it.
#[derive(Debug, Clone)]
enum Seen {
    Caller(Rc<Caller>),
    Refused(Problem),
}

/// The caller of this request.
pub(crate) fn caller_of(req: &HttpRequest) -> Result<Rc<Caller>, Problem> {
    match req.extensions().get::<Seen>() {
        Some(Seen::Caller(caller)) => Ok(Rc::clone(caller)),
        Some(Seen::Refused(problem)) => Err(problem.clone()),
        None => Err(Problem::of(&entries::UNAUTHENTICATED)),
    }
}

/// Reads `Authorization: Bearer …` once for a request, before anything else is looked at.
#[derive(Clone)]
pub struct AuthenticationLayer(pub Arc<dyn Authenticator>);

impl<S, B> Transform<S, ServiceRequest> for AuthenticationLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Transform = AuthenticationService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(AuthenticationService {
            service: Rc::new(service),
            authenticator: Arc::clone(&self.0),
        }))
    }
}

/// [`AuthenticationLayer`] around one service.
pub struct AuthenticationService<S> {
    service: Rc<S>,
    authenticator: Arc<dyn Authenticator>,
}

impl<S, B> Service<ServiceRequest> for AuthenticationService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Error>>;

    forward_ready!(service);

    fn call(&self, req: ServiceRequest) -> Self::Future {
        let service = Rc::clone(&self.service);
        let Some(token) = bearer(&req) else {
            return Box::pin(async move { service.call(req).await });
        };
        let authenticator = Arc::clone(&self.authenticator);
        Box::pin(async move {
            let seen = match token {
                Some(token) => authenticator.authenticate(&token).await,
                None => Err(Problem::of(&entries::TOKEN_INVALID)),
            };
            req.extensions_mut().insert(match seen {
                Ok(caller) => Seen::Caller(Rc::new(caller)),
                Err(problem) => Seen::Refused(problem),
            });
            service.call(req).await
        })
    }
}

/// No header: `None`. A header that is no bearer token: `Some(None)`.
fn bearer(req: &ServiceRequest) -> Option<Option<String>> {
    let value = req.headers().get(header::AUTHORIZATION)?;
    let token = value.to_str().ok().and_then(|v| v.split_once(' '));
    Some(
        token
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim().to_owned()),
    )
}
