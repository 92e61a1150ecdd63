//! The versions of a product over REST.

use super::{RevisionItem, RevisionView, store};
use crate::{Error, ProductId, files, permission::ProductRead, store as products};
use actix_web::{
    get,
    web::{Json, Path},
};
use kernel::Page;
use web::{Files, PageQuery, Problem, Query, Scope};

/// 产品版本列表
///
/// Lists the versions of what a maker says of a product, newest first. Until it is activated there is one.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), web::PageQuery),
    responses((status = 200, description = "版本", body = Page<RevisionItem>))
)]
#[get("/products/{id}/revisions")]
pub async fn list_product_revisions(
    scope: Scope<ProductRead>,
    id: Path<ProductId>,
    page: Query<PageQuery>,
) -> Result<Json<Page<RevisionItem>>, Problem> {
    let page = page.0;
    let (found, total) = scope
        .read(move |c| {
            products::find(c, &id)?;
            store::list(c, &id, page)
        })
        .await?;
    let item = |(revision, changed_fields, reason, made_at): store::Outline| RevisionItem {
        revision,
        changed_fields: changed_fields.0,
        reason,
        made_at,
    };
    Ok(Json(page.of(found.into_iter().map(item).collect(), total)))
}

/// 查看产品版本
///
/// Shows one version of a product.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(
        ("id" = String, Path, description = "产品编号", format = "uuid"),
        ("revision" = i64, Path, description = "内容版本号"),
    ),
    responses((status = 200, description = "版本", body = RevisionView))
)]
#[get("/products/{id}/revisions/{revision}")]
pub async fn find_product_revision(
    scope: Scope<ProductRead>,
    links: Files,
    path: Path<(ProductId, i64)>,
) -> Result<Json<RevisionView>, Problem> {
    let (id, number) = path.into_inner();
    let view = scope
        .read(move |c| {
            let p = products::find(c, &id)?;
            let found = store::find(c, &id, number)?;
            let db::Partly {
                value: record,
                unreadable,
                ..
            } = found.read(&p)?;
            let files = files::views(c, &record, &links.links)?;
            Ok::<_, Error>(RevisionView {
                revision: found.revision,
                changed_fields: found.changed_fields.0,
                reason: found.reason,
                record,
                unreadable,
                files,
                made_at: found.made_at,
            })
        })
        .await?;
    Ok(Json(view))
}
