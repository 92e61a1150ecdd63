use super::{
    linked::LinkedCode,
    quality::{Commercial, ProductPart, QualityIndicator, ReportKind},
    state::{CodingLevel, FilingPeriod},
};
use crate::{page::PageContent, reference::ProductCategory};
use chrono::NaiveDate;
use enterprise::brand::BrandId;
use identifiers::Gtin;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;
use web::upload::FileId;

/// A product as its maker describes it (F058–F072, F147–F166): the one declaration its form, its API, its errors and
/// its stored versions come from. What may be missing while it is prepared is asked for when it is submitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ProductRecord {
    /// 产品分类
    pub category: ProductCategory,
    /// 厂商识别代码
    ///
    /// 企业有多个时选择一个；追溯码应以它开头。
    #[schema(format = "company-prefix", example = "6901234")]
    pub company_prefix: Option<String>,
    /// 追溯码
    ///
    /// 商品条码（GTIN-8/12/13/14）或 20–29 开头的内部码，校验位必须正确；保存后不能修改。
    #[schema(value_type = String, format = "gtin", min_length = 1, example = "6901234567892")]
    pub trace_code: Gtin,
    /// 产品名称
    ///
    /// 与产品标识一致。
    #[schema(min_length = 1, max_length = 100, example = "细工木板")]
    pub name: String,
    /// 产品类型
    #[schema(min_length = 1, max_length = 100, example = "细木工板")]
    pub product_type: String,
    /// GPC 分类
    ///
    /// GS1 全球产品分类代码，8 位数字；可选大类，也可直接填写细分类（brick）代码。
    #[schema(pattern = "^[0-9]{8}$", example = "83000000")]
    pub gpc_code: String,
    /// 品牌
    ///
    /// 从品牌信息中选择，扫码页展示其图标和介绍。
    pub brand_id: Option<BrandId>,
    /// 商标（品牌）
    ///
    /// 选择品牌后为该品牌的名称；也可直接填写。
    #[schema(min_length = 1, max_length = 50, example = "森森")]
    pub brand_name: Option<String>,
    /// 规格型号
    #[schema(min_length = 1, max_length = 100, example = "1220×2440×18 mm")]
    pub model: String,
    /// 质保期限
    #[schema(min_length = 1, max_length = 50, example = "24 个月")]
    pub warranty_period: Option<String>,
    /// 售后电话
    ///
    /// 手机、固定电话或 400/800/95 号码。
    #[schema(format = "phone", max_length = 30, example = "400-820-0002")]
    pub service_phone: Option<String>,
    /// 执行标准
    ///
    /// 含年号，如 GB/T 5849-2016；提交前至少一项，重点工业产品须有强制性国家标准。
    #[serde(default)]
    #[schema(max_items = 20)]
    pub standards: Vec<StandardText>,
    /// 生产许可证号/强制性认证证书编号
    ///
    /// 如 XK06-001-00001，或 16 位 CCC 证书编号。
    #[schema(min_length = 1, max_length = 50, example = "XK06-001-00001")]
    pub licence_number: Option<String>,
    /// 证书编号
    #[schema(min_length = 1, max_length = 50, example = "CERT-2026-001")]
    pub certificate_number: Option<String>,
    /// 产品图片
    ///
    /// jpg/png，大图自动缩小，建议 464×290 像素；第一张为主图，提交前至少一张。
    #[serde(default)]
    #[schema(max_items = 9)]
    pub picture_file_ids: Vec<FileId>,
    /// 出厂检验报告/型式检验报告
    ///
    /// jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小）；提交前至少一份。
    #[serde(default)]
    #[schema(max_items = 9)]
    pub report_file_ids: Vec<FileId>,
    /// 检验类别
    ///
    /// 出厂检验由企业自检；型式检验由第三方检验，须在有效期内。
    pub report_kind: Option<ReportKind>,
    /// 检验报告有效期至
    #[schema(example = "2027-10-31")]
    pub report_expires_on: Option<NaiveDate>,
    /// 检验报告公开
    ///
    /// 公开后扫码页可查看；不公开时任何人都无法通过地址访问。
    pub is_report_public: bool,
    /// 通用说明书或警示说明
    ///
    /// jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小），扫码页公开。
    #[serde(default)]
    #[schema(max_items = 9)]
    pub manual_file_ids: Vec<FileId>,
    /// 产品合格证
    ///
    /// jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小），扫码页公开。
    #[serde(default)]
    #[schema(max_items = 9)]
    pub certificate_file_ids: Vec<FileId>,
    /// 产品特性属性
    ///
    /// 数量不限于固定字段，选择展示的在扫码页显示。
    #[serde(default)]
    #[schema(max_items = 200)]
    pub attributes: Vec<ProductAttribute>,
    /// 追溯方式
    ///
    /// 决定填报产品数量的要求。
    #[serde(default)]
    pub coding_level: CodingLevel,
    /// 填报周期
    ///
    /// 一物一码、组合多码按日填报；一品一码、一批一码可选按月、按季度或按年。
    pub filing_period: Option<FilingPeriod>,
    /// 质量指标
    ///
    /// 选填；每项指标须有检测报告。
    #[serde(default)]
    #[schema(max_items = 50)]
    pub quality_indicators: Vec<QualityIndicator>,
    /// 来料与零部件
    #[serde(default)]
    #[schema(max_items = 100)]
    pub parts: Vec<ProductPart>,
    /// 商业信息
    #[serde(default)]
    pub commercial: Commercial,
    /// 证明材料
    ///
    /// 选填的来料、零部件和商业信息须附证据材料或企业承诺书（均盖章）；jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小）。
    #[serde(default)]
    #[schema(max_items = 9)]
    pub evidence_file_ids: Vec<FileId>,
    /// 证明材料公开
    ///
    /// 公开后扫码页可查看；不公开时任何人都无法通过地址访问。
    #[serde(default)]
    pub is_evidence_public: bool,
    /// 登记平台
    ///
    /// 产品追溯信息登记在哪个追溯平台；可从各追溯技术方案对应的平台中选择，也可直接填写。
    #[schema(min_length = 1, max_length = 100, example = "中国食品（产品）安全追溯平台")]
    pub platform: Option<String>,
    /// 关联标识
    ///
    /// 同一产品在其他追溯技术方案中的编码，扫码页公开。
    #[serde(default)]
    #[schema(max_items = 20)]
    pub linked_codes: Vec<LinkedCode>,
    /// 扫码页内容
    ///
    /// 菜单、应用和主题。
    #[serde(default)]
    #[validate(nested)]
    pub page: PageContent,
}

/// The number of a standard, as written; its usual forms are known, others draw a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, min_length = 2, max_length = 60, example = "GB/T 5849-2016")]
pub struct StandardText(pub String);

/// A fact about a product that no field is for (F072).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductAttribute {
    /// 特性属性名称
    #[schema(min_length = 1, max_length = 30, example = "板材等级")]
    pub name: String,
    /// 特性属性值
    #[schema(min_length = 1, max_length = 200, example = "E0 级")]
    pub value: String,
    /// 扫码页展示
    pub is_public: bool,
}
