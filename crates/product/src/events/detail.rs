//! What became true by events, as it is stored and told.

use crate::ProductId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::ToSchema;

db::union! {
    /// What became true by an event; `type` says which of these it is.
    pub enum EventDetail = "event_detail", shape 2, upgrade untagged {
        ProductSaved(ProductSaved) = "product_saved";
        BatchFacts(EventBatch) = "batch_facts";
        BatchSaved(BatchSaved) = "batch_saved";
        UnitDates(UnitDates) = "unit_dates";
        UnitAssociation(UnitAssociation) = "unit_association";
        UnitsMoved(UnitsMoved) = "units_moved";
        ExFactory(ExFactoryEntry) = "ex_factory";
        Pack(PackedIn) = "pack";
        PackContents(PackContents) = "pack_contents";
        RecallAdvice(RecallAdvice) = "recall_advice";
    }
}

/// Which fields of a product were saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProductSaved {
    /// 内容版本号
    pub revision: i64,
    /// 变更字段
    #[serde(default)]
    #[schema(example = json!(["picture_file_ids", "warranty_period"]))]
    pub changed_fields: Vec<String>,
}

/// What is true of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EventBatch {
    /// 批次号
    pub batch_no: String,
    /// 生产日期
    pub made_on: NaiveDate,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 产品数量
    pub quantity: Option<i64>,
    /// 数量类别
    #[schema(example = "exact")]
    pub quantity_kind: Option<String>,
}

/// What is true of a batch after it was changed, and what changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BatchSaved {
    /// 批次号
    pub batch_no: String,
    /// 生产日期
    pub made_on: NaiveDate,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 产品数量
    pub quantity: Option<i64>,
    /// 数量类别
    #[schema(example = "exact")]
    pub quantity_kind: Option<String>,
    /// 检验类别
    #[schema(example = "factory")]
    pub report_kind: Option<String>,
    /// 检验报告
    ///
    /// 文件编号。
    #[serde(default)]
    pub report_file_ids: Vec<String>,
    /// 检验报告公开
    #[serde(default)]
    pub is_report_public: bool,
    /// 备注
    pub note: Option<String>,
    /// 变更内容
    ///
    /// 每个变更字段修改前后的值。
    #[serde(default)]
    pub changes: BTreeMap<String, Change>,
}

/// A value before and after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    /// 修改前
    pub from: Option<Value>,
    /// 修改后
    pub to: Option<Value>,
}

impl Change {
    /// From one value to another, null being none.
    #[must_use]
    pub fn between(from: Value, to: Value) -> Self {
        let given = |value: Value| Some(value).filter(|v| !v.is_null());
        Self {
            from: given(from),
            to: given(to),
        }
    }
}

/// The dates units have of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitDates {
    /// 生产日期
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
}

/// The batch and dates units have after they were associated, and what changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UnitAssociation {
    /// 批次号
    pub batch_no: Option<String>,
    /// 生产日期
    ///
    /// 单品单独登记的；空为取批次的。
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    ///
    /// 单品单独登记的；空为取批次的。
    pub expires_on: Option<NaiveDate>,
    /// 变更内容
    ///
    /// 批次号、生产日期、有效期中变更的，修改前后的值；日期为实际适用的，含取自批次的。
    #[serde(default)]
    pub changes: BTreeMap<String, Change>,
}

/// Units that left a batch for another one, as the batch they left tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitsMoved {
    /// 起始序列号
    pub first_serial: String,
    /// 结束序列号
    pub last_serial: String,
    /// 移到的批次号
    pub batch_no: String,
}

/// The day codes left the factory, and what it was corrected from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExFactoryEntry {
    /// 出厂日期
    pub ex_factory_on: NaiveDate,
    /// 变更内容
    ///
    /// 更正时，修改前后的值。
    #[serde(default)]
    pub changes: BTreeMap<String, Change>,
}

/// The pack that units went into or came out of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PackedIn {
    /// 组合
    pub pack: EventPack,
}

/// A pack as events name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EventPack {
    /// 产品编号
    pub product_id: ProductId,
    /// 产品名称
    pub product_name: Option<String>,
    /// 追溯码
    pub trace_code: Option<String>,
    /// 序列号
    pub serial: String,
}

/// What went into a pack or came out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PackContents {
    /// 组合内容
    #[serde(default)]
    pub contents: Vec<EventContent>,
}

/// Something in a pack, as events name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EventContent {
    /// 产品编号
    pub product_id: ProductId,
    /// 产品名称
    pub product_name: Option<String>,
    /// 追溯码
    pub trace_code: Option<String>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 起始序列号
    pub first_serial: Option<String>,
    /// 结束序列号
    pub last_serial: Option<String>,
    /// 数量
    #[serde(default)]
    pub quantity: i64,
}

/// What the owners of recalled goods should do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RecallAdvice {
    /// 处理建议
    pub advice: String,
}

/// Details of shape 0 had no `type` and called two different things `changed`.
fn untagged(_from: u32, fields: &mut Map<String, Value>) {
    let changed = fields.remove("changed");
    let has = |name: &str| fields.contains_key(name);
    let tag = match &changed {
        Some(Value::Array(_)) => "product_saved",
        Some(_) => "batch_saved",
        None if has("batch_no") => "batch_facts",
        None if has("pack") => "pack",
        None if has("contents") => "pack_contents",
        None if has("advice") => "recall_advice",
        None => "unit_dates",
    };
    match changed {
        Some(list @ Value::Array(_)) => fields.insert("changed_fields".to_owned(), list),
        Some(map) => fields.insert("changes".to_owned(), map),
        None => None,
    };
    fields.entry("type").or_insert_with(|| tag.into());
}
