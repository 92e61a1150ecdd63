//! Products over REST.

use super::{
    AdmittedRecord, ProductFilter, ProductId, ProductRecord, ProductView, VoidReason, internal_code,
    model::ProductItem,
    request::{CopyProduct, InternalCode},
    service, store, view,
};
use crate::{
    Error, Holders, PublicBase,
    permission::{ProductRead, ProductWrite},
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, Files, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

/// 产品列表
///
/// Lists one's products.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])), params(web::PageQuery, ProductFilter),
    responses((status = 200, description = "产品", body = Page<ProductItem>))
)]
#[get("/products")]
pub async fn list_products(
    scope: Scope<ProductRead>,
    files: Files,
    query: ListQuery<ProductFilter>,
) -> Result<Json<Page<ProductItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| {
            let (found, total) = store::list(c, &query.filter, (page.offset(), page.size()))?;
            Ok::<_, Error>((view::items(c, found, &files.links)?, total))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看产品
///
/// Shows a product.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[get("/products/{id}")]
pub async fn find_product(
    scope: Scope<ProductRead>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let view = scope
        .read(move |c| view::find_view(c, &id, &files.links, &base, lang))
        .await?;
    Ok(versioned(&view, view.version))
}

/// 新增产品
///
/// Creates a product and its class code 一品一码, as a draft: its codes are valid once it was submitted, approved and
/// activated.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = ProductRecord,
    responses((status = 201, description = "产品", body = ProductView))
)]
#[post("/products")]
pub async fn create_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    body: Valid<ProductRecord>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let record = AdmittedRecord::apart(body.0).await?;
    let created = scope.once(move |c| {
        let (id, taken_out) = service::insert(c, record, None)?;
        let view = view::find_saved(c, (&id, &taken_out), &files.links, &base, lang);
        view.map(|view| Answer::created_at(format!("/api/v1/products/{id}"), view))
    });
    created.await
}

/// 修改产品
///
/// Changes a product. The record is replaced as a whole; the trace code stays what it is. Once the product is activated
/// what was reviewed is locked, and every other change becomes a new version; what is locked changes by a change request.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = ProductRecord,
    params(
        ("id" = String, Path, description = "产品编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取时的 ETag"),
    ),
    responses((status = 200, description = "修改后的产品", body = ProductView))
)]
#[put("/products/{id}")]
pub async fn update_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
    version: IfMatch,
    body: Valid<ProductRecord>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let record = AdmittedRecord::apart(body.0).await?;
    let updated = scope.once(move |c| {
        let version = version.pick(|| service::version(c, &id))?;
        let taken_out = service::update(c, &id, version, record)?;
        let view = view::find_saved(c, (&id, &taken_out), &files.links, &base, lang);
        view.map(|view| Answer::versioned(view.version, view))
    });
    updated.await
}

/// 一键同步
///
/// Creates a draft like another product, under a code of its own. Inspection reports and quality indicators belong to one
/// product each and are not copied.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = CopyProduct,
    params(("id" = String, Path, description = "原产品编号", format = "uuid")),
    responses((status = 201, description = "新产品", body = ProductView))
)]
#[post("/products/{id}/copies")]
pub async fn copy_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
    body: Valid<CopyProduct>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let copied = scope.once(move |c| {
        let id = service::copy(c, &id, body.0.trace_code)?;
        let view = view::find_view(c, &id, &files.links, &base, lang);
        view.map(|view| Answer::created_at(format!("/api/v1/products/{id}"), view))
    });
    copied.await
}

/// 接续产品
///
/// Creates the successor of a voided product: a draft like it under the same trace code. What was issued of the voided one
/// stays voided, and its batch numbers and serials are not issued again.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "已作废产品的编号", format = "uuid")),
    responses((status = 201, description = "接续产品", body = ProductView))
)]
#[post("/products/{id}/successors")]
pub async fn create_product_successor(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let made = scope.once(move |c| {
        let id = service::succeed(c, &id)?;
        let view = view::find_view(c, &id, &files.links, &base, lang);
        view.map(|view| Answer::created_at(format!("/api/v1/products/{id}"), view))
    });
    made.await
}

/// 作废产品
///
/// Voids a product for good. Its codes and those of its batches and units go on answering, and say that it is void.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = VoidReason,
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "已作废的产品", body = ProductView))
)]
#[post("/products/{id}/void")]
pub async fn void_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    holders: Holders,
    id: Path<ProductId>,
    body: Valid<VoidReason>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let voided = scope.once(move |c| {
        service::void(c, &holders, &id, &body.0.reason)?;
        let view = view::find_view(c, &id, &files.links, &base, lang);
        view.map(|view| Answer::versioned(view.version, view))
    });
    voided.await
}

/// 生成内部码
///
/// Gives an enterprise without a company prefix its next internal code. It is never given out again.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    responses((status = 201, description = "内部码", body = InternalCode))
)]
#[post("/internal-codes")]
pub async fn create_internal_code(scope: Scope<ProductWrite>) -> Result<HttpResponse, Problem> {
    let given = scope.once(|c| {
        let code = internal_code::issue(c)?;
        Ok::<_, Error>(Answer::created(InternalCode {
            trace_code: code.entered().to_owned(),
        }))
    });
    given.await
}
