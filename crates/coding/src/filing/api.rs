//! Filing quantities over REST.

use super::{
    DueFiling, DueProduct, FilingCorrection, FilingId, FilingView, due,
    due_model::DueFilter,
    model::{CreateFiling, FilingFilter, UpdateFiling},
    service, store,
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use kernel::Page;
use product::permission::{ProductRead, ProductWrite};
use web::{Answer, IfMatch, ListQuery, PageQuery, Problem, Scope, Valid, versioned};

/// 填报记录列表
///
/// Lists the quantities filed, the newest period first.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])), params(web::PageQuery, FilingFilter),
    responses((status = 200, description = "填报记录", body = Page<FilingView>))
)]
#[get("/filings")]
pub async fn list_filings(
    scope: Scope<ProductRead>,
    query: ListQuery<FilingFilter>,
) -> Result<Json<Page<FilingView>>, Problem> {
    let (page, lang) = (query.page, scope.lang());
    let (found, total) = scope
        .read(move |c| store::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    let items = found.into_iter().map(|f| service::view(f, lang)).collect();
    Ok(Json(page.of(items, total)))
}

/// 待填报列表
///
/// Lists the periods whose quantity is still to be filed, however old, the most urgent first.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])), params(web::PageQuery, DueFilter),
    responses((status = 200, description = "待填报", body = Page<DueFiling>))
)]
#[get("/due-filings")]
pub async fn list_due_filings(
    scope: Scope<ProductRead>,
    query: ListQuery<DueFilter>,
) -> Result<Json<Page<DueFiling>>, Problem> {
    let (page, lang) = (query.page, scope.lang());
    let (items, total) = scope
        .read(move |c| due::list(c, &query.filter, part(&page), lang))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// Offset and size of a page of something that is not in the database.
fn part(page: &PageQuery) -> (usize, usize) {
    let whole = |n: i64| usize::try_from(n).unwrap_or(0);
    (whole(page.offset()), whole(page.size()))
}

/// 待填报产品列表
///
/// Lists the products of which quantities are still to be filed, with their numbers, the most urgent first.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])), params(web::PageQuery, DueFilter),
    responses((status = 200, description = "待填报的产品", body = Page<DueProduct>))
)]
#[get("/due-filing-products")]
pub async fn list_due_filing_products(
    scope: Scope<ProductRead>,
    query: ListQuery<DueFilter>,
) -> Result<Json<Page<DueProduct>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| due::list_products(c, &query.filter, part(&page)))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看填报记录
///
/// Shows the quantity of one period.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "填报编号", format = "uuid")),
    responses((status = 200, description = "填报记录", body = FilingView))
)]
#[get("/filings/{id}")]
pub async fn find_filing(scope: Scope<ProductRead>, id: Path<FilingId>) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let view = scope.read(move |c| service::find_view(c, &id, lang)).await?;
    Ok(versioned(&view, view.version))
}

/// 更正记录
///
/// Lists the corrections of a filing, the newest first: what it was before and after, why, by whom and when.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "填报编号", format = "uuid")),
    responses((status = 200, description = "更正记录", body = Vec<FilingCorrection>))
)]
#[get("/filings/{id}/corrections")]
pub async fn list_filing_corrections(
    scope: Scope<ProductRead>,
    id: Path<FilingId>,
) -> Result<Json<Vec<FilingCorrection>>, Problem> {
    let list = scope.read(move |c| service::corrections(c, &id)).await?;
    Ok(Json(list))
}

/// 填报产品数量
///
/// Files the quantity of a period that has ended: daily for units and combinations, in the chosen rhythm for products and batches.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.write"])), request_body = CreateFiling,
    responses((status = 201, description = "填报记录", body = FilingView))
)]
#[post("/filings")]
pub async fn create_filing(
    scope: Scope<ProductWrite>,
    body: Valid<CreateFiling>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let created = scope.once(move |c| {
        let id = service::create(c, body.0, lang)?;
        let view = service::find_view(c, &id, lang);
        view.map(|view| Answer::created_at(format!("/api/v1/filings/{id}"), view))
    });
    created.await
}

/// 更正填报数量
///
/// Corrects the quantity of a period, with the reason; what was filed before is kept.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.write"])), request_body = UpdateFiling,
    params(
        ("id" = String, Path, description = "填报编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取时的 ETag"),
    ),
    responses((status = 200, description = "更正后的填报记录", body = FilingView))
)]
#[put("/filings/{id}")]
pub async fn update_filing(
    scope: Scope<ProductWrite>,
    id: Path<FilingId>,
    version: IfMatch,
    body: Valid<UpdateFiling>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let updated = scope.once(move |c| {
        let version = version.pick(|| service::find_view(c, &id, lang).map(|view| view.version))?;
        service::correct(c, &id, version, body.0)?;
        service::find_view(c, &id, lang).map(|view| Answer::versioned(view.version, view))
    });
    updated.await
}
