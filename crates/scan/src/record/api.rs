//! The records of scans over REST.

use super::store;
use crate::{Error, Scans, Verdict, permission::ScanRead, recorder::Channel};
use actix_web::{
    get,
    web::{Json, Path},
};
use coding::{
    product::{self, ProductId},
    resolve::Level,
};
use db::TenantConn;
use diesel::Queryable;
use identifiers::{BatchNo, SerialNo, region};
use kernel::{Page, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{ListQuery, Problem, Query, Scope};

/// Which scans are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ScanFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 批次号或序列号
    ///
    /// 完整的批次号或序列号。
    #[param(max_length = 20, example = "A00000001")]
    pub code: Option<String>,
    /// 结论
    #[param(inline)]
    pub verdict: Option<Verdict>,
}

/// One scan.
#[derive(Debug, Clone, Serialize, ToSchema, Queryable)]
pub struct ScanView {
    /// 扫码编号
    ///
    /// 按时间递增。
    #[schema(example = "7482930192384000001")]
    pub id: String,
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 层级
    pub level: Level,
    /// 批次号或序列号
    ///
    /// 产品码为空。
    pub code: String,
    /// 结论
    pub verdict: Verdict,
    /// 渠道
    pub channel: Channel,
    /// 地区
    ///
    /// 区县级；未知为空。
    #[schema(example = "浙江省杭州市萧山区")]
    pub region: Option<String>,
    /// 查询时间
    pub scanned_at: Timestamp,
}

/// How much one's codes are scanned.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScanOverview {
    /// 累计扫码
    pub total: i64,
    /// 今日扫码
    ///
    /// 北京时间。
    pub today: i64,
    /// 近七日扫码
    pub last_seven_days: i64,
}

/// Which code of a product is meant.
#[derive(Debug, Clone, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct CodeQuery {
    /// 批次号
    #[param(value_type = Option<String>, format = "batch-no", max_length = 20, example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号
    #[param(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000001")]
    pub serial: Option<SerialNo>,
}

/// How often one code was scanned.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodeScans {
    /// 查询次数
    pub scans: i64,
    /// 首次查询时间
    pub first_scanned_at: Option<Timestamp>,
    /// 最近查询时间
    pub last_scanned_at: Option<Timestamp>,
}

/// 扫码记录
///
/// Lists the scans of one's codes, newest first.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])), params(web::PageQuery, ScanFilter),
    responses((status = 200, description = "扫码记录", body = Page<ScanView>))
)]
#[get("/scans")]
pub async fn list_scans(
    scope: Scope<ScanRead>,
    query: ListQuery<ScanFilter>,
) -> Result<Json<Page<ScanView>>, Problem> {
    let page = query.page;
    let (found, total) = scope
        .read(move |c| store::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    let name = |code: String| region::find(&code).map_or(code, |r| r.full_name());
    Ok(Json(
        page.of(
            found
                .into_iter()
                .map(|s| ScanView {
                    region: s.region.map(name),
                    ..s
                })
                .collect(),
            total,
        ),
    ))
}

/// 扫码统计
///
/// Counts the scans of one's codes.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])),
    responses((status = 200, description = "扫码统计", body = ScanOverview))
)]
#[get("/scan-overview")]
pub async fn find_scan_overview(scope: Scope<ScanRead>, scans: Scans) -> Result<Json<ScanOverview>, Problem> {
    scans.recorder.settle().await?;
    Ok(Json(scope.read(overview).await?))
}

/// 单码扫码次数
///
/// Says how often a code of a product was scanned: its own, that of a batch, or that of a unit.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), CodeQuery),
    responses((status = 200, description = "扫码次数", body = CodeScans))
)]
#[get("/products/{id}/scans")]
pub async fn find_code_scans(
    scope: Scope<ScanRead>,
    id: Path<ProductId>,
    query: Query<CodeQuery>,
    scans: Scans,
) -> Result<Json<CodeScans>, Problem> {
    scans.recorder.settle().await?;
    let (level, code) = match (&query.0.serial, &query.0.batch_no) {
        (Some(serial), _) => (Level::Unit, serial.to_string()),
        (None, Some(no)) => (Level::Batch, no.to_string()),
        (None, None) => (Level::Product, String::new()),
    };
    let counter = scope
        .read(move |c| {
            product::gtin(c, &id)?;
            store::find_counter(c, &id, level, &code)
        })
        .await?;
    Ok(Json(CodeScans {
        scans: counter.map_or(0, |c| c.0),
        first_scanned_at: counter.map(|c| c.1),
        last_scanned_at: counter.map(|c| c.2),
    }))
}

fn overview(c: &mut TenantConn<'_>) -> Result<ScanOverview, Error> {
    const DAY: i64 = 86_400;
    let midnight = c.now().beijing_midnight();
    Ok(ScanOverview {
        total: store::count_all(c)?,
        today: store::count_since(c, midnight)?,
        last_seven_days: store::count_since(c, midnight.plus_seconds(-6 * DAY))?,
    })
}
