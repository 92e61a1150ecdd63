//! The records of scans over REST.

use super::{
    model::{CodeQuery, CodeScans, ScanFilter, ScanItem, ScanOverview},
    store,
};
use crate::{Error, Scans, permission::ScanRead};
use actix_web::{
    get,
    web::{Json, Path},
};
use db::TenantConn;
use facts::{Level, ProductId};
use identifiers::region;
use kernel::Page;
use web::{ListQuery, Problem, Query, Scope};

/// 扫码记录
///
/// Lists the scans of one's codes, newest first.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])), params(web::PageQuery, ScanFilter),
    responses((status = 200, description = "扫码记录", body = Page<ScanItem>))
)]
#[get("/scans")]
pub async fn list_scans(
    scope: Scope<ScanRead>,
    query: ListQuery<ScanFilter>,
) -> Result<Json<Page<ScanItem>>, Problem> {
    let page = query.page;
    let (found, total) = scope
        .read(move |c| store::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    let name = |code: String| region::find(&code).map_or(code, |r| r.full_name());
    Ok(Json(
        page.of(
            found
                .into_iter()
                .map(|s| ScanItem {
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
            facts::gtin_of(c, &id)?;
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
