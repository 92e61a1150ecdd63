//! What the fields of a product can be chosen from.

use super::{gpc::SEGMENTS, product_type};
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Problem, PublicScope};

/// What the fields of a product can be chosen from.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductReference {
    /// 产品类型
    ///
    /// 首批九类重点工业产品；也可填写其他类型。
    pub product_types: Vec<&'static str>,
    /// GPC 大类
    pub gpc: Vec<GpcEntry>,
}

/// One entry of the Global Product Classification.
#[derive(Debug, Serialize, ToSchema)]
pub struct GpcEntry {
    /// 代码
    #[schema(example = "83000000")]
    pub code: &'static str,
    /// 名称
    #[schema(example = "建筑产品")]
    pub title: &'static str,
    /// 英文名称
    #[schema(example = "Building Products")]
    pub title_en: &'static str,
}

/// 产品字段选项
///
/// Lists what the fields of a product can be chosen from.
#[utoipa::path(
    tag = "reference", security(()),
    responses((status = 200, description = "选项", body = ProductReference))
)]
#[get("/reference/product-options")]
pub async fn find_product_reference(_scope: PublicScope) -> Result<HttpResponse, Problem> {
    let gpc = SEGMENTS
        .iter()
        .map(|(code, title, title_en)| GpcEntry {
            code,
            title,
            title_en,
        })
        .collect();
    let options = ProductReference {
        product_types: product_type::FIRST_BATCH
            .iter()
            .map(|t| t.name.as_str())
            .collect(),
        gpc,
    };
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=3600"))
        .json(options))
}
