//! What the fields of a product can be chosen from.

use super::state::{CodingLevel, FilingPeriod};
use crate::{
    page::PageAppKind,
    reference::{PLATFORMS, TracePlatform, gpc::SEGMENTS, product_type},
};
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Problem, PublicScope};

/// Options for the fields of a product.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductReference {
    /// 产品类型
    ///
    /// 首批九类重点工业产品；也可填写其他类型。
    pub product_types: Vec<&'static str>,
    /// GPC 大类
    pub gpc: Vec<GpcEntry>,
    /// 追溯方式
    pub coding_levels: Vec<CodingLevelOption>,
    /// 追溯平台
    ///
    /// 各追溯技术方案对应的登记平台。
    pub platforms: &'static [TracePlatform],
    /// 扫码页应用
    pub page_apps: Vec<PageAppOption>,
}

/// A coding level with the filing periods it allows.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodingLevelOption {
    /// 追溯方式
    pub level: CodingLevel,
    /// 可选的填报周期
    pub periods: Vec<FilingPeriod>,
    /// 数量须准确
    ///
    /// 否则可以填写估计的数量。
    pub is_exact: bool,
}

/// A kind of icon with the hosts it may link to.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageAppOption {
    /// 应用
    pub kind: PageAppKind,
    /// 可用的域名
    ///
    /// 没有则任何网址都可以。
    pub hosts: Vec<&'static str>,
    /// 网址示例
    pub examples: Vec<&'static str>,
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
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=3600"))
        .json(options()))
}

fn options() -> ProductReference {
    let gpc = SEGMENTS
        .iter()
        .map(|(code, title, title_en)| GpcEntry {
            code,
            title,
            title_en,
        })
        .collect();
    ProductReference {
        product_types: product_type::FIRST_BATCH
            .iter()
            .map(|t| t.name.as_str())
            .collect(),
        gpc,
        coding_levels: CodingLevel::ALL
            .iter()
            .map(|level| level_option(*level))
            .collect(),
        platforms: PLATFORMS,
        page_apps: PageAppKind::ALL.iter().map(|kind| app_option(*kind)).collect(),
    }
}

fn level_option(level: CodingLevel) -> CodingLevelOption {
    CodingLevelOption {
        level,
        periods: level.periods().to_vec(),
        is_exact: level.is_exact(),
    }
}

fn app_option(kind: PageAppKind) -> PageAppOption {
    PageAppOption {
        kind,
        hosts: kind.hosts().to_vec(),
        examples: kind.examples().to_vec(),
    }
}
