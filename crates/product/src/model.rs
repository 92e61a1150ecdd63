use super::{
    ProductRecord,
    state::{CodingLevel, FilingPeriod, ProductState, Voider},
};
use crate::{ProductId, reference::ProductCategory};
use chrono::NaiveDate;
use db::schema::products;
use diesel::{Insertable, Queryable, Selectable};
use enterprise::brand::BrandId;
use kernel::{Code, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use web::{
    FieldWarning,
    upload::{FileId, FileView},
};

kernel::codes! {
    /// Reach of a trace code: global, or internal (decision C9).
    pub enum CodeReach {
        Global = "global", "商品条码", "GTIN";
        Internal = "internal", "内部码", "internal code";
    }
}

/// A product as lists, batches and units need to know it; all its maker says is in its versions.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = products, treat_none_as_default_value = false)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// The trace code as 14 digits.
    pub gtin: String,
    /// The trace code as its maker entered it.
    pub trace_code: String,
    /// Reach of the trace code: global, or internal.
    pub code_reach: Code<CodeReach>,
    /// 产品名称
    pub name: String,
    /// 产品分类
    pub category: Code<ProductCategory>,
    /// 产品类型
    pub product_type: String,
    /// The brand it is sold under.
    pub brand_id: Option<BrandId>,
    /// 商标（品牌）
    pub brand_name: Option<String>,
    /// 规格型号
    pub model: String,
    /// The picture that stands for it.
    pub cover_file_id: Option<FileId>,
    /// 追溯方式
    pub coding_level: Code<CodingLevel>,
    /// State.
    pub state: Code<ProductState>,
    /// Reason of the rejection or the voiding.
    pub state_reason: Option<String>,
    /// 暂停生产 (F156)
    pub is_paused: bool,
    /// Since when its codes are valid.
    pub activated_at: Option<Timestamp>,
    /// Number of the version that is valid now.
    pub revision: i64,
    /// Text that keywords are searched in.
    pub search_text: String,
    /// Counts the turns of its writers.
    pub range_version: i64,
    /// Counts its changes, for `If-Match`.
    pub version: i64,
    /// Creation time.
    pub created_at: Timestamp,
    /// Time of the last change.
    pub updated_at: Timestamp,
    /// 填报周期
    pub filing_period: Option<Code<FilingPeriod>>,
    /// 检验报告有效期至
    pub report_expires_on: Option<NaiveDate>,
    /// Time the maker last saved or rechecked the record (F174).
    pub rechecked_at: Timestamp,
    /// True while a crate above needs the coding level to stay as it is.
    pub is_level_held: bool,
    /// The voided product whose trace code it took up.
    pub succeeds_product_id: Option<ProductId>,
    /// Who voided it, if it is voided; its maker when that is not kept.
    pub voided_by: Option<Code<Voider>>,
    /// True when the operator voided it and nobody may take up its trace code.
    pub is_code_barred: bool,
}

/// After how long a product is to be looked over again.
const RECHECK_AFTER_SECONDS: i64 = 180 * 86_400;

impl Product {
    /// Whether codes in a state are valid yet: undecided of a product that was activated and is in a state only a newer
    /// program knows.
    #[must_use]
    pub fn is_activated(&self, state: Option<ProductState>) -> Option<bool> {
        let known = state.map(|state| state == ProductState::Activated);
        known.or(self.activated_at.is_none().then_some(false))
    }

    /// Whether the quantities filed of it are to be exact.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.coding_level.known().is_some_and(CodingLevel::is_exact)
    }

    /// Whether codes may be issued and changed; not of a product in a state only a newer program knows.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.state.known().is_some_and(ProductState::is_alive)
    }

    /// The latest look that makes an activated product due to be looked over again.
    pub(super) fn recheck_due_until(now: Timestamp) -> Timestamp {
        now.plus_seconds(-RECHECK_AFTER_SECONDS)
    }

    /// True when the product is due for a recheck.
    pub(super) fn is_recheck_due(&self, now: Timestamp) -> bool {
        self.state == ProductState::Activated && self.rechecked_at < Self::recheck_due_until(now)
    }
}

/// A product in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductItem {
    /// 产品编号
    pub id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 追溯码种类
    #[schema(value_type = CodeReach)]
    pub code_reach: Code<CodeReach>,
    /// 产品名称
    #[schema(example = "细工木板")]
    pub name: String,
    /// 产品分类
    #[schema(value_type = ProductCategory)]
    pub category: Code<ProductCategory>,
    /// 产品类型
    pub product_type: String,
    /// 商标（品牌）
    pub brand_name: Option<String>,
    /// 规格型号
    pub model: String,
    /// 主图
    pub picture: Option<FileView>,
    /// 追溯方式
    #[schema(value_type = CodingLevel)]
    pub coding_level: Code<CodingLevel>,
    /// 状态
    #[schema(value_type = ProductState)]
    pub state: Code<ProductState>,
    /// 暂停生产
    pub is_paused: bool,
    /// 版本
    pub version: i64,
    /// 创建时间
    pub created_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}

/// A product in the platform's list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewItem {
    /// 产品编号
    pub id: ProductId,
    /// 企业名称
    pub enterprise_name: String,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub name: String,
    /// 产品类型
    pub product_type: String,
    /// 规格型号
    pub model: String,
    /// 状态
    #[schema(value_type = ProductState)]
    pub state: Code<ProductState>,
    /// 状态说明
    pub state_reason: Option<String>,
    /// 更新时间
    pub updated_at: Timestamp,
}

impl From<(Product, String)> for ReviewItem {
    fn from((p, enterprise_name): (Product, String)) -> Self {
        Self {
            id: p.id,
            enterprise_name,
            trace_code: p.trace_code,
            name: p.name,
            product_type: p.product_type,
            model: p.model,
            state: p.state,
            state_reason: p.state_reason,
            updated_at: p.updated_at,
        }
    }
}

/// A product as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductView {
    /// 产品编号
    pub id: ProductId,
    /// GTIN-14
    ///
    /// 补零至 14 位，用于扫码地址。
    #[schema(example = "06901234567892")]
    pub gtin: String,
    /// 追溯码种类
    ///
    /// 内部码限企业内部或区域内流通，不是全球通用的商品条码。
    #[schema(value_type = CodeReach)]
    pub code_reach: Code<CodeReach>,
    /// 扫码地址
    ///
    /// GS1 Digital Link。
    #[schema(example = "https://example.com/01/06901234567892")]
    pub uri: String,
    /// GPC 分类名称
    pub gpc_title: Option<String>,
    /// 产品记录
    ///
    /// 与新增、修改时提交的内容相同；无法读取的字段为空或默认值。
    pub record: ProductRecord,
    /// 无法读取的字段
    ///
    /// 字段名；record 表示整条记录。重新填写并保存即可。
    pub unreadable: Vec<String>,
    /// 文件
    ///
    /// 产品记录中引用的所有文件。
    pub files: Vec<FileView>,
    /// 锁定字段
    ///
    /// 不能再修改的字段名：追溯码，以及激活后审核过的内容。
    #[schema(example = json!(["trace_code"]))]
    pub locked: Vec<&'static str>,
    /// 状态
    #[schema(value_type = ProductState)]
    pub state: Code<ProductState>,
    /// 状态说明
    ///
    /// 驳回或作废的原因。
    pub state_reason: Option<String>,
    /// 作废方
    ///
    /// 企业自行作废，或由平台作废。
    #[schema(value_type = Option<Voider>)]
    pub voided_by: Option<Code<Voider>>,
    /// 接续的产品
    ///
    /// 沿用其追溯码的已作废产品。
    pub succeeds_product_id: Option<ProductId>,
    /// 接续产品
    ///
    /// 作废后沿用该追溯码的本企业产品。
    pub successor_product_id: Option<ProductId>,
    /// 可接续
    ///
    /// 已作废，且可以新增沿用该追溯码的产品。
    pub may_be_succeeded: bool,
    /// 暂停生产
    pub is_paused: bool,
    /// 激活时间
    pub activated_at: Option<Timestamp>,
    /// 上次核对时间
    ///
    /// 上次保存或复核产品信息的时间；激活的产品超过 180 天未核对的应复核。
    pub rechecked_at: Timestamp,
    /// 待复核
    pub is_recheck_due: bool,
    /// 内容版本号
    ///
    /// 激活后每次修改产生一个新版本。
    pub revision: i64,
    /// 提示
    ///
    /// 不影响保存的疑点，如标准已被代替、证书号格式可疑。
    pub warnings: Vec<FieldWarning>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
    /// 创建时间
    pub created_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}
