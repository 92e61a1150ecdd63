use crate::{Verdict, recorder::ScanChannel};
use diesel::Queryable;
use facts::{Level, ProductId};
use identifiers::{BatchNo, SerialNo};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

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
pub struct ScanItem {
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
    pub channel: ScanChannel,
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
    #[param(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号
    #[param(value_type = Option<String>, format = "serial-no", example = "A00000001")]
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
