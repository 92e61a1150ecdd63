use crate::reference::ProductCategory;
use db::{Json, schema::products};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    FieldWarning,
    upload::{FileId, FileView},
};

/// The id of a product.
pub type ProductId = Id<Product>;

kernel::codes! {
    /// Whether a code is alive.
    pub enum CodeState {
        Active = "active", "有效", "active";
        Voided = "voided", "已作废", "voided";
    }
}

kernel::codes! {
    /// How far a trace code reaches (decision C9).
    pub enum Scope {
        Global = "global", "商品条码", "GTIN";
        Internal = "internal", "内部码", "internal code";
    }
}

/// The files of a product, by their ids.
pub type FileIds = Json<Vec<FileId>>;

/// A fact about a product that no field is for (F072).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// 特性属性名称
    #[schema(min_length = 1, max_length = 30, example = "板材等级")]
    pub name: String,
    /// 特性属性值
    #[schema(min_length = 1, max_length = 200, example = "E0 级")]
    pub value: String,
    /// 扫码页展示
    pub visible: bool,
}

/// A product as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = products, treat_none_as_default_value = false)]
pub struct Product {
    pub(crate) id: ProductId,
    pub(crate) gtin: String,
    pub(crate) trace_code: String,
    pub(crate) code_scope: Scope,
    pub(crate) name: String,
    pub(crate) category: ProductCategory,
    pub(crate) product_type: String,
    pub(crate) company_prefix: Option<String>,
    pub(crate) gpc_code: String,
    pub(crate) brand_name: Option<String>,
    pub(crate) model: String,
    pub(crate) warranty_period: Option<String>,
    pub(crate) service_phone: Option<String>,
    pub(crate) standards: Json<Vec<String>>,
    pub(crate) licence_number: Option<String>,
    pub(crate) certificate_number: Option<String>,
    pub(crate) pictures: FileIds,
    pub(crate) reports: FileIds,
    pub(crate) reports_public: bool,
    pub(crate) manuals: FileIds,
    pub(crate) certificates: FileIds,
    pub(crate) attributes: Json<Vec<Attribute>>,
    pub(crate) state: CodeState,
    pub(crate) state_reason: Option<String>,
    pub(crate) search_text: String,
    pub(crate) range_version: i64,
    pub(crate) version: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
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
    pub code_scope: Scope,
    /// 产品名称
    #[schema(example = "细工木板")]
    pub name: String,
    /// 产品分类
    pub category: ProductCategory,
    /// 产品类型
    pub product_type: String,
    /// 商标（品牌）
    pub brand_name: Option<String>,
    /// 规格型号
    pub model: String,
    /// 主图
    pub picture: Option<FileView>,
    /// 状态
    pub state: CodeState,
    /// 版本
    pub version: i64,
    /// 创建时间
    pub created_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}

/// A product as its maker sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductView {
    /// 产品编号
    pub id: ProductId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// GTIN-14
    ///
    /// 补零至 14 位，用于扫码地址。
    #[schema(example = "06901234567892")]
    pub gtin: String,
    /// 追溯码种类
    ///
    /// 内部码限企业内部或区域内流通，不是全球通用的商品条码。
    pub code_scope: Scope,
    /// 扫码地址
    ///
    /// GS1 Digital Link。
    #[schema(example = "https://example.com/01/06901234567892")]
    pub uri: String,
    /// 产品名称
    pub name: String,
    /// 产品分类
    pub category: ProductCategory,
    /// 产品类型
    pub product_type: String,
    /// 厂商识别代码
    pub company_prefix: Option<String>,
    /// GPC 分类
    pub gpc_code: String,
    /// GPC 分类名称
    pub gpc_title: Option<String>,
    /// 商标（品牌）
    pub brand_name: Option<String>,
    /// 规格型号
    pub model: String,
    /// 质保期限
    pub warranty_period: Option<String>,
    /// 售后电话
    pub service_phone: Option<String>,
    /// 执行标准
    pub standards: Vec<String>,
    /// 生产许可证号/强制性认证证书编号
    pub licence_number: Option<String>,
    /// 证书编号
    pub certificate_number: Option<String>,
    /// 产品图片
    pub pictures: Vec<FileView>,
    /// 出厂检验报告/型式检验报告
    pub reports: Vec<FileView>,
    /// 检验报告公开
    pub reports_public: bool,
    /// 通用说明书或警示说明
    pub manuals: Vec<FileView>,
    /// 产品合格证
    pub certificates: Vec<FileView>,
    /// 产品特性属性
    pub attributes: Vec<Attribute>,
    /// 状态
    pub state: CodeState,
    /// 作废原因
    pub state_reason: Option<String>,
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

/// What was issued for a product: the 品类信息 panel (F088).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductSummary {
    /// 追溯码
    pub trace_code: String,
    /// 产品名称
    pub name: String,
    /// 规格型号
    pub model: String,
    /// 商标（品牌）
    pub brand_name: Option<String>,
    /// 批次总数
    pub batches: i64,
    /// 单品总数
    pub units: i64,
}
