//! Products over REST.

use super::{
    ProductId, ProductRecord, ProductSummary, ProductView, internal_code,
    model::{ProductItem, Scope as CodeScope},
    service,
    state::{CodingLevel, ProductState},
    store, view,
};
use crate::{
    Error, PublicBase,
    permission::{ProductRead, ProductWrite},
    reference::ProductCategory,
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use chrono::NaiveDate;
use identifiers::Gtin;
use kernel::Page;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{Files, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

kernel::codes! {
    /// In which order products are listed.
    pub enum ProductSort {
        NewestFirst = "-created_at", "创建时间从新到旧", "newest first";
        OldestFirst = "created_at", "创建时间从旧到新", "oldest first";
        Name = "name", "名称升序", "by name";
        NameReversed = "-name", "名称降序", "by name, reversed";
        TraceCode = "trace_code", "追溯码升序", "by trace code";
        TraceCodeReversed = "-trace_code", "追溯码降序", "by trace code, reversed";
    }
}

/// Which products are wanted, and in which order.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ProductFilter {
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分。
    #[param(max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 追溯码
    ///
    /// 追溯码的一部分。
    #[param(max_length = 14, pattern = "^[0-9]*$", example = "6901234")]
    pub trace_code: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<ProductState>,
    /// 追溯方式
    #[param(inline)]
    pub coding_level: Option<CodingLevel>,
    /// 产品分类
    #[param(inline)]
    pub category: Option<ProductCategory>,
    /// 追溯码种类
    #[param(inline)]
    pub code_scope: Option<CodeScope>,
    /// 创建时间起
    ///
    /// 北京时间的日期，含当天。
    #[param(example = "2026-11-01")]
    pub created_from: Option<NaiveDate>,
    /// 创建时间止
    ///
    /// 北京时间的日期，含当天。
    #[param(example = "2026-11-30")]
    pub created_to: Option<NaiveDate>,
    /// 排序
    #[param(inline)]
    pub sort: Option<ProductSort>,
}

/// Why a code is ended.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct VoidReason {
    /// 作废原因
    ///
    /// 扫码时可见。
    #[schema(min_length = 2, max_length = 200, example = "包装更换，旧码停用")]
    pub reason: String,
}

/// Under which code a product is copied.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CopyProduct {
    /// 追溯码
    ///
    /// 新产品的追溯码，不能与已有的重复。
    #[schema(value_type = String, format = "gtin", min_length = 1, example = "6901234567885")]
    pub trace_code: Gtin,
}

/// An internal code that is free.
#[derive(Debug, Serialize, ToSchema)]
pub struct InternalCode {
    /// 追溯码
    #[schema(example = "2058989108001")]
    pub trace_code: String,
}

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
    let view = scope
        .write(move |c| {
            let (id, taken_out) = service::insert(c, body.0)?;
            view::find_saved(c, (&id, &taken_out), &files.links, &base, lang)
        })
        .await?;
    Ok(HttpResponse::Created()
        .insert_header(("location", format!("/api/v1/products/{}", view.id)))
        .json(view))
}

/// 修改产品
///
/// Changes a product. The record is replaced as a whole; the trace code stays what it is. Once the product is activated
/// what was reviewed is locked, and every other change becomes a new version.
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
    let view = scope
        .write(move |c| {
            let taken_out = service::update(c, &id, version.0, body.0)?;
            view::find_saved(c, (&id, &taken_out), &files.links, &base, lang)
        })
        .await?;
    Ok(versioned(&view, view.version))
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
    let view = scope
        .write(move |c| {
            let id = service::copy(c, &id, body.0.trace_code)?;
            view::find_view(c, &id, &files.links, &base, lang)
        })
        .await?;
    Ok(HttpResponse::Created()
        .insert_header(("location", format!("/api/v1/products/{}", view.id)))
        .json(view))
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
    id: Path<ProductId>,
    body: Valid<VoidReason>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let view = scope
        .write(move |c| {
            service::void(c, &id, &body.0.reason)?;
            view::find_view(c, &id, &files.links, &base, lang)
        })
        .await?;
    Ok(versioned(&view, view.version))
}

/// 品类信息
///
/// Counts what was issued for a product: the panel 品类信息.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "品类信息", body = ProductSummary))
)]
#[get("/products/{id}/summary")]
pub async fn find_product_summary(
    scope: Scope<ProductRead>,
    id: Path<ProductId>,
) -> Result<Json<ProductSummary>, Problem> {
    Ok(Json(scope.read(move |c| view::summary(c, &id)).await?))
}

/// 生成内部码
///
/// Proposes an internal code for an enterprise without a company prefix. It is not reserved until a product has it.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    responses((status = 200, description = "可用的内部码", body = InternalCode))
)]
#[get("/internal-codes/next")]
pub async fn find_next_internal_code(scope: Scope<ProductWrite>) -> Result<Json<InternalCode>, Problem> {
    let code = scope.read(internal_code::next).await?;
    Ok(Json(InternalCode {
        trace_code: code.entered().to_owned(),
    }))
}
