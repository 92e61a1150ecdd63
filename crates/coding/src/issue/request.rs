//! What can be asked to be issued.

use super::{
    SerialStyle,
    service::{CodeBatch, IssueOrder, UnitRun},
};
use crate::{
    batch::{NewBatch, QuantityKind},
    dates,
};
use chrono::NaiveDate;
use identifiers::BatchNo;
use product::ProductId;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::broken_rule;

kernel::codes! {
    /// Coding mode of a batch 赋码方式: its own code alone, or one a unit (F090, F091).
    pub enum CodingMode {
        Batch = "batch", "一批一码", "one code a batch";
        Unit = "unit", "一物一码", "one code a unit";
    }
}

/// Random serials of one issue at most: each is a row, and two with its history.
const MAX_RANDOM: i64 = 2_000;

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

impl From<CreateBatch> for CodeBatch {
    fn from(b: CreateBatch) -> Self {
        let units = (b.coding_mode == CodingMode::Unit).then(|| UnitRun {
            serial_prefix: b.serial_prefix.unwrap_or_default(),
            first_serial: b.first_serial,
            quantity: b.quantity.unwrap_or_default(),
        });
        let quantity = b.quantity.filter(|_| units.is_none());
        Self {
            batch: NewBatch {
                product_id: b.product_id,
                batch_no: b.batch_no.to_string(),
                made_on: b.made_on,
                expires_on: b.expires_on,
                quantity: quantity.map(|n| (n, b.quantity_kind.unwrap_or(QuantityKind::Exact))),
            },
            units,
        }
    }
}

/// Unit codes to be issued 批量赋码 (F095).
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "issue_rules"))]
pub struct IssueUnits {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 批次号
    ///
    /// 已有的批次号；不填则暂不归入批次，可赋码后关联。
    #[schema(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号前缀
    ///
    /// 可为空；与起始序列号合计最多 20 个字符。
    #[schema(max_length = 19, example = "A")]
    pub serial_prefix: Option<String>,
    /// 起始序列号
    ///
    /// 数字，位数固定，不足补 0；不填则接续该产品此前缀最后的序列号，首次从 00000001 开始。
    #[schema(pattern = "^[0-9]{1,20}$", example = "00000001")]
    pub first_serial: Option<String>,
    /// 产品数量
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 1000)]
    pub quantity: i64,
    /// 序列号方式
    ///
    /// 默认顺序。随机序列号无法由一个推出另一个，可防止他人批量试码、抢先查询；每个单独存储，一次最多 2000 个，列表和导出较慢。
    pub serial_style: Option<SerialStyle>,
    /// 生产日期
    ///
    /// 不填取批次的；不能晚于今天。
    #[schema(example = "2026-11-01")]
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    ///
    /// 不填取批次的；不能早于生产日期。
    #[schema(example = "2028-10-31")]
    pub expires_on: Option<NaiveDate>,
}

fn issue_rules(new: &IssueUnits) -> Result<(), ValidationError> {
    dates::in_order(new.made_on, new.expires_on)?;
    let is_random = new.serial_style == Some(SerialStyle::Random);
    if is_random && new.first_serial.is_some() {
        let (en, zh) = (
            "random serials have no first number",
            "随机序列号不能指定起始序列号，请清空",
        );
        return Err(broken_rule("not_with_random", "/first_serial", en, zh));
    }
    if is_random && new.quantity > MAX_RANDOM {
        let (en, zh) = (
            "at most 2,000 random serials are issued at once",
            "随机序列号一次最多 2000 个，请分次赋码",
        );
        return Err(broken_rule("too_many_random", "/quantity", en, zh));
    }
    Ok(())
}

impl From<IssueUnits> for IssueOrder {
    fn from(i: IssueUnits) -> Self {
        Self {
            product_id: i.product_id,
            batch_no: i.batch_no.map(|no| no.to_string()),
            serial_prefix: i.serial_prefix.unwrap_or_default(),
            first_serial: i.first_serial,
            quantity: i.quantity,
            made_on: i.made_on,
            expires_on: i.expires_on,
        }
    }
}
