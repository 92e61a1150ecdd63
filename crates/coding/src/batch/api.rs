//! Batches over REST.

use super::{
    BatchFilter, BatchId, BatchView, QuantityKind, UpdateBatch,
    service::{self, NewBatch, UnitRun},
    store, upkeep,
};
use crate::{
    Error, PublicBase, dates,
    history::{self, EventView},
    permission::{CodeRead, CodeWrite},
    product::{ProductId, VoidReason},
};
use actix_web::{
    HttpResponse, get, post, put,
    web::{Json, Path},
};
use chrono::NaiveDate;
use identifiers::BatchNo;
use kernel::Page;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::{Files, IfMatch, ListQuery, Problem, Scope, Valid, broken_rule, versioned};

kernel::codes! {
    /// How deep a batch is coded 赋码方式 (F090, F091).
    pub enum CodingMode {
        Batch = "batch", "一批一码", "one code a batch";
        Unit = "unit", "一物一码", "one code a unit";
    }
}

/// A batch to be coded.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct CreateBatch {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 批次号
    ///
    /// 1–20 位数字、字母或 GS1 规定的符号，不能有汉字或空格；同一产品内不重复。
    #[schema(value_type = String, format = "batch-no", min_length = 1, example = "20261101A")]
    pub batch_no: BatchNo,
    /// 生产日期
    ///
    /// 不能晚于今天。
    #[schema(example = "2026-11-01")]
    pub made_on: NaiveDate,
    /// 有效期至
    ///
    /// 不能早于生产日期。
    #[schema(example = "2028-10-31")]
    pub expires_on: Option<NaiveDate>,
    /// 赋码方式
    ///
    /// 一批一码只生成批次码；一物一码同时生成单品码，对已有批次号只生成单品码。
    pub coding_mode: CodingMode,
    /// 产品数量
    ///
    /// 赋码方式为一物一码时必填，即单品码的个数；一批一码时为该批次的产品数量，可不填。
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 1000)]
    pub quantity: Option<i64>,
    /// 数量类别
    ///
    /// 一批一码填写数量时可选，不选视为实际数量。
    pub quantity_kind: Option<QuantityKind>,
    /// 序列号前缀
    ///
    /// 可为空；与起始序列号合计最多 20 个字符。
    #[schema(max_length = 19, example = "A")]
    pub serial_prefix: Option<String>,
    /// 起始序列号
    ///
    /// 数字，位数固定，不足补 0；一物一码时不填则接续该产品此前缀最后的序列号，首次从 00000001 开始。
    #[schema(pattern = "^[0-9]{1,20}$", example = "00000001")]
    pub first_serial: Option<String>,
}

fn rules(new: &CreateBatch) -> Result<(), ValidationError> {
    dates::in_order(Some(new.made_on), new.expires_on)?;
    match new.coding_mode {
        CodingMode::Unit if new.quantity.is_none() => Err(broken_rule(
            "required",
            "/quantity",
            "required when each unit is coded",
            "请填写产品数量",
        )),
        _ => Ok(()),
    }
}

impl From<CreateBatch> for NewBatch {
    fn from(b: CreateBatch) -> Self {
        let units = (b.coding_mode == CodingMode::Unit).then(|| UnitRun {
            serial_prefix: b.serial_prefix.unwrap_or_default(),
            first_serial: b.first_serial,
            quantity: b.quantity.unwrap_or_default(),
        });
        let quantity = b.quantity.filter(|_| units.is_none());
        Self {
            product_id: b.product_id,
            batch_no: b.batch_no.to_string(),
            made_on: b.made_on,
            expires_on: b.expires_on,
            quantity: quantity.map(|n| (n, b.quantity_kind.unwrap_or(QuantityKind::Exact))),
            units,
        }
    }
}

/// 批次列表
///
/// Lists one's batches.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.read"])), params(web::PageQuery, BatchFilter),
    responses((status = 200, description = "批次", body = Page<BatchView>))
)]
#[get("/batches")]
pub async fn list_batches(
    scope: Scope<CodeRead>,
    base: PublicBase,
    files: Files,
    query: ListQuery<BatchFilter>,
) -> Result<Json<Page<BatchView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| {
            let (found, total) = store::list(c, &query.filter, (page.offset(), page.size()))?;
            Ok::<_, Error>((service::views(c, found, &files.links, &base)?, total))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看批次
///
/// Shows a batch.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "批次", body = BatchView))
)]
#[get("/batches/{id}")]
pub async fn find_batch(
    scope: Scope<CodeRead>,
    base: PublicBase,
    files: Files,
    id: Path<BatchId>,
) -> Result<HttpResponse, Problem> {
    let view = scope
        .read(move |c| service::find_view(c, &id, &files.links, &base))
        .await?;
    Ok(versioned(&view, view.version))
}

/// 新增批次
///
/// Codes a batch, and in mode `unit` its units. Everything is made or nothing.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.write"])), request_body = CreateBatch,
    responses((status = 201, description = "批次", body = BatchView))
)]
#[post("/batches")]
pub async fn create_batch(
    scope: Scope<CodeWrite>,
    base: PublicBase,
    files: Files,
    body: Valid<CreateBatch>,
) -> Result<HttpResponse, Problem> {
    let view = scope
        .write(move |c| {
            let id = service::create(c, body.0.into())?;
            service::find_view(c, &id, &files.links, &base)
        })
        .await?;
    Ok(HttpResponse::Created()
        .insert_header(("location", format!("/api/v1/batches/{}", view.id)))
        .json(view))
}

/// 维护批次
///
/// Changes what is said of a batch: its dates, how many there are, its inspection reports. The history keeps what changed.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.write"])), request_body = UpdateBatch,
    params(
        ("id" = String, Path, description = "批次编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取时的 ETag"),
    ),
    responses((status = 200, description = "修改后的批次", body = BatchView))
)]
#[put("/batches/{id}")]
pub async fn update_batch(
    scope: Scope<CodeWrite>,
    base: PublicBase,
    files: Files,
    id: Path<BatchId>,
    version: IfMatch,
    body: Valid<UpdateBatch>,
) -> Result<HttpResponse, Problem> {
    let view = scope
        .write(move |c| {
            upkeep::update(c, &id, version.0, body.0)?;
            service::find_view(c, &id, &files.links, &base)
        })
        .await?;
    Ok(versioned(&view, view.version))
}

/// 作废批次
///
/// Voids a batch for good, and with it the codes of its units.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.write"])), request_body = VoidReason,
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "已作废的批次", body = BatchView))
)]
#[post("/batches/{id}/void")]
pub async fn void_batch(
    scope: Scope<CodeWrite>,
    base: PublicBase,
    files: Files,
    id: Path<BatchId>,
    body: Valid<VoidReason>,
) -> Result<HttpResponse, Problem> {
    let view = scope
        .write(move |c| {
            service::void(c, &id, &body.0.reason)?;
            service::find_view(c, &id, &files.links, &base)
        })
        .await?;
    Ok(versioned(&view, view.version))
}

/// 批次操作记录
///
/// Tells what was done to a batch, newest first.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "操作记录", body = Vec<EventView>))
)]
#[get("/batches/{id}/history")]
pub async fn list_batch_events(
    scope: Scope<CodeRead>,
    id: Path<BatchId>,
) -> Result<Json<Vec<EventView>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            store::find(c, &id)?;
            history::store::of_batch(c, &id)
        })
        .await?;
    Ok(Json(history::views(found, lang)))
}
