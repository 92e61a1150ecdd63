use crate::{Problem, RequestId, entries, lang_of, request_id::X_REQUEST_ID};
use actix_web::{
    Error, HttpResponse,
    body::{BoxBody, EitherBody, MessageBody},
    dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready},
    error::InternalError,
    http::{
        StatusCode,
        header::{HeaderName, HeaderValue},
    },
};
use futures_util::{FutureExt, future::LocalBoxFuture};
use std::{
    future::{Ready, ready},
    panic::AssertUnwindSafe,
    rc::Rc,
};

/// The net around the API: every failure leaves as problem+json in the reader's language with the request's id,
/// whoever raised it: a handler, actix itself, or a panic.
#[derive(Debug, Clone, Copy, Default)]
pub struct ProblemLayer;

impl<S, B> Transform<S, ServiceRequest> for ProblemLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B, BoxBody>>;
    type Error = Error;
    type Transform = ProblemService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(ProblemService {
            service: Rc::new(service),
        }))
    }
}

/// [`ProblemLayer`] around one service.
#[derive(Debug)]
pub struct ProblemService<S> {
    service: Rc<S>,
}

impl<S, B> Service<ServiceRequest> for ProblemService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B, BoxBody>>;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Error>>;

    forward_ready!(service);

    fn call(&self, req: ServiceRequest) -> Self::Future {
        let id = RequestId::assign(&req);
        let lang = lang_of(req.request());
        let service = Rc::clone(&self.service);
        Box::pin(async move {
            let answered = AssertUnwindSafe(service.call(req)).catch_unwind().await;
            let (problem, request) = match answered {
                Ok(Ok(response)) => match problem_in(&response) {
                    None => return Ok(stamped(response.map_into_left_body(), &id.0)),
                    Some(problem) => (problem, Some(response.request().clone())),
                },
                Ok(Err(e)) => (of_error(&e), None),
                Err(_) => (Problem::internal("a handler panicked"), None),
            };
            problem.log(&id.0);
            let rendered = problem.render(lang, &id.0);
            match request {
                Some(request) => Ok(stamped(
                    ServiceResponse::new(request, rendered.map_into_boxed_body()).map_into_right_body(),
                    &id.0,
                )),
                // The request went down with whoever failed; actix sends an error's response as it is.
                None => Err(InternalError::from_response(problem.code().to_owned(), rendered).into()),
            }
        })
    }
}

fn of_error(e: &Error) -> Problem {
    e.as_error::<Problem>()
        .cloned()
        .unwrap_or_else(|| of_status(e.as_response_error().status_code()))
}

/// The problem a response stands for, if it is a failure that nobody rendered yet.
fn problem_in<B>(response: &ServiceResponse<B>) -> Option<Problem> {
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return None;
    }
    if let Some(problem) = response.response().extensions().get::<Problem>() {
        return Some(problem.clone());
    }
    let error = response.response().error().map(of_error);
    error.or_else(|| {
        response
            .headers()
            .get("content-type")
            .is_none()
            .then(|| of_status(response.status()))
    })
}

/// What actix says by a bare status.
fn of_status(status: StatusCode) -> Problem {
    Problem::of(match status {
        StatusCode::BAD_REQUEST => &entries::MALFORMED,
        StatusCode::NOT_FOUND => &entries::NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED => &entries::METHOD,
        StatusCode::PAYLOAD_TOO_LARGE => &entries::TOO_LARGE,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => &entries::MEDIA_TYPE,
        status if status.is_client_error() => &entries::INVALID,
        _ => &entries::INTERNAL,
    })
}

fn stamped<B>(mut response: ServiceResponse<B>, id: &str) -> ServiceResponse<B> {
    if let Ok(value) = HeaderValue::from_str(id) {
        response
            .headers_mut()
            .insert(HeaderName::from_static(X_REQUEST_ID), value);
    }
    response
}

/// Answers whatever no route takes.
pub async fn not_found() -> Result<HttpResponse, Problem> {
    Err(Problem::of(&entries::NOT_FOUND))
}
