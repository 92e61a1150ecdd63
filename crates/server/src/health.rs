//! Whether the process lives, and whether it can do its work.

use actix_web::{HttpRequest, HttpResponse, Scope, get, web as actix};
use db::{Db, Fault};
use diesel::{RunQueryDsl, sql_query};
use web::{Problem, blocking};

pub(crate) fn scope() -> Scope {
    actix::scope("/health")
        .service(find_liveness)
        .service(find_readiness)
}

/// Answers as long as the process lives.
#[get("/live")]
async fn find_liveness() -> &'static str {
    "live\n"
}

/// Answers 200 while the database does.
#[get("/ready")]
async fn find_readiness(req: HttpRequest) -> HttpResponse {
    let Some(db) = req.app_data::<Db>().cloned() else {
        return HttpResponse::InternalServerError().finish();
    };
    let asked = blocking(move || {
        db.read_platform(|c| {
            sql_query("SELECT 1").execute(c.conn())?;
            Ok::<_, Fault>(())
        })
        .map_err(Problem::from)
    });
    match asked.await {
        Ok(()) => HttpResponse::Ok().body("ready\n"),
        Err(_) => HttpResponse::ServiceUnavailable()
            .insert_header(("retry-after", "2"))
            .body("database away\n"),
    }
}
