//! What an enterprise has coded so far, for its home page (F018).

use crate::{Error, batch, permission::CodeRead, product, product::CodeState, unit};
use actix_web::{get, web::Json};
use db::TenantConn;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Problem, Scope};

/// How much was coded.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodingOverview {
    /// 产品数
    pub products: i64,
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
    Ok(CodingOverview {
        products: product::store::count(c)?,
        batches: batch::store::count(c)?,
        units: unit::store::count(c, None)?,
        voided_units: unit::store::count(c, Some(CodeState::Voided))?,
    })
}
