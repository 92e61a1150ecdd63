use crate::{CodingLevel, ProductAttribute, StandardText, page::PageContent, reference::ProductCategory};
use db::{NotWhole, Partly, Shape, Stored, schema::product_templates, tell_once};
use diesel::{Insertable, Queryable, Selectable};
use enterprise::brand::BrandId;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Map;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::upload::FileView;

/// The id of a template.
pub type ProductTemplateId = Id<ProductTemplate>;

/// A template as its maker describes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ProductTemplateRecord {
    /// 模板名称
    #[schema(min_length = 1, max_length = 50, example = "人造板通用模板")]
    pub name: String,
    /// 基本信息
    ///
    /// 选填；选用模板时可带入产品。
    #[serde(default)]
    pub basics: ProductTemplateBasics,
    /// 扫码页内容
    ///
    /// 菜单、应用和主题。
    #[serde(default)]
    #[validate(nested)]
    pub page: PageContent,
}

/// What products made from a template have in common; all of it may be left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductTemplateBasics {
    /// 产品分类
    pub category: Option<ProductCategory>,
    /// 产品类型
    #[schema(min_length = 1, max_length = 100, example = "细木工板")]
    pub product_type: Option<String>,
    /// GPC 分类
    ///
    /// GS1 全球产品分类代码，8 位数字；可选大类，也可直接填写细分类（brick）代码。
    #[schema(pattern = "^[0-9]{8}$", example = "83000000")]
    pub gpc_code: Option<String>,
    /// 品牌
    ///
    /// 从品牌信息中选择，扫码页展示其图标和介绍。
    pub brand_id: Option<BrandId>,
    /// 商标（品牌）
    ///
    /// 选择品牌后为该品牌的名称；也可直接填写。
    #[schema(min_length = 1, max_length = 50, example = "森森")]
    pub brand_name: Option<String>,
    /// 质保期限
    #[schema(min_length = 1, max_length = 50, example = "24 个月")]
    pub warranty_period: Option<String>,
    /// 售后电话
    ///
    /// 手机、固定电话或 400/800/95 号码。
    #[schema(format = "phone", max_length = 30, example = "400-820-0002")]
    pub service_phone: Option<String>,
    /// 执行标准
    #[serde(default)]
    #[schema(max_items = 20)]
    pub standards: Vec<StandardText>,
    /// 产品特性属性
    ///
    /// 数量不限于固定字段，选择展示的在扫码页显示。
    #[serde(default)]
    #[schema(max_items = 200)]
    pub attributes: Vec<ProductAttribute>,
    /// 追溯方式
    ///
    /// 决定填报产品数量的要求。
    pub coding_level: Option<CodingLevel>,
}

/// A template as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = product_templates, treat_none_as_default_value = false)]
pub struct ProductTemplate {
    pub(crate) id: ProductTemplateId,
    pub(crate) name: String,
    pub(crate) folded_name: String,
    pub(crate) record: Stored<ProductTemplateRecord>,
    pub(crate) version: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

kernel::codes! {
    /// Whose a template is.
    pub enum ProductTemplateOrigin {
        Own = "own", "我的模板", "own";
        System = "system", "系统模板", "shipped";
    }
}

impl Shape for ProductTemplateRecord {
    const NAME: &'static str = "template_record";
    const SHAPE: u32 = 1;
}

impl ProductTemplate {
    /// Reads the record; its name is in the row as well.
    pub(super) fn read(&self) -> Result<Partly<ProductTemplateRecord>, NotWhole> {
        let name = Map::from_iter([("name".to_owned(), self.name.clone().into())]);
        let read = self.record.read_with(name);
        tell_once("product_templates.record", self.id.as_str(), &read.unreadable);
        read.partly()
    }
}

/// A template in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductTemplateItem {
    /// 模板编号
    pub id: ProductTemplateId,
    /// 模板名称
    pub name: String,
    /// 模板来源
    ///
    /// 系统模板只能选用，不能修改或删除。
    pub origin: ProductTemplateOrigin,
    /// 主题颜色
    pub colour: Option<String>,
    /// 菜单
    ///
    /// 各菜单的标题。
    pub menus: Vec<String>,
    /// 应用数
    pub apps: i64,
    /// 更新时间
    pub updated_at: Option<Timestamp>,
}

/// A template as those who choose it see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProductTemplateView {
    /// 模板编号
    pub id: ProductTemplateId,
    /// 模板来源
    ///
    /// 系统模板只能选用，不能修改或删除。
    pub origin: ProductTemplateOrigin,
    /// 模板内容
    ///
    /// 与新增、修改时提交的内容相同；无法读取的字段为空。
    pub record: ProductTemplateRecord,
    /// 无法读取的字段
    ///
    /// 字段名；record 表示整条记录。重新填写并保存即可。
    pub unreadable: Vec<String>,
    /// 文件
    ///
    /// 模板中引用的所有文件。
    pub files: Vec<FileView>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
    /// 更新时间
    pub updated_at: Option<Timestamp>,
}

/// Which templates are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ProductTemplateFilter {
    /// 关键词
    ///
    /// 模板名称的一部分。
    #[param(max_length = 100, example = "人造板")]
    pub keyword: Option<String>,
    /// 模板来源
    #[param(inline)]
    pub origin: Option<ProductTemplateOrigin>,
}
