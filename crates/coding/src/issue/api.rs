//! Issuing codes over REST.

use super::{
    SerialStyle,
    request::{CreateBatch, IssueUnits},
    service,
};
use crate::{
    batch::{self, BatchView},
    permission::CodeWrite,
    unit::UnitIssue,
};
use actix_web::{HttpResponse, post};
use product::PublicBase;
use web::{Answer, Files, Problem, Scope, Valid};

/// 新增批次
///
/// Codes a batch, and in mode `unit` its units. Everything is made or nothing.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.write"])), request_body = CreateBatch,
    responses((status = 201, description = "批次", body = BatchView))
)]
#[post("/batches")]
pub async fn create_batch(
    scope: Scope<CodeWrite>,
    base: PublicBase,
    files: Files,
    body: Valid<CreateBatch>,
) -> Result<HttpResponse, Problem> {
    let created = scope.once(move |c| {
        let id = service::code_batch(c, body.0.into())?;
        let view = batch::find_view(c, &id, &files.links, &base)?;
        Ok::<_, super::Error>(Answer::created_at(format!("/api/v1/batches/{id}"), view))
    });
    created.await
}

/// 批量赋码
///
/// Issues unit codes. One behind the other they are one row, and the time it takes does not depend on the quantity. In the style
/// `random` nobody can guess a serial from another (16 digits from the random numbers of the system, some 53 bits; at least 12 behind a long
/// prefix): each is a row of its own, so at most 2,000 are issued at once, and lists and exports of them are slower.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.write"])), request_body = IssueUnits,
    responses((status = 201, description = "已赋的码", body = UnitIssue))
)]
#[post("/unit-issues")]
pub async fn issue_units(scope: Scope<CodeWrite>, body: Valid<IssueUnits>) -> Result<HttpResponse, Problem> {
    let style = body.0.serial_style.unwrap_or(SerialStyle::Sequential);
    let order = body.0.into();
    let issued = scope.once(move |c| service::issue(c, &order, style).map(Answer::created));
    issued.await
}
