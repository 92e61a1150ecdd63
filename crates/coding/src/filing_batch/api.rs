//! Filing many periods at once over REST.

use super::{
    FilingBatchView,
    model::{
        CreateFilingBatch, FilingBatchFilter, FilingBatchPreview, FilingBatchPreviewFilter,
        WithdrawFilingBatch,
    },
    service,
};
use crate::filing::FilingBatchId;
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use product::permission::{ProductRead, ProductWrite};
use web::{Answer, ListQuery, Problem, Query, Scope, Valid};

/// 批量填报记录列表
///
/// Lists what was filed many periods at once, the newest first.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])), params(web::PageQuery),
    responses((status = 200, description = "批量填报记录", body = Page<FilingBatchView>))
)]
#[get("/filing-batches")]
pub async fn list_filing_batches(
    scope: Scope<ProductRead>,
    query: ListQuery<FilingBatchFilter>,
) -> Result<Json<Page<FilingBatchView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| service::list(c, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 预览按赋码数填报
///
/// Tells how many periods would be filed as coded now, and how many of them with 0; those numbers are confirmed when filing.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])), params(FilingBatchPreviewFilter),
    responses((status = 200, description = "将要填报的数目", body = FilingBatchPreview), (status = 409, description = "与已有填报冲突"))
)]
#[get("/filing-batches/preview")]
pub async fn preview_filing_batch(
    scope: Scope<ProductRead>,
    query: Query<FilingBatchPreviewFilter>,
) -> Result<Json<FilingBatchPreview>, Problem> {
    let of = query.0.product_id;
    let told = scope.read(move |c| service::preview(c, of.as_ref())).await?;
    Ok(Json(told))
}

/// 查看批量填报记录
///
/// Shows what was filed at once, and whether it was taken back.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "批量填报编号", format = "uuid")),
    responses((status = 200, description = "批量填报记录", body = FilingBatchView))
)]
#[get("/filing-batches/{id}")]
pub async fn find_filing_batch(
    scope: Scope<ProductRead>,
    id: Path<FilingBatchId>,
) -> Result<Json<FilingBatchView>, Problem> {
    let view = scope.read(move |c| service::find_view(c, &id)).await?;
    Ok(Json(view))
}

/// 按赋码数填报
///
/// Files the missing periods of products whose units have codes of their own with the number of codes issued in each less
/// those that were voided, 0 when there were none; the body confirms how many periods and how many zeros those are.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.write"])), request_body = CreateFilingBatch,
    responses((status = 201, description = "批量填报记录", body = FilingBatchView))
)]
#[post("/filing-batches")]
pub async fn create_filing_batch(
    scope: Scope<ProductWrite>,
    body: Valid<CreateFilingBatch>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let created = scope.once(move |c| {
        let id = service::create(c, &body.0, lang)?;
        let view = service::find_view(c, &id);
        view.map(|view| Answer::created_at(format!("/api/v1/filing-batches/{id}"), view))
    });
    created.await
}

/// 撤回批量填报
///
/// Takes back all filings of a batch that nobody corrected since; their periods are to be filed again, and what was filed is
/// kept with the reason.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.write"])), request_body = WithdrawFilingBatch,
    params(("id" = String, Path, description = "批量填报编号", format = "uuid")),
    responses((status = 200, description = "撤回后的批量填报记录", body = FilingBatchView))
)]
#[post("/filing-batches/{id}/withdraw")]
pub async fn withdraw_filing_batch(
    scope: Scope<ProductWrite>,
    id: Path<FilingBatchId>,
    body: Valid<WithdrawFilingBatch>,
) -> Result<HttpResponse, Problem> {
    let withdrawn = scope.once(move |c| {
        service::withdraw(c, &id, &body.0.reason)?;
        service::find_view(c, &id).map(Answer::ok)
    });
    withdrawn.await
}
