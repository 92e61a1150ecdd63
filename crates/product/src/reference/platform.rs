//! On which platforms traced products are registered, by the scheme of their codes (F145; Guangdong's guideline for
//! makers of key industrial products, table 1).

use serde::Serialize;
use utoipa::ToSchema;

kernel::codes! {
    /// For whom a platform is.
    pub enum PlatformReach {
        National = "national", "全国综合性平台", "national";
        Sector = "sector", "地方/行业性平台", "of a region or industry";
    }
}

/// A platform on which traced products are registered.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct TracePlatform {
    /// 追溯技术方案
    pub scheme: TraceScheme,
    /// 平台种类
    pub reach: PlatformReach,
    /// 平台名称
    #[schema(example = "中国食品（产品）安全追溯平台")]
    pub name: &'static str,
}

/// The table. Of the platforms of industries the guideline does not say clearly for which scheme they are; they stand
/// with the scheme they are known to use.
pub const PLATFORMS: &[TracePlatform] = &[
    national(TraceScheme::Gs1, "中国食品（产品）安全追溯平台"),
    sector(TraceScheme::Gs1, "广东省重点工业产品质量安全追溯服务平台"),
    national(TraceScheme::Ecode, "国家物联网标识管理与公共服务平台"),
    sector(TraceScheme::Ecode, "电动自行车行业追溯服务平台"),
    sector(TraceScheme::Ecode, "全国电线电缆质量追溯与服务平台"),
    sector(TraceScheme::Ecode, "燃气用具产品质量安全追溯平台"),
    national(TraceScheme::DigitalIdentity, "产品数字身份码质量安全追溯平台"),
    national(TraceScheme::Ccc, "全国认证认可信息公共服务平台"),
];

const fn national(scheme: TraceScheme, name: &'static str) -> TracePlatform {
    TracePlatform {
        scheme,
        reach: PlatformReach::National,
        name,
    }
}

const fn sector(scheme: TraceScheme, name: &'static str) -> TracePlatform {
    TracePlatform {
        reach: PlatformReach::Sector,
        ..national(scheme, name)
    }
}

kernel::codes! {
    /// A scheme of tracing, which says what a trace code is 追溯技术方案 (F142).
    pub enum TraceScheme {
        Gs1 = "gs1", "商品条码/商品二维码", "GTIN";
        Ecode = "ecode", "物联网标识编码（Ecode）", "Ecode";
        DigitalIdentity = "digital_identity", "数字身份码", "digital identity code";
        Ccc = "ccc", "强制性产品认证（CCC）编码", "CCC certificate";
    }
}
