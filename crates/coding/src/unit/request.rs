//! What can be asked about units and of them.

use super::service::IssueOrder;
use crate::{
    batch::BatchId,
    dates,
    product::{CodeState, ProductId},
};
use chrono::NaiveDate;
use identifiers::{BatchNo, SerialNo};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};
use web::broken_rule;

/// Unit codes to be issued 批量赋码 (F095).
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "issue_dates"))]
pub struct IssueUnits {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 批次号
    ///
    /// 已有的批次号；不填则暂不归入批次，可赋码后关联。
    #[schema(value_type = Option<String>, format = "batch-no", max_length = 20, example = "20261101A")]
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

fn issue_dates(new: &IssueUnits) -> Result<(), ValidationError> {
    dates::in_order(new.made_on, new.expires_on)
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

/// What becomes true of units that are coded 赋码后关联: of one (F096), or of all from one serial to another (F097).
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "association_rules"))]
pub struct AssociateUnits {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 批次号
    ///
    /// 关联到的批次；已关联的可改为其他批次。不填则批次不变。
    #[schema(value_type = Option<String>, format = "batch-no", max_length = 20, example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 起始序列号
    ///
    /// 完整的序列号，含前缀；单个关联时即该序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub first_serial: SerialNo,
    /// 结束序列号
    ///
    /// 完整的序列号，含前缀；单个关联时不填。
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000200")]
    pub last_serial: Option<SerialNo>,
    /// 产品数量
    ///
    /// 批量关联时必填，须等于结束序列号 − 起始序列号 + 1。
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 200)]
    pub quantity: Option<i64>,
    /// 生产日期
    ///
    /// 填批次号而不填日期时，取批次的。
    #[schema(example = "2026-11-01")]
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    ///
    /// 填批次号而不填日期时，取批次的。
    #[schema(example = "2028-10-31")]
    pub expires_on: Option<NaiveDate>,
}

fn association_rules(a: &AssociateUnits) -> Result<(), ValidationError> {
    dates::in_order(a.made_on, a.expires_on)?;
    counted(a.last_serial.as_ref(), a.quantity)
}

/// Units to be ended: one, or all from one serial to another.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "void_rules"))]
pub struct VoidUnits {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 起始序列号
    ///
    /// 完整的序列号，含前缀；单个作废时即该序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub first_serial: SerialNo,
    /// 结束序列号
    ///
    /// 完整的序列号，含前缀；单个作废时不填。
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000200")]
    pub last_serial: Option<SerialNo>,
    /// 产品数量
    ///
    /// 批量作废时必填，须等于结束序列号 − 起始序列号 + 1。
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 200)]
    pub quantity: Option<i64>,
    /// 作废原因
    ///
    /// 扫码时可见。
    #[schema(min_length = 2, max_length = 200, example = "标签印刷错误")]
    pub reason: String,
}

fn void_rules(v: &VoidUnits) -> Result<(), ValidationError> {
    counted(v.last_serial.as_ref(), v.quantity)
}

/// Whoever names two ends also says how many lie between: a slip in a serial is noticed.
fn counted(last: Option<&SerialNo>, quantity: Option<i64>) -> Result<(), ValidationError> {
    match (last, quantity) {
        (Some(_), None) => Err(broken_rule(
            "required",
            "/quantity",
            "required with a last serial",
            "请填写产品数量",
        )),
        _ => Ok(()),
    }
}

/// Which units are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UnitFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 批次
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub batch_id: Option<BatchId>,
    /// 序列号
    ///
    /// 完整的序列号或其开头部分，区分大小写。
    #[param(max_length = 20, example = "A0000")]
    pub serial: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<CodeState>,
}

/// Which unit is wanted.
#[derive(Debug, Clone, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct UnitQuery {
    /// 序列号
    ///
    /// 完整的序列号，区分大小写。
    #[param(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
}
