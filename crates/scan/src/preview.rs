//! What a reader will see, shown to the maker without being counted (F084).

use crate::{
    Pages, Scans,
    answer::{Counted, Finding},
    as_of::{self, Day},
    page::PageLook,
    permission::ScanRead,
    record::CodeQuery,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use chrono::NaiveDate;
use facts::{CodeKey, ProductId, Snapshot};
use identifiers::{BatchNo, SerialNo};
use kernel::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{Problem, Query, Scope};

/// 扫码预览
///
/// The page a scan of this code gets, as it is now; the preview is not recorded as a scan.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), CodeQuery),
    responses((status = 200, description = "扫码页", body = String, content_type = "text/html"))
)]
#[get("/products/{id}/preview")]
pub async fn find_code_preview(
    scope: Scope<ScanRead>,
    id: Path<ProductId>,
    query: Query<CodeQuery>,
    scans: Scans,
    pages: Pages,
) -> Result<HttpResponse, Problem> {
    let asked = id.clone();
    let gtin = scope.read(move |c| facts::gtin_of(c, &asked)).await?;
    let key =
        CodeKey::new(gtin, query.0.batch_no.map(|no| no.to_string()), query.0.serial).within(id.into_inner());
    let finding = match scans.resolver.resolve(&key).await? {
        Some(found) => Finding::Known(Box::new(found), key, Counted::Unasked),
        None => Finding::Unknown(key),
    };
    Ok(shown(&scope, &pages, &finding))
}

/// On which day.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct AsOfQuery {
    /// 日期
    ///
    /// 北京时间；显示这一天结束时的内容，今天则为当前内容。
    #[param(example = "2026-11-20")]
    pub on: NaiveDate,
    /// 批次号
    #[param(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号
    #[param(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub serial: Option<SerialNo>,
}

/// 历史扫码页
///
/// The page a scan of this code got at the end of a day, for disputes: from the version of the record that held, and states,
/// batches and units as they were. The maker's name, brand and qualifications are those of today, and what is no longer
/// public cannot be opened.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), AsOfQuery),
    responses((status = 200, description = "扫码页", body = String, content_type = "text/html"))
)]
#[get("/products/{id}/as-of")]
pub async fn find_code_as_of(
    scope: Scope<ScanRead>,
    id: Path<ProductId>,
    query: Query<AsOfQuery>,
    scans: Scans,
    pages: Pages,
) -> Result<HttpResponse, Problem> {
    let AsOfQuery { on, batch_no, serial } = query.0;
    let day = Day::of(on, scope.now())?;
    let asked = id.clone();
    let gtin = scope.read(move |c| facts::gtin_of(c, &asked)).await?;
    let key = CodeKey::new(gtin, batch_no.map(|no| no.to_string()), serial).within(id.into_inner());
    let finding = as_of::find(&scans, key, day).await?;
    Ok(shown_at(&scope, &pages, &finding, day.at))
}

/// A product that is still being written: the fields of a `ProductRecord`, any of them missing or wrong.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = Object)]
pub struct ProductPreview(Map<String, Value>);

/// 编辑中预览
///
/// The page a product would have if it were saved as it is and activated: for the preview beside the form. What is
/// missing or wrong is left out of the page. Nothing is stored and nothing is counted.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])),
    request_body = ProductPreview,
    responses((status = 200, description = "扫码页", body = String, content_type = "text/html"))
)]
#[post("/products/preview")]
pub async fn preview_product(
    scope: Scope<ScanRead>,
    record: Json<ProductPreview>,
    scans: Scans,
    pages: Pages,
) -> Result<HttpResponse, Problem> {
    let owner = scope.enterprise().clone();
    let (found, key) = scans.resolver.preview(owner, record.into_inner().0).await?;
    Ok(shown(
        &scope,
        &pages,
        &Finding::Known(Box::new(found), key, Counted::Unasked),
    ))
}

/// The page as a phone shows it, without what only a real scan has.
fn shown(scope: &Scope<ScanRead>, pages: &Pages, finding: &Finding) -> HttpResponse {
    shown_at(scope, pages, finding, scope.now())
}

fn shown_at(scope: &Scope<ScanRead>, pages: &Pages, finding: &Finding, at: Timestamp) -> HttpResponse {
    let snapshot: Option<&Arc<Snapshot>> = match finding {
        Finding::Known(found, ..) => Some(&found.snapshot),
        Finding::Unknown(_) | Finding::Malformed(_) => None,
    };
    let look = PageLook {
        lang: scope.lang(),
        takes_gzip: false,
        again: None,
        feedback: None,
    };
    let answer = finding.answer(at);
    pages.respond(HttpResponse::Ok(), &answer, snapshot, &look)
}
