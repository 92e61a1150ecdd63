//! The life of a product over REST: the maker's part.

use super::{ProductCheck, SelfCheck, check, service, step};
use crate::{
    Error, ProductId, ProductView, PublicBase,
    events::{self, EventView},
    permission::{ProductRead, ProductWrite},
    revision, store,
};
use actix_web::{
    HttpResponse, delete, get, post,
    web::{Json, Path},
};
use web::{Files, Problem, Scope, Valid};

/// 产品自动检查
///
/// Tells which rules a product keeps that are asked before it can be submitted.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "检查结果", body = Vec<ProductCheck>))
)]
#[get("/products/{id}/checks")]
pub async fn list_product_checks(
    scope: Scope<ProductRead>,
    id: Path<ProductId>,
) -> Result<Json<Vec<ProductCheck>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            let p = store::find(c, &id)?;
            let record = revision::store::current_record(c, &p)?.value;
            Ok::<_, Error>(check::checks(&record, c.now().beijing_date(), lang))
        })
        .await?;
    Ok(Json(found))
}

/// 提交产品
///
/// Submits a product. The rules are checked at once; then it is approved, or waits for the platform's reviewer when the
/// enterprise is reviewed by hand.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = SelfCheck,
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[post("/products/{id}/submit")]
pub async fn submit_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
    body: Valid<SelfCheck>,
) -> Result<HttpResponse, Problem> {
    step(scope, files, base, id, move |c, id| {
        service::submit(c, id, &body.0)
    })
    .await
}

/// 撤回产品
///
/// Takes a product back from review, to change it.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[post("/products/{id}/withdraw")]
pub async fn withdraw_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    step(scope, files, base, id, service::withdraw).await
}

/// 激活产品
///
/// Makes the codes of an approved product valid. From now on what was reviewed of it is locked.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[post("/products/{id}/activate")]
pub async fn activate_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    step(scope, files, base, id, service::activate).await
}

/// 暂停生产
///
/// Notes that production rests; no quantities have to be filed meanwhile.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[post("/products/{id}/pause")]
pub async fn pause_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    step(scope, files, base, id, |c, id| service::pause(c, id, true)).await
}

/// 恢复生产
///
/// Notes that production goes on.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[post("/products/{id}/resume")]
pub async fn resume_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    step(scope, files, base, id, |c, id| service::pause(c, id, false)).await
}

/// 删除草稿
///
/// Removes a draft that was never submitted and has neither batches nor units; everything else is voided instead.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 204, description = "已删除"))
)]
#[delete("/products/{id}")]
pub async fn delete_product(
    scope: Scope<ProductWrite>,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    scope.write(move |c| service::remove(c, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 产品操作记录
///
/// Tells what was done to a product, newest first.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "操作记录", body = Vec<EventView>))
)]
#[get("/products/{id}/events")]
pub async fn list_product_events(
    scope: Scope<ProductRead>,
    id: Path<ProductId>,
) -> Result<Json<Vec<EventView>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            store::find(c, &id)?;
            Ok::<_, Error>(events::of_product(c, &id)?)
        })
        .await?;
    Ok(Json(events::views(found, lang)))
}
