//! Filing quantities over REST.

use super::{DueFiling, FilingId, FilingView, due, service, store};
use crate::{
    permission::{ProductRead, ProductWrite},
    product::{ProductId, state::FilingPeriod},
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use chrono::NaiveDate;
use kernel::Page;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{IfMatch, ListQuery, Problem, Scope, Valid, versioned};

/// The quantity of one period.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CreateFiling {
    /// 产品
    pub product_id: ProductId,
    /// 所属期
    ///
    /// 所属期内的任意一天，不能晚于今天。
    #[schema(example = "2026-11-20")]
    pub day: NaiveDate,
    /// 产品数量
    ///
    /// 一物一码、组合多码填准确数量，一品一码、一批一码可填估算数量；没有生产的填 0。
    #[schema(minimum = 0, maximum = 1_000_000_000_000i64, example = 1000)]
    pub quantity: i64,
    /// 备注
    #[schema(min_length = 1, max_length = 200, example = "含返工 12 件")]
    pub note: Option<String>,
}

/// What may be corrected of a filing.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct UpdateFiling {
    /// 产品数量
    #[schema(minimum = 0, maximum = 1_000_000_000_000i64, example = 1000)]
    pub quantity: i64,
    /// 备注
    #[schema(min_length = 1, max_length = 200, example = "含返工 12 件")]
    pub note: Option<String>,
}

/// Of which products the missing quantities are filed as they were coded.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct FileIssued {
    /// 产品
    ///
    /// 不填则为全部一物一码、组合多码的产品。
    pub product_id: Option<ProductId>,
}

/// What was filed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FiledIssued {
    /// 本次填报期数
    #[schema(example = 30)]
    pub filed: i64,
    /// 剩余期数
    ///
    /// 一次最多填报 1000 期；不为 0 时请再次调用。
    pub left: i64,
}

/// Which filings are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FilingFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分。
    #[param(max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 填报周期
    #[param(inline)]
    pub period: Option<FilingPeriod>,
    /// 所属期起
    #[param(example = "2026-11-01")]
    pub from: Option<NaiveDate>,
    /// 所属期止
    #[param(example = "2026-11-30")]
    pub to: Option<NaiveDate>,
}

/// Which part of what is missing is wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DueFilter {}

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
    let view = scope
        .write(move |c| {
            let id = service::create(c, body.0, lang)?;
            service::find_view(c, &id, lang)
        })
        .await?;
    Ok(HttpResponse::Created()
        .insert_header(("location", format!("/api/v1/filings/{}", view.id)))
        .json(view))
}

/// 按赋码数填报
///
/// Files every missing period of products whose units have codes of their own, with the number of codes issued in it;
/// 0 when there were none.
#[utoipa::path(
    tag = "filings", security(("bearer" = ["product.write"])), request_body = FileIssued,
    responses((status = 200, description = "已填报的期数", body = FiledIssued))
)]
#[post("/due-filings/issued")]
pub async fn create_issued_filings(
    scope: Scope<ProductWrite>,
    body: Valid<FileIssued>,
) -> Result<Json<FiledIssued>, Problem> {
    let lang = scope.lang();
    let (filed, left) = scope
        .write(move |c| service::create_issued(c, body.0.product_id.as_ref(), lang))
        .await?;
    Ok(Json(FiledIssued { filed, left }))
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
