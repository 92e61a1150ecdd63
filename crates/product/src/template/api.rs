//! Templates over REST.

use super::{
    ProductTemplateFilter, ProductTemplateId, ProductTemplateItem, ProductTemplateRecord,
    ProductTemplateView, service,
};
use crate::permission::{ProductRead, ProductWrite};
use actix_web::{
    HttpResponse, delete, get, post, put,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, Files, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

/// 模板列表
///
/// Lists one's templates, and those that are shipped.
#[utoipa::path(
    tag = "templates", security(("bearer" = ["product.read"])), params(web::PageQuery, ProductTemplateFilter),
    responses((status = 200, description = "模板", body = Page<ProductTemplateItem>))
)]
#[get("/product-templates")]
pub async fn list_product_templates(
    scope: Scope<ProductRead>,
    query: ListQuery<ProductTemplateFilter>,
) -> Result<Json<Page<ProductTemplateItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| service::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看模板
///
/// Shows a template.
#[utoipa::path(
    tag = "templates", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "模板编号", format = "uuid")),
    responses((status = 200, description = "模板", body = ProductTemplateView))
)]
#[get("/product-templates/{id}")]
pub async fn find_product_template(
    scope: Scope<ProductRead>,
    files: Files,
    id: Path<ProductTemplateId>,
) -> Result<HttpResponse, Problem> {
    let view = scope
        .read(move |c| service::find_view(c, &id, &files.links))
        .await?;
    Ok(versioned(&view, view.version))
}

/// 新增模板
///
/// Creates a template.
#[utoipa::path(
    tag = "templates", security(("bearer" = ["product.write"])), request_body = ProductTemplateRecord,
    responses((status = 201, description = "模板", body = ProductTemplateView))
)]
#[post("/product-templates")]
pub async fn create_product_template(
    scope: Scope<ProductWrite>,
    files: Files,
    body: Valid<ProductTemplateRecord>,
) -> Result<HttpResponse, Problem> {
    let record = service::admitted(body.0).await?;
    let created = scope.once(move |c| {
        let id = service::create(c, record)?;
        let view = service::find_view(c, &id, &files.links);
        view.map(|view| Answer::created_at(format!("/api/v1/product-templates/{id}"), view))
    });
    created.await
}

/// 修改模板
///
/// Changes a template. Products that were made from it stay as they are.
#[utoipa::path(
    tag = "templates", security(("bearer" = ["product.write"])), request_body = ProductTemplateRecord,
    params(
        ("id" = String, Path, description = "模板编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取时的 ETag"),
    ),
    responses((status = 200, description = "修改后的模板", body = ProductTemplateView))
)]
#[put("/product-templates/{id}")]
pub async fn update_product_template(
    scope: Scope<ProductWrite>,
    files: Files,
    id: Path<ProductTemplateId>,
    version: IfMatch,
    body: Valid<ProductTemplateRecord>,
) -> Result<HttpResponse, Problem> {
    let record = service::admitted(body.0).await?;
    let updated = scope.once(move |c| {
        let version = version.pick(|| service::find_view(c, &id, &files.links).map(|view| view.version))?;
        service::update(c, &id, version, record)?;
        service::find_view(c, &id, &files.links).map(|view| Answer::versioned(view.version, view))
    });
    updated.await
}

/// 删除模板
///
/// Removes a template. Products that were made from it stay as they are.
#[utoipa::path(
    tag = "templates", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "模板编号", format = "uuid")),
    responses((status = 204, description = "已删除"))
)]
#[delete("/product-templates/{id}")]
pub async fn delete_product_template(
    scope: Scope<ProductWrite>,
    id: Path<ProductTemplateId>,
) -> Result<HttpResponse, Problem> {
    scope.write(move |c| service::delete(c, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
