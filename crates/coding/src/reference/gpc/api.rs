//! The classification over REST.

use super::{
    Entry, shipped,
    store::{self, Wanted},
};
use crate::Error;
use actix_web::{HttpResponse, get};
use db::{AnyConnection, fold};
use kernel::Page;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use utoipa::{IntoParams, ToSchema};
use web::{ListQuery, PageQuery, Problem, PublicScope};

/// Which entries are wanted.
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

fn name(e: &Entry) -> GpcName {
    GpcName {
        code: e.code.clone(),
        title: e.title.clone(),
        title_en: e.title_en.clone(),
    }
}

/// 产品分类代码
///
/// Searches the Global Product Classification: by the beginning of a code, by words of a name, or level by level. Only
/// the segments are there until an operator imports the rest.
#[utoipa::path(
    tag = "reference", security(()), params(GpcQuery, PageQuery),
    responses((status = 200, description = "产品分类代码", body = Page<GpcNode>))
)]
#[get("/reference/gpc")]
pub async fn list_gpc_entries(
    scope: PublicScope,
    query: ListQuery<GpcQuery>,
) -> Result<HttpResponse, Problem> {
    let ListQuery { page, filter } = query;
    let wanted = Wanted {
        keyword: filter.keyword.unwrap_or_default(),
        parent: filter.parent,
    };
    let found = scope.read(move |c| find(c.conn(), &wanted, page)).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=600"))
        .json(found))
}

fn find(c: &mut AnyConnection, wanted: &Wanted, page: PageQuery) -> Result<Page<GpcNode>, Error> {
    if store::is_empty(c)? {
        return Ok(find_shipped(wanted, page));
    }
    let (found, total) = store::search(c, wanted, page.size(), page.offset())?;
    let codes: Vec<_> = found.iter().map(|e| e.code.clone()).collect();
    let parents = store::parents_among(c, &codes)?;
    let above = ancestors(c, &found)?;
    let nodes = found
        .into_iter()
        .map(|e| node(&e, &above, parents.contains(&e.code)));
    Ok(page.of(nodes.collect(), total))
}

fn node(e: &Entry, above: &HashMap<String, Entry>, has_children: bool) -> GpcNode {
    let mut path = vec![];
    let mut at = e.parent.as_ref();
    while let Some(parent) = at.and_then(|code| above.get(code)) {
        path.push(name(parent));
        at = parent.parent.as_ref();
    }
    path.reverse();
    GpcNode {
        code: e.code.clone(),
        title: e.title.clone(),
        title_en: e.title_en.clone(),
        level: e.level,
        path,
        has_children,
    }
}

/// All that stands above some entries, one level at a time.
fn ancestors(c: &mut AnyConnection, of: &[Entry]) -> Result<HashMap<String, Entry>, Error> {
    let mut known = HashMap::new();
    let mut wanted: HashSet<String> = of.iter().filter_map(|e| e.parent.clone()).collect();
    while !wanted.is_empty() {
        let found = store::load(c, &wanted)?;
        wanted = found
            .iter()
            .filter_map(|e| e.parent.clone())
            .filter(|code| !known.contains_key(code))
            .collect();
        known.extend(found.into_iter().map(|e| (e.code.clone(), e)));
    }
    Ok(known)
}

fn find_shipped(wanted: &Wanted, page: PageQuery) -> Page<GpcNode> {
    let keyword = fold(&wanted.keyword);
    let fits = |e: &Entry| {
        let text = fold(&format!("{} {}", e.title, e.title_en));
        e.code.starts_with(&keyword) || keyword.split(' ').all(|word| text.contains(word))
    };
    let found: Vec<_> = shipped().filter(|e| wanted.parent.is_none() && fits(e)).collect();
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from(page.offset()).unwrap_or(usize::MAX);
    let take = usize::try_from(page.size()).unwrap_or(usize::MAX);
    let none = HashMap::new();
    let nodes = found.iter().skip(skip).take(take).map(|e| node(e, &none, false));
    page.of(nodes.collect(), total)
}

/// The name of an entry: as imported, or as shipped.
///
/// # Errors
/// When the database fails.
pub(crate) fn title(c: &mut AnyConnection, code: &str) -> Result<Option<String>, Error> {
    let imported = store::load(c, &HashSet::from([code.to_owned()]))?.pop();
    let known = imported.or_else(|| shipped().find(|e| e.code == code));
    Ok(known.map(|e| e.title))
}
