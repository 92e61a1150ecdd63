use crate::product::{ProductId, ProductRecord};
use db::{Json, schema::product_versions};
use diesel::{Insertable, Queryable, Selectable};
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::FileView;

/// One version of what a maker says of a product.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = product_versions, treat_none_as_default_value = false)]
pub struct ProductVersion {
    pub(crate) product_id: ProductId,
    pub(crate) number: i64,
    pub(crate) record: Json<ProductRecord>,
    pub(crate) changed: Json<Vec<String>>,
    pub(crate) made_at: Timestamp,
}

/// A version in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VersionItem {
    /// 内容版本号
    pub number: i64,
    /// 变更字段
    ///
    /// 与上一版本不同的字段名；第一版为空。
    #[schema(example = json!(["pictures", "warranty_period"]))]
    pub changed: Vec<String>,
    /// 生效时间
    pub made_at: Timestamp,
}

/// A version as its maker reads it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VersionView {
    /// 内容版本号
    pub number: i64,
    /// 变更字段
    ///
    /// 与上一版本不同的字段名；第一版为空。
    pub changed: Vec<String>,
    /// 产品记录
    pub record: ProductRecord,
    /// 文件
    ///
    /// 产品记录中引用的所有文件。
    pub files: Vec<FileView>,
    /// 生效时间
    pub made_at: Timestamp,
}
