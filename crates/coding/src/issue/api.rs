//! Issuing codes over REST.

use super::{
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
/// Issues unit codes. The time it takes does not depend on the quantity.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.write"])), request_body = IssueUnits,
    responses((status = 201, description = "已赋的码", body = UnitIssue))
)]
#[post("/unit-issues")]
pub async fn issue_units(scope: Scope<CodeWrite>, body: Valid<IssueUnits>) -> Result<HttpResponse, Problem> {
    let order = body.0.into();
    let issued = scope.once(move |c| service::issue_units(c, &order).map(Answer::created));
    issued.await
}
