use crate::{ProductId, ProductRecord};
use db::{List, Stored, schema::product_revisions};
use diesel::{Insertable, Queryable, Selectable};
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::FileView;

/// One version of what a maker says of a product.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = product_revisions, treat_none_as_default_value = false)]
pub struct ProductRevision {
    /// Whose it is.
    pub product_id: ProductId,
    /// Counts the versions of a product from 1.
    pub revision: i64,
    /// What its maker said.
    pub record: Stored<ProductRecord>,
    /// The fields that differ from the version before.
    pub changed_fields: List<String>,
    /// From when it holds.
    pub made_at: Timestamp,
    /// Which sanitiser admitted its rich text; none before that was noted.
    pub sanitiser: Option<i64>,
    /// Why it was made, when a change request made it.
    pub reason: Option<String>,
}

/// A version in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RevisionItem {
    /// 内容版本号
    pub revision: i64,
    /// 变更字段
    ///
    /// 与上一版本不同的字段名；第一版为空。
    #[schema(example = json!(["picture_file_ids", "warranty_period"]))]
    pub changed_fields: Vec<String>,
    /// 变更原因
    ///
    /// 由变更申请产生的版本才有。
    pub reason: Option<String>,
    /// 生效时间
    pub made_at: Timestamp,
}

/// A version as its maker reads it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RevisionView {
    /// 内容版本号
    pub revision: i64,
    /// 变更字段
    ///
    /// 与上一版本不同的字段名；第一版为空。
    pub changed_fields: Vec<String>,
    /// 产品记录
    ///
    /// 无法读取的字段为空或默认值，见 unreadable。
    pub record: ProductRecord,
    /// 无法读取的字段
    ///
    /// 字段名；record 表示整条记录。如由较新版本的程序保存。
    pub unreadable: Vec<String>,
    /// 文件
    ///
    /// 产品记录中引用的所有文件。
    pub files: Vec<FileView>,
    /// 变更原因
    ///
    /// 由变更申请产生的版本才有。
    pub reason: Option<String>,
    /// 生效时间
    pub made_at: Timestamp,
}
