use diesel::{Insertable, Queryable, Selectable};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Search of the classification: by keyword, or below an entry.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct GpcQuery {
    /// 关键词
    ///
    /// 代码的开头几位，或中英文名称中的字词。
    #[param(max_length = 50, example = "胶合板")]
    pub keyword: Option<String>,
    /// 上级代码
    ///
    /// 只在其直接下级中查找；与关键词都不填时返回大类。
    #[param(pattern = "^[0-9]{8}$", example = "83000000")]
    pub parent: Option<String>,
}

/// An entry without its place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GpcName {
    /// 代码
    #[schema(example = "83000000")]
    pub code: String,
    /// 名称
    ///
    /// 没有中文名称时为英文名称。
    #[schema(example = "建筑产品")]
    pub title: String,
    /// 英文名称
    #[schema(example = "Building Products")]
    pub title_en: String,
}

/// An entry of the Global Product Classification and where it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct GpcNode {
    /// 代码
    #[schema(example = "83000000")]
    pub code: String,
    /// 名称
    ///
    /// 没有中文名称时为英文名称。
    #[schema(example = "建筑产品")]
    pub title: String,
    /// 英文名称
    #[schema(example = "Building Products")]
    pub title_en: String,
    /// 级别
    ///
    /// 1 大类，2 中类，3 小类，4 细类。
    #[schema(minimum = 1, maximum = 4, example = 1)]
    pub level: i64,
    /// 上级
    ///
    /// 从大类到直接上级。
    pub path: Vec<GpcName>,
    /// 是否有下级
    pub has_children: bool,
}

pub(super) fn name(e: &Entry) -> GpcName {
    GpcName {
        code: e.code.clone(),
        title: e.title.clone(),
        title_en: e.title_en.clone(),
    }
}

/// One entry of the classification.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = db::schema::gpc_entries)]
pub struct Entry {
    /// Eight digits.
    pub code: String,
    /// From 1, a segment, to 4, a brick.
    pub level: i64,
    /// The code of the entry above.
    pub parent: Option<String>,
    /// Its Chinese name, or the English one when there is none.
    pub title: String,
    /// Its English name, empty when there is none.
    pub title_en: String,
}

/// Segments, families, classes, bricks.
pub(super) const LEVELS: i64 = 4;
