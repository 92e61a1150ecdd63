//! How slowly a body may come, and how many connections one address may hold: else a few clients that say next to nothing keep all
//! others out.

use crate::{Problem, RequestId, TrustedProxies, entries, lang_of};
use actix_web::{
    Error, HttpMessage,
    body::{BodySize, BoxBody, EitherBody, MessageBody},
    dev::{Extensions, Payload, Service, ServiceRequest, ServiceResponse, Transform, forward_ready},
    error::PayloadError,
    http::ConnectionType,
    rt::{net::TcpStream, time::Sleep},
    web::Bytes,
};
use futures_util::{Stream, future::LocalBoxFuture};
use std::{
    any::Any,
    cell::{Cell, RefCell},
    collections::HashMap,
    future::{Future, Ready, ready},
    io,
    net::IpAddr,
    pin::Pin,
    rc::Rc,
    sync::{LazyLock, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, sleep};

/// How long we wait for a body in all before its rate counts.
const GRACE: Duration = Duration::from_secs(15);

/// The bytes for which we wait another second: slower than any phone that still has a network.
const BYTES_A_SECOND: u64 = 1_000;

/// How long we wait for a body that is no upload, however fast it comes.
const LONGEST: Duration = Duration::from_secs(60);

/// When to come again if there are too many.
const WAIT_SECONDS: i64 = 15;

/// How many connections one address may hold; a browser has six, an office behind one address some dozens.
const CONNECTIONS: u32 = 512;

/// The layer around everything that reads bodies.
#[derive(Debug, Clone, Copy, Default)]
pub struct PaceLayer;

/// [`PaceLayer`] around one service.
#[derive(Debug)]
pub struct PaceService<S> {
    service: S,
}

impl<S, B> Transform<S, ServiceRequest> for PaceLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B, BoxBody>>;
    type Error = Error;
    type Transform = PaceService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(PaceService { service }))
    }
}

impl<S, B> Service<ServiceRequest> for PaceService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B, BoxBody>>;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Error>>;

    forward_ready!(service);

    fn call(&self, mut req: ServiceRequest) -> Self::Future {
        if has_too_many_connections(&req) {
            let refused = Problem::of(&entries::CONNECTIONS).retry_after(WAIT_SECONDS);
            return Box::pin(ready(Ok(closing(req, refused))));
        }
        let payload = req.take_payload();
        if matches!(payload, Payload::None) {
            let answered = self.service.call(req);
            return Box::pin(async move { Ok(answered.await?.map_into_left_body()) });
        }
        let sent = Rc::new(Sent {
            body: RefCell::new(payload),
            state: Cell::new(BodyState::Coming),
        });
        let is_upload = req
            .headers()
            .get("content-type")
            .is_some_and(|v| v.as_bytes().starts_with(b"multipart/"));
        req.set_payload(Payload::Stream {
            payload: Box::pin(Paced::new(Rc::clone(&sent), is_upload)),
        });
        let answered = self.service.call(req);
        Box::pin(async move {
            let response = answered.await?;
            let response = match sent.state.get() {
                BodyState::Complete => return Ok(response.map_into_left_body()),
                BodyState::Coming => response.map_into_left_body(),
                BodyState::Late => {
                    let (request, _) = response.into_parts();
                    closing(
                        ServiceRequest::from_request(request),
                        Problem::of(&entries::TOO_SLOW),
                    )
                }
            };
            Ok(response.map_body(|_, body| {
                let body = body.boxed();
                EitherBody::right(BoxBody::new(Holding { body, _sent: sent }))
            }))
        })
    }
}

/// A refusal after which the connection ends.
fn closing<B>(req: ServiceRequest, problem: Problem) -> ServiceResponse<EitherBody<B, BoxBody>> {
    let mut response = problem.render(lang_of(req.request()), &RequestId::of(req.request()));
    response.head_mut().set_connection_type(ConnectionType::Close);
    req.into_response(response).map_into_right_body()
}

/// How far a body came.
#[derive(Debug, Clone, Copy)]
enum BodyState {
    Coming,
    Complete,
    Late,
}

/// A body as it comes from the client.
struct Sent {
    body: RefCell<Payload>,
    state: Cell<BodyState>,
}

/// An answer that was ready before the whole body had come. It holds the body until it is sent, so that the connection is closed then; were
/// it let go before, the connection would take in the rest of a chunked body, however slowly that comes.
struct Holding {
    body: BoxBody,
    _sent: Rc<Sent>,
}

impl MessageBody for Holding {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_next(context)
    }
}

/// A body that ends with an error when it comes too slowly. Only the time in which we wait for the client counts.
struct Paced {
    sent: Rc<Sent>,
    is_upload: bool,
    received: u64,
    waited: Duration,
    since: Option<Instant>,
    end: Pin<Box<Sleep>>,
}

impl Paced {
    fn new(sent: Rc<Sent>, is_upload: bool) -> Self {
        Self {
            sent,
            is_upload,
            received: 0,
            waited: Duration::ZERO,
            since: None,
            end: Box::pin(sleep(GRACE)),
        }
    }

    /// For how long in all we wait, with what came so far.
    fn patience(&self) -> Duration {
        let earned = GRACE.saturating_add(Duration::from_secs(self.received / BYTES_A_SECOND));
        match self.is_upload {
            true => earned,
            false => earned.min(LONGEST),
        }
    }
}

impl Stream for Paced {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let polled = Pin::new(&mut *this.sent.body.borrow_mut()).poll_next(context);
        if let Poll::Ready(item) = polled {
            if let Some(since) = this.since.take() {
                this.waited = this.waited.saturating_add(since.elapsed());
            }
            if item.is_none() {
                this.sent.state.set(BodyState::Complete);
            }
            if let Some(Ok(bytes)) = &item {
                this.received = this
                    .received
                    .saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
            }
            return Poll::Ready(item);
        }
        if this.since.is_none() {
            let now = Instant::now();
            this.since = Some(now);
            let left = this.patience().saturating_sub(this.waited);
            this.end.as_mut().reset(now + left);
        }
        match this.end.as_mut().poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                this.sent.state.set(BodyState::Late);
                Poll::Ready(Some(Err(PayloadError::Io(io::ErrorKind::TimedOut.into()))))
            }
        }
    }
}

static OPEN: LazyLock<Mutex<HashMap<IpAddr, u32>>> = LazyLock::new(Mutex::default);

/// A connection of an address, counted until it is closed.
struct Connected(IpAddr);

impl Drop for Connected {
    fn drop(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.0) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.0);
            }
        }
    }
}

/// Counts a new connection; for `HttpServer::on_connect`.
pub fn count_connection(stream: &dyn Any, data: &mut Extensions) {
    let peer = stream
        .downcast_ref::<TcpStream>()
        .and_then(|s| s.peer_addr().ok());
    if let Some(peer) = peer {
        let address = peer.ip();
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        *open.entry(address).or_default() += 1;
        data.insert(Connected(address));
    }
}

/// Whether the address of a request holds more connections than one may; a proxy of ours holds those of everybody.
fn has_too_many_connections(req: &ServiceRequest) -> bool {
    let Some(Connected(address)) = req.conn_data::<Connected>() else {
        return false;
    };
    let held = OPEN
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(address)
        .copied();
    held.is_some_and(|held| held > CONNECTIONS)
        && !req
            .app_data::<TrustedProxies>()
            .is_some_and(|proxies| proxies.0.contains(address))
}
