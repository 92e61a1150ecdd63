//! Units over REST, as if each had a row.

use super::{
    model::{UnitFilter, UnitView},
    units,
};
use crate::{permission::CodeRead, unit::UnitQuery};
use actix_web::{
    get,
    web::{Json, Path},
};
use kernel::Page;
use product::{ProductId, PublicBase};
use web::{ListQuery, Problem, Query, Scope};

/// 单品列表
///
/// Lists one's units, newest issue first, serials counting up. Any number of units can be paged through: they are
/// computed from the ranges they were issued in.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.read"])), params(web::PageQuery, UnitFilter),
    responses((status = 200, description = "单品", body = Page<UnitView>))
)]
#[get("/units")]
pub async fn list_units(
    scope: Scope<CodeRead>,
    base: PublicBase,
    query: ListQuery<UnitFilter>,
) -> Result<Json<Page<UnitView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| units::list(c, query.filter, page, &base))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看单品
///
/// Shows a unit.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), UnitQuery),
    responses((status = 200, description = "单品", body = UnitView))
)]
#[get("/products/{id}/unit")]
pub async fn find_unit(
    scope: Scope<CodeRead>,
    base: PublicBase,
    id: Path<ProductId>,
    query: Query<UnitQuery>,
) -> Result<Json<UnitView>, Problem> {
    Ok(Json(
        scope
            .read(move |c| units::find(c, &id, &query.0.serial, &base))
            .await?,
    ))
}
