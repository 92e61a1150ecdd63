//! Looking products over, over REST.

use super::{DueRecheck, DueRecheckFilter, service};
use crate::{
    ProductId, ProductView, PublicBase,
    life::{SelfCheck, step},
    permission::{ProductRead, ProductWrite},
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use web::{Files, ListQuery, Problem, Scope, Valid};

/// 待复核产品列表
///
/// Lists the activated products whose record nobody saved or looked over for 180 days, the longest first.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])), params(web::PageQuery, DueRecheckFilter),
    responses((status = 200, description = "待复核产品", body = Page<DueRecheck>))
)]
#[get("/due-rechecks")]
pub async fn list_due_rechecks(
    scope: Scope<ProductRead>,
    query: ListQuery<DueRecheckFilter>,
) -> Result<Json<Page<DueRecheck>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| service::list_due(c, query.filter.keyword.as_deref(), (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 复核产品
///
/// Notes that what is said of an activated product was looked over and is still true.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = SelfCheck,
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "产品", body = ProductView))
)]
#[post("/products/{id}/recheck")]
pub async fn recheck_product(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
    body: Valid<SelfCheck>,
) -> Result<HttpResponse, Problem> {
    step(scope, files, base, id, move |c, id| {
        service::recheck(c, id, &body.0)
    })
    .await
}
