//! Lists of packs over REST.

use super::{
    packs,
    packs_model::{ContentItem, ContentQuery, PackFilter, PackItem},
};
use crate::permission::CodeRead;
use actix_web::{
    get,
    web::{Json, Path},
};
use kernel::Page;
use product::ProductId;
use web::{ListQuery, Problem, Scope};

/// 组合列表
///
/// Lists the packs that have something in them, those filled last first.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.read"])), params(web::PageQuery, PackFilter),
    responses((status = 200, description = "组合", body = Page<PackItem>))
)]
#[get("/packs")]
pub async fn list_packs(
    scope: Scope<CodeRead>,
    query: ListQuery<PackFilter>,
) -> Result<Json<Page<PackItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| packs::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 组合内容
///
/// Lists what is in a pack, in the order it was put there; what is within the packs in it is asked for by their serials.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), web::PageQuery, ContentQuery),
    responses((status = 200, description = "组合内容", body = Page<ContentItem>))
)]
#[get("/products/{id}/unit/contents")]
pub async fn list_pack_contents(
    scope: Scope<CodeRead>,
    id: Path<ProductId>,
    query: ListQuery<ContentQuery>,
) -> Result<Json<Page<ContentItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| packs::contents(c, &id, &query.filter.serial, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}
