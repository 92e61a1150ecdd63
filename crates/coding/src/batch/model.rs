use crate::{
    CodeState, dates,
    worth::{Finding, Stand, Verdict},
};
use chrono::NaiveDate;
use db::{List, schema::batches};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Code, Timestamp};
use product::{BatchId, ProductId, ReportKind};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};
use web::{
    broken_rule,
    upload::{FileId, FileView},
};

/// A batch as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = batches, treat_none_as_default_value = false)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// The product it is of.
    pub product_id: ProductId,
    /// 批次号
    pub batch_no: String,
    /// 生产日期
    pub made_on: NaiveDate,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// State.
    pub state: Code<CodeState>,
    /// Reason of the rejection or the voiding.
    pub state_reason: Option<String>,
    /// Counts its changes, for `If-Match`.
    pub version: i64,
    /// Creation time.
    pub created_at: Timestamp,
    /// Time of the last change.
    pub updated_at: Timestamp,
    /// 产品数量
    pub quantity: Option<i64>,
    /// Exact or estimated.
    pub quantity_kind: Option<Code<QuantityKind>>,
    /// 检验类别
    pub report_kind: Option<Code<ReportKind>>,
    /// The inspection reports.
    pub report_file_ids: List<FileId>,
    /// True when anyone may see the reports.
    pub is_report_public: bool,
    /// 备注
    pub note: Option<String>,
    /// 出厂日期
    pub ex_factory_on: Option<NaiveDate>,
}

impl Batch {
    /// Whether it left the factory as a whole: somebody entered it, or it is past its expiry.
    #[must_use]
    pub fn is_ex_factory(&self, today: NaiveDate) -> bool {
        self.ex_factory_on.is_some() || self.expires_on.is_some_and(|day| day < today)
    }
}

impl Batch {
    /// Where it stands by itself.
    #[must_use]
    pub fn stand(&self) -> Stand<'_> {
        Stand {
            state: self.state,
            reason: self.state_reason.as_deref(),
        }
    }
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
    #[schema(value_type = Option<QuantityKind>)]
    pub quantity_kind: Option<Code<QuantityKind>>,
    /// 检验类别
    #[schema(value_type = Option<ReportKind>)]
    pub report_kind: Option<Code<ReportKind>>,
    /// 出厂检验报告/型式检验报告
    pub report_file_ids: Vec<FileId>,
    /// 检验报告公开
    pub is_report_public: bool,
    /// 文件
    ///
    /// 检验报告的文件。
    pub files: Vec<FileView>,
    /// 备注
    pub note: Option<String>,
    /// 出厂日期
    #[schema(example = "2026-11-20")]
    pub ex_factory_on: Option<NaiveDate>,
    /// 已出厂
    ///
    /// 已登记出厂、已过有效期，或其中有单品已出厂；此后修改须填写更正原因。
    pub is_ex_factory: bool,
    /// 扫码地址
    ///
    /// GS1 Digital Link。
    pub uri: String,
    /// 状态
    ///
    /// 产品作废后，批次也视为作废。
    #[schema(value_type = CodeState)]
    pub state: Code<CodeState>,
    /// 作废原因
    pub state_reason: Option<String>,
    /// 结论
    ///
    /// 与扫码页相同。
    pub verdict: Verdict,
    /// 结论明细
    ///
    /// 最严重的在前。
    pub findings: Vec<Finding>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
    /// 创建时间
    pub created_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}

kernel::codes! {
    /// In which order batches are listed.
    pub enum BatchSort {
        NewestFirst = "-created_at", "创建时间从新到旧", "newest first";
        OldestFirst = "created_at", "创建时间从旧到新", "oldest first";
        MadeLast = "-made_on", "生产日期从新到旧", "made last first";
        MadeFirst = "made_on", "生产日期从旧到新", "made first first";
        BatchNo = "batch_no", "批次号升序", "by batch number";
        BatchNoReversed = "-batch_no", "批次号降序", "by batch number, reversed";
    }
}

/// Filter and order of the list of batches.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BatchFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分；也可以是扫码枪读出的内容。
    #[param(format = "scanned-item", max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 批次号
    ///
    /// 批次号的一部分。
    #[param(max_length = 20, example = "202611")]
    pub batch_no: Option<String>,
    /// 生产日期起
    #[param(example = "2026-11-01")]
    pub made_from: Option<NaiveDate>,
    /// 生产日期止
    #[param(example = "2026-11-30")]
    pub made_to: Option<NaiveDate>,
    /// 状态
    #[param(inline)]
    pub state: Option<CodeState>,
    /// 排序
    #[param(inline)]
    pub sort: Option<BatchSort>,
}

kernel::codes! {
    /// Certainty of a quantity: exact or estimated (F158, F159).
    pub enum QuantityKind {
        Exact = "exact", "实际数量", "exact";
        Estimate = "estimate", "预估数量", "estimate";
    }
}

/// Changes to a batch; its number is printed and stays.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct UpdateBatch {
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
    /// 产品数量
    ///
    /// 该批次生产的数量；填写后扫码页公开。
    #[schema(minimum = 1, maximum = 1_000_000_000, example = 1000)]
    pub quantity: Option<i64>,
    /// 数量类别
    ///
    /// 一物一码、组合多码须为实际数量；一品一码、一批一码可为预估数量。
    pub quantity_kind: Option<QuantityKind>,
    /// 检验类别
    ///
    /// 出厂检验由企业自检；型式检验由第三方检验。
    pub report_kind: Option<ReportKind>,
    /// 出厂检验报告/型式检验报告
    ///
    /// 该批次的报告，jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小）；一份报告只用于一个产品或一个批次。
    #[serde(default)]
    #[schema(max_items = 9)]
    pub report_file_ids: Vec<FileId>,
    /// 检验报告公开
    ///
    /// 公开后扫码页可查看；不公开时任何人都无法通过地址访问。
    #[serde(default)]
    pub is_report_public: bool,
    /// 备注
    ///
    /// 仅本企业可见。
    #[schema(format = "multiline", max_length = 500, example = "夜班生产，2 号线")]
    pub note: Option<String>,
    /// 更正原因
    ///
    /// 批次出厂后修改日期、数量或检验报告时必填；原因和修改前后的值扫码时可见。
    #[schema(
        min_length = 2,
        max_length = 200,
        example = "生产日期录入错误，与生产记录不符"
    )]
    pub correction_reason: Option<String>,
}

fn rules(to: &UpdateBatch) -> Result<(), ValidationError> {
    dates::in_order(Some(to.made_on), to.expires_on)?;
    let required = |pointer, zh| {
        Err(broken_rule(
            "required",
            pointer,
            "required with the other field",
            zh,
        ))
    };
    match to {
        _ if to.quantity.is_some() && to.quantity_kind.is_none() => {
            required("/quantity_kind", "请选择数量类别")
        }
        _ if to.quantity.is_none() && to.quantity_kind.is_some() => required("/quantity", "请填写产品数量"),
        _ if !to.report_file_ids.is_empty() && to.report_kind.is_none() => {
            required("/report_kind", "请选择检验类别")
        }
        _ => Ok(()),
    }
}
