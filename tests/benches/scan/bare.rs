//! The least a durable scan can cost: a handler that finds the code in a table in memory, and a thread that commits the same
//! rows in groups and counts in memory. Nothing is judged, nothing follows, the answer is always the same text.

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use db::{AnyConnection, Location, schema::scan_events};
use diesel::{
    connection::{AnsiTransactionManager, TransactionManager},
    prelude::*,
};
use std::{
    collections::HashMap,
    sync::{
        Arc,
        mpsc::{self, Receiver, SyncSender},
    },
    thread,
};
use tokio::sync::oneshot;

/// Rows in one commit at most, as of the recorder.
const BATCH: usize = 256;

/// Whose rows these are.
#[derive(Clone)]
pub(crate) struct Owner {
    pub(crate) enterprise: String,
    pub(crate) product: String,
}

struct Waiting {
    code: String,
    reply: oneshot::Sender<u64>,
}

#[derive(Clone)]
struct Bare {
    codes: Arc<HashMap<String, String>>,
    queue: SyncSender<Waiting>,
    answer: Arc<str>,
}

/// Serves at the port that is returned; the writer has a connection of its own.
pub(crate) fn serve(location: &Location, owner: Owner, answer: &str) -> u16 {
    let (queue, waiting) = mpsc::sync_channel(8192);
    let connection = location.connect().unwrap();
    thread::spawn(move || write(connection, &owner, &waiting));
    let codes = (1..=10_000)
        .map(|n| format!("A{n:08}"))
        .map(|code| (code.clone(), code));
    let bare = Bare {
        codes: Arc::new(codes.collect()),
        queue,
        answer: answer.into(),
    };
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let app = move || {
                let bare = bare.clone();
                App::new().default_service(web::to(move |req: HttpRequest| scan(req, bare.clone())))
            };
            let server = HttpServer::new(app)
                .workers(2)
                .disable_signals()
                .bind("127.0.0.1:0")
                .unwrap();
            tell.send(server.addrs()[0].port()).unwrap();
            server.run().await.unwrap();
        });
    });
    told.recv().unwrap()
}

async fn scan(req: HttpRequest, bare: Bare) -> HttpResponse {
    let Some(code) = req
        .path()
        .rsplit('/')
        .next()
        .and_then(|code| bare.codes.get(code))
    else {
        return HttpResponse::NotFound().finish();
    };
    let (reply, counted) = oneshot::channel();
    let waiting = Waiting {
        code: code.clone(),
        reply,
    };
    if bare.queue.try_send(waiting).is_err() {
        return HttpResponse::ServiceUnavailable().finish();
    }
    match counted.await {
        Ok(_) => HttpResponse::Ok()
            .content_type("application/json")
            .body(bare.answer.to_string()),
        Err(_) => HttpResponse::ServiceUnavailable().finish(),
    }
}

fn write(mut c: AnyConnection, owner: &Owner, queue: &Receiver<Waiting>) {
    let mut counts: HashMap<String, u64> = HashMap::new();
    // Behind whatever the recorder numbers.
    let mut id = i64::MAX / 2;
    while let Ok(first) = queue.recv() {
        let waiting: Vec<Waiting> = std::iter::once(first)
            .chain(queue.try_iter().take(BATCH - 1))
            .collect();
        let rows: Vec<_> = waiting
            .iter()
            .map(|w| {
                id += 1;
                (
                    scan_events::enterprise_id.eq(&owner.enterprise),
                    scan_events::id.eq(id),
                    scan_events::product_id.eq(&owner.product),
                    scan_events::level.eq("unit"),
                    scan_events::code.eq(&w.code),
                    scan_events::verdict.eq("valid"),
                    scan_events::channel.eq("data"),
                    scan_events::region_code.eq(None::<String>),
                    scan_events::scanned_at.eq(id),
                )
            })
            .collect();
        match &mut c {
            AnyConnection::Sqlite(c) => {
                AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE").unwrap();
                for row in &rows {
                    diesel::insert_into(scan_events::table)
                        .values(row)
                        .execute(c)
                        .unwrap();
                }
                AnsiTransactionManager::commit_transaction(c).unwrap();
            }
            AnyConnection::Pg(c) => {
                diesel::insert_into(scan_events::table)
                    .values(&rows)
                    .execute(c)
                    .unwrap();
            }
        }
        for w in waiting {
            let count = counts.entry(w.code).or_default();
            *count += 1;
            let _reader_gone = w.reply.send(*count);
        }
    }
}
