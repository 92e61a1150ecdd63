//! The classification over REST.

use super::{GpcNode, GpcQuery, service, store::Wanted};
use actix_web::{HttpResponse, get};
use kernel::Page;
use web::{ListQuery, PageQuery, Problem, PublicScope};

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
    let found = scope
        .read(move |c| service::find(c.conn(), &wanted, page))
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=600"))
        .json(found))
}
