//! The life of a product over REST: the platform's part, review by hand (F168).

use super::{
    model::{RejectProduct, ReviewFilter},
    service, store,
};
use crate::{
    Error, ProductId, ProductView, PublicBase, model::ReviewItem, permission::platform::ProductReview, view,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Files, ListQuery, PlatformScope, Problem, Valid};

/// 待审产品列表
///
/// Lists the products of all enterprises, those that wait for a review first, the oldest before the others; drafts only
/// when a keyword or the state asks for them.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(web::PageQuery, ReviewFilter),
    responses((status = 200, description = "产品", body = Page<ReviewItem>))
)]
#[get("/platform/products")]
pub async fn list_products_to_review(
    scope: PlatformScope<ProductReview>,
    query: ListQuery<ReviewFilter>,
) -> Result<Json<Page<ReviewItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| {
            let filter = query.filter;
            store::list_all(
                c,
                (filter.keyword.as_deref(), filter.state),
                (page.offset(), page.size()),
            )
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看待审产品
///
/// Shows a product of any enterprise with everything its maker says of it, but the names of its suppliers, which stay in
/// the enterprise.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[get("/platform/products/{id}")]
pub async fn find_product_to_review(
    scope: PlatformScope<ProductReview>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
) -> Result<Json<ProductView>, Problem> {
    let lang = scope.lang();
    let view = scope
        .read(move |c| {
            let owner = store::owner_of(c, &id)?;
            let mut view = view::find_view(&mut c.acting_for(&owner), &id, &files.links, &base, lang)?;
            for part in &mut view.record.parts {
                part.supplier_name = None;
            }
            Ok::<_, Error>(view)
        })
        .await?;
    Ok(Json(view))
}

/// 审核通过
///
/// Lets a product pass; its maker may activate it.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 204, description = "已通过"))
)]
#[post("/platform/products/{id}/approve")]
pub async fn approve_product(
    scope: PlatformScope<ProductReview>,
    id: Path<ProductId>,
) -> Result<HttpResponse, Problem> {
    scope.write(move |c| service::judge(c, &id, None)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// 审核驳回
///
/// Sends a product back to its maker, with the reason.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])), request_body = RejectProduct,
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 204, description = "已驳回"))
)]
#[post("/platform/products/{id}/reject")]
pub async fn reject_product(
    scope: PlatformScope<ProductReview>,
    id: Path<ProductId>,
    body: Valid<RejectProduct>,
) -> Result<HttpResponse, Problem> {
    scope
        .write(move |c| service::judge(c, &id, Some(&body.0.reason)))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
