//! What can be asked of leaving the factory.

use chrono::NaiveDate;
use identifiers::SerialNo;
use product::ProductId;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::broken_rule;

/// The day a batch left the factory.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct EnterExFactory {
    /// 出厂日期
    ///
    /// 不能早于生产日期，也不能晚于今天和有效期；登记后日期、数量和检验报告只能更正。
    #[schema(example = "2026-11-20")]
    pub ex_factory_on: NaiveDate,
    /// 更正原因
    ///
    /// 更正已登记的出厂日期时必填；原因和修改前后的日期扫码时可见。
    #[schema(min_length = 2, max_length = 200, example = "出厂日期录入错误")]
    pub correction_reason: Option<String>,
}

/// The day units left the factory: one, or all from one serial to another.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "counted"))]
pub struct EnterUnitsExFactory {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 起始序列号
    ///
    /// 完整的序列号，含前缀；单个出厂时即该序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub first_serial: SerialNo,
    /// 结束序列号
    ///
    /// 完整的序列号，含前缀；单个出厂时不填。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000200")]
    pub last_serial: Option<SerialNo>,
    /// 产品数量
    ///
    /// 批量出厂时必填，须等于结束序列号 − 起始序列号 + 1。
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 200)]
    pub quantity: Option<i64>,
    /// 出厂日期
    ///
    /// 不能早于生产日期，也不能晚于今天和有效期；登记后批次和日期只能更正。
    #[schema(example = "2026-11-20")]
    pub ex_factory_on: NaiveDate,
    /// 更正原因
    ///
    /// 更正已登记的出厂日期时必填；原因和修改前后的日期扫码时可见。
    #[schema(min_length = 2, max_length = 200, example = "出厂日期录入错误")]
    pub correction_reason: Option<String>,
}

/// Whoever names two ends also says how many lie between: a slip in a serial is noticed.
fn counted(units: &EnterUnitsExFactory) -> Result<(), ValidationError> {
    match (&units.last_serial, units.quantity) {
        (Some(_), None) => Err(broken_rule(
            "required",
            "/quantity",
            "required with a last serial",
            "请填写产品数量",
        )),
        _ => Ok(()),
    }
}
