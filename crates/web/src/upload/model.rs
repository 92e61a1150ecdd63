use super::SlotCode;
use db::schema::{files, registration_files};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::{Serialize, Serializer};
use std::fmt::{self, Display, Formatter};
use utoipa::ToSchema;

/// The id of an uploaded file.
pub type FileId = Id<StoredFile>;

/// Where anyone gets a public file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileUrl(pub FileId);

impl Display for FileUrl {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "/files/{}", self.0)
    }
}

impl Serialize for FileUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A file an enterprise uploaded; its content is in the vault under its SHA-256.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = files)]
pub struct StoredFile {
    /// Its id.
    pub id: FileId,
    /// What it was uploaded for.
    #[diesel(deserialize_as = String)]
    pub slot: SlotCode,
    /// What its owner calls it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size: i64,
    /// Its content.
    pub sha256: String,
    /// Columns, of a picture.
    pub width: Option<i64>,
    /// Rows, of a picture.
    pub height: Option<i64>,
    /// Whether anyone may see it.
    pub is_public: bool,
    /// When it came.
    pub created_at: Timestamp,
}

/// A file whose content is in the vault and that nobody owns yet.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = registration_files, treat_none_as_default_value = false)]
pub struct KeptFile {
    pub(super) id: FileId,
    pub(super) slot: String,
    pub(super) name: String,
    pub(super) media_type: String,
    pub(super) size: i64,
    pub(super) sha256: String,
    pub(super) width: Option<i64>,
    pub(super) height: Option<i64>,
}

/// The record that has a file: a brand, a product, a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOwner {
    pub(super) kind: &'static str,
    pub(super) id: String,
}

impl FileOwner {
    /// Names a record by its kind, a word no other kind of record uses, and its id.
    #[must_use]
    pub fn new<T>(kind: &'static str, id: &Id<T>) -> Self {
        Self {
            kind,
            id: id.as_str().to_owned(),
        }
    }
}

/// An uploaded file as its owner sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FileView {
    /// 文件编号
    pub id: FileId,
    /// 用途
    pub slot: SlotCode,
    /// 文件名
    #[schema(example = "出厂检验报告.pdf")]
    pub name: String,
    /// 类型
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// 大小
    ///
    /// 字节。
    #[schema(example = 348_000)]
    pub size: i64,
    /// 宽
    ///
    /// 像素，仅图片。
    pub width: Option<i64>,
    /// 高
    ///
    /// 像素，仅图片。
    pub height: Option<i64>,
    /// 是否公开
    pub is_public: bool,
    /// 访问地址
    ///
    /// 未公开的文件为 10 分钟内有效的签名地址。
    pub url: String,
}

/// Whose files are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// What the enterprise uploaded.
    Own,
    /// What others sent to it.
    Others,
}
