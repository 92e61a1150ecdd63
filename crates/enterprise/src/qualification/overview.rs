//! How one's qualifications stand, for the home page (F030).

use super::store;
use crate::permission::own::QualificationRead;
use actix_web::{get, web::Json};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Problem, Scope};

/// How many qualifications stand how.
#[derive(Debug, Serialize, ToSchema)]
pub struct QualificationOverview {
    /// 有效资质数
    ///
    /// 不含即将到期的。
    pub valid: i64,
    /// 即将到期资质数
    ///
    /// 60 天内到期。
    pub expiring: i64,
    /// 已过期资质数
    pub expired: i64,
}

/// 资质统计
///
/// Counts one's qualifications by how they stand today.
#[utoipa::path(
    tag = "qualifications", security(("bearer" = ["qualification.read"])),
    responses((status = 200, description = "资质统计", body = QualificationOverview))
)]
#[get("/qualification-overview")]
pub async fn find_qualification_overview(
    scope: Scope<QualificationRead>,
) -> Result<Json<QualificationOverview>, Problem> {
    Ok(Json(scope.read(store::overview).await?))
}
