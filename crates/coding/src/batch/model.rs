use super::QuantityKind;
use crate::product::{CodeState, ProductId, quality::ReportKind};
use chrono::NaiveDate;
use db::{Json, schema::batches};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::{FileId, FileView};

/// The id of a batch.
pub type BatchId = Id<Batch>;

/// A batch as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = batches, treat_none_as_default_value = false)]
pub struct Batch {
    pub(crate) id: BatchId,
    pub(crate) product_id: ProductId,
    pub(crate) batch_no: String,
    pub(crate) made_on: NaiveDate,
    pub(crate) expires_on: Option<NaiveDate>,
    pub(crate) state: CodeState,
    pub(crate) state_reason: Option<String>,
    pub(crate) version: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) quantity: Option<i64>,
    pub(crate) quantity_kind: Option<QuantityKind>,
    pub(crate) report_kind: Option<ReportKind>,
    pub(crate) reports: Json<Vec<FileId>>,
    pub(crate) reports_public: bool,
    pub(crate) note: Option<String>,
}

/// A batch as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BatchView {
    /// 批次编号
    pub id: BatchId,
    /// 产品编号
    pub product_id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 批次号
    #[schema(example = "20261101A")]
    pub batch_no: String,
    /// 生产日期
    pub made_on: NaiveDate,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 单品数
    pub units: i64,
    /// 产品数量
    pub quantity: Option<i64>,
    /// 数量类别
    pub quantity_kind: Option<QuantityKind>,
    /// 检验类别
    pub report_kind: Option<ReportKind>,
    /// 出厂检验报告/型式检验报告
    pub reports: Vec<FileId>,
    /// 检验报告公开
    pub reports_public: bool,
    /// 文件
    ///
    /// 检验报告的文件。
    pub files: Vec<FileView>,
    /// 备注
    pub note: Option<String>,
    /// 扫码地址
    ///
    /// GS1 Digital Link。
    pub uri: String,
    /// 状态
    ///
    /// 产品作废后，批次也视为作废。
    pub state: CodeState,
    /// 作废原因
    pub state_reason: Option<String>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
    /// 创建时间
    pub created_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}
