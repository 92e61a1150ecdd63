//! What can be asked about units and of them.

use crate::dates;
use chrono::NaiveDate;
use identifiers::{BatchNo, SerialNo};
use product::ProductId;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};
use web::broken_rule;

/// Association of coded units 赋码后关联: of one (F096), or of all from one serial to another (F097).
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
    #[schema(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 起始序列号
    ///
    /// 完整的序列号，含前缀；单个关联时即该序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub first_serial: SerialNo,
    /// 结束序列号
    ///
    /// 完整的序列号，含前缀；单个关联时不填。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000200")]
    pub last_serial: Option<SerialNo>,
    /// 产品数量
    ///
    /// 批量关联时必填，须等于结束序列号 − 起始序列号 + 1。
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 200)]
    pub quantity: Option<i64>,
    /// 生产日期
    ///
    /// 不填则不变；改到另一批次而不填时，取该批次的。
    #[schema(example = "2026-11-01")]
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    ///
    /// 不填则不变；改到另一批次而不填时，取该批次的。
    #[schema(example = "2028-10-31")]
    pub expires_on: Option<NaiveDate>,
    /// 更正原因
    ///
    /// 单品出厂后变更批次或日期时必填；原因和修改前后的值扫码时可见。
    #[schema(min_length = 2, max_length = 200, example = "装箱时批次登记错误")]
    pub correction_reason: Option<String>,
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
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000200")]
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

/// The unit that is asked for.
#[derive(Debug, Clone, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct UnitQuery {
    /// 序列号
    ///
    /// 完整的序列号，区分大小写。
    #[param(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
}
