//! Filing quantities over REST.

use super::{
    DueFiling, FilingId, FilingView, due,
    model::{CreateFiling, CreateFilingBatch, DueFilter, FilingBatch, FilingFilter, UpdateFiling},
    service, store,
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use kernel::Page;
use product::permission::{ProductRead, ProductWrite};
use web::{Answer, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

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
/// Lists the periods whose quantity is still to be filed, the most urgent first.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.read"])), params(web::PageQuery),
    responses((status = 200, description = "待填报", body = Page<DueFiling>))
)]
#[get("/due-filings")]
pub async fn list_due_filings(
    scope: Scope<ProductRead>,
    query: ListQuery<DueFilter>,
) -> Result<Json<Page<DueFiling>>, Problem> {
    let (page, lang) = (query.page, scope.lang());
    let part = |n: i64| usize::try_from(n).unwrap_or(0);
    let (items, total) = scope
        .read(move |c| due::list(c, (part(page.offset()), part(page.size())), lang))
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

/// 填报产品数量
///
/// Files the quantity of a period: daily for units and combinations, in the chosen rhythm for products and batches.
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

/// 按赋码数填报
///
/// Files every missing period of products whose units have codes of their own, with the number of codes issued in it;
/// 0 when there were none.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.write"])), request_body = CreateFilingBatch,
    responses((status = 200, description = "已填报的期数", body = FilingBatch))
)]
#[post("/filing-batches")]
pub async fn create_filing_batch(
    scope: Scope<ProductWrite>,
    body: Valid<CreateFilingBatch>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let created = scope.once(move |c| {
        let filed = service::create_issued(c, body.0.product_id.as_ref(), lang);
        filed.map(|(filed, left)| Answer::ok(FilingBatch { filed, left }))
    });
    created.await
}

/// 更正填报数量
///
/// Corrects the quantity of a period.
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
    let view = scope
        .write(move |c| {
            store::find(c, &id)?;
            store::update(c, &id, version.0, (body.0.quantity, body.0.note.as_deref()))?;
            service::find_view(c, &id, lang)
        })
        .await?;
    Ok(versioned(&view, view.version))
}
