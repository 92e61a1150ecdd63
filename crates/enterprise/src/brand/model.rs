use db::schema::brands;
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Code, Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::upload::{FileId, FileView};

/// The id of a brand.
pub type BrandId = Id<Brand>;

kernel::codes! {
    /// The state of a brand: a voided one can no longer be chosen.
    pub enum BrandState {
        Active = "active", "使用中", "in use";
        Voided = "voided", "已作废", "voided";
    }
}

/// A brand as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = brands, treat_none_as_default_value = false)]
pub struct Brand {
    /// Its id.
    pub id: BrandId,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Its owner's words about it.
    pub introduction: Option<String>,
    /// Its logo.
    pub logo_file_id: Option<FileId>,
    /// The video about it.
    pub video_file_id: Option<FileId>,
    /// Its state.
    pub state: Code<BrandState>,
    pub(crate) folded_name: String,
    pub(crate) search_text: String,
    /// Its version.
    pub version: i64,
    /// The instant it was entered.
    pub created_at: Timestamp,
    /// The instant of its last change.
    pub updated_at: Timestamp,
}

impl Brand {
    /// The files it refers to.
    pub(super) fn files(&self) -> Vec<FileId> {
        self.logo_file_id
            .iter()
            .chain(&self.video_file_id)
            .cloned()
            .collect()
    }
}

/// A brand as its owner describes it: the one declaration its form, its API and its errors come from.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct BrandRecord {
    /// 品牌名称
    ///
    /// 企业内不重复，扫码页展示。
    #[schema(min_length = 1, max_length = 50, example = "森森")]
    pub name: String,
    /// 品牌名称（英文）
    #[schema(min_length = 1, max_length = 100, example = "SENSEN")]
    pub name_en: Option<String>,
    /// 品牌介绍
    ///
    /// 扫码页展示。
    #[schema(
        format = "multiline",
        max_length = 2000,
        example = "始于 1998 年，专注环保板材。"
    )]
    pub introduction: Option<String>,
    /// 品牌标志
    ///
    /// jpg/png，大图自动缩小，建议正方形。
    pub logo_file_id: Option<FileId>,
    /// 品牌宣传视频
    ///
    /// mp4/mov/avi/wmv，不超过 50 MB；浏览器只能播放 mp4 和 mov，推荐 H.264 编码的 mp4。
    pub video_file_id: Option<FileId>,
}

/// A brand as its owner sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BrandView {
    /// 品牌编号
    pub id: BrandId,
    /// 品牌名称
    #[schema(example = "森森")]
    pub name: String,
    /// 品牌名称（英文）
    pub name_en: Option<String>,
    /// 品牌介绍
    pub introduction: Option<String>,
    /// 品牌标志
    pub logo: Option<FileView>,
    /// 品牌宣传视频
    pub video: Option<FileView>,
    /// 状态
    ///
    /// 已作废的品牌不能再选，使用它的产品照常展示。
    #[schema(value_type = BrandState)]
    pub state: Code<BrandState>,
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
    /// The orders of the list of brands.
    pub enum BrandSort {
        NewestFirst = "-created_at", "创建时间从新到旧", "newest first";
        OldestFirst = "created_at", "创建时间从旧到新", "oldest first";
        Name = "name", "名称升序", "by name";
        NameReversed = "-name", "名称降序", "by name, reversed";
    }
}

/// The filter and the order of the list of brands.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BrandFilter {
    /// 关键词
    ///
    /// 品牌名称或英文名称的一部分。
    #[param(max_length = 100, example = "森森")]
    pub keyword: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<BrandState>,
    /// 排序
    #[param(inline)]
    pub sort: Option<BrandSort>,
}
