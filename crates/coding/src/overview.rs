//! How much was coded: by an enterprise, for its home page (F018), and of a product (F088).

use crate::{CodeState, Error, batch, permission::CodeRead, unit};
use actix_web::{
    get,
    web::{Json, Path},
};
use db::TenantConn;
use product::{ProductId, permission::ProductRead};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Problem, Scope};

/// How much was coded.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodingOverview {
    /// 产品数
    pub products: i64,
    /// 已提交产品数
    ///
    /// 提交过审核且未作废的。
    pub submitted_products: i64,
    /// 已激活产品数
    pub activated_products: i64,
    /// 批次数
    pub batches: i64,
    /// 单品码数
    pub units: i64,
    /// 已作废单品码数
    pub voided_units: i64,
}

/// 赋码统计
///
/// Counts the products, batches and units of one's enterprise.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])),
    responses((status = 200, description = "赋码统计", body = CodingOverview))
)]
#[get("/coding-overview")]
pub async fn find_coding_overview(scope: Scope<CodeRead>) -> Result<Json<CodingOverview>, Problem> {
    Ok(Json(scope.read(count).await?))
}

fn count(c: &mut TenantConn<'_>) -> Result<CodingOverview, Error> {
    let products = product::count(c)?;
    Ok(CodingOverview {
        products: products.all,
        submitted_products: products.submitted,
        activated_products: products.activated,
        batches: batch::count(c)?,
        units: unit::count(c, None)?,
        voided_units: unit::count(c, Some(CodeState::Voided))?,
    })
}

fn summary(c: &mut TenantConn<'_>, id: &ProductId) -> Result<ProductSummary, Error> {
    let p = product::find(c, id)?;
    Ok(ProductSummary {
        batches: batch::count_of_product(c, id)?,
        units: unit::count_of_product(c, id)?,
        trace_code: p.trace_code,
        name: p.name,
        model: p.model,
        brand_name: p.brand_name,
    })
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
    Ok(Json(scope.read(move |c| summary(c, &id)).await?))
}

/// What was issued for a product: the 品类信息 panel (F088).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductSummary {
    /// 追溯码
    pub trace_code: String,
    /// 产品名称
    pub name: String,
    /// 规格型号
    pub model: String,
    /// 商标（品牌）
    pub brand_name: Option<String>,
    /// 批次总数
    pub batches: i64,
    /// 单品总数
    pub units: i64,
}
