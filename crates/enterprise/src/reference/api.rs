//! Administrative divisions 行政区划 (GB/T 2260).

use actix_web::{HttpResponse, get};
use identifiers::region::{self, Region};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{Problem, PublicScope, Query};

/// Below which division to look.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct RegionQuery {
    /// 上级代码
    ///
    /// 不填返回省级。
    #[param(pattern = "^[0-9]{6}$", example = "330000")]
    pub parent: Option<String>,
}

/// One administrative division.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegionView {
    /// 代码
    #[schema(example = "330109")]
    pub code: String,
    /// 名称
    #[schema(example = "萧山区")]
    pub name: String,
    /// 全称
    #[schema(example = "浙江省杭州市萧山区")]
    pub full_name: String,
    /// 是否有下级
    pub has_children: bool,
}

/// 行政区划
///
/// Lists the divisions directly below another, or the provinces.
#[utoipa::path(
    tag = "reference", security(()), params(RegionQuery),
    responses((status = 200, description = "行政区划", body = Vec<RegionView>))
)]
#[get("/reference/regions")]
pub async fn list_regions(_scope: PublicScope, query: Query<RegionQuery>) -> Result<HttpResponse, Problem> {
    let found = match query.0.parent {
        None => region::provinces(),
        Some(code) => region::children(&code),
    };
    let views: Vec<_> = found.into_iter().map(view).collect();
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=86400"))
        .json(views))
}

fn view(r: Region) -> RegionView {
    RegionView {
        code: r.code().to_string(),
        name: r.name().to_owned(),
        full_name: r.full_name(),
        has_children: !r.children().is_empty(),
    }
}
