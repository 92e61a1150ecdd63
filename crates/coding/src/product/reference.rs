//! What a product can be: categories, types, and the first level of GPC.

use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Problem, PublicScope};

kernel::codes! {
    /// The broad kind of a product 产品分类 (F058).
    pub enum ProductCategory {
        Industrial = "industrial", "工业产品", "industrial product";
        Ebike = "ebike", "电动自行车", "e-bike";
        Battery = "battery", "蓄电池", "battery";
        Instrument = "instrument", "计量器具", "measuring instrument";
        Cosmetic = "cosmetic", "化妆品", "cosmetic";
        Food = "food", "食品", "food";
        Other = "other", "其他", "other";
    }
}

/// The nine classes that were first to be traced nationally, as the real system names them; a type may be any other.
const TYPES: &[&str] = &[
    "燃气器具",
    "电线电缆",
    "消防产品",
    "电动自行车",
    "安全帽",
    "胶合板",
    "细木工板",
    "冷轧带肋钢筋",
    "钢丝绳",
];

/// The segments of the GS1 Global Product Classification, with this project's own Chinese names. GPC itself has no open
/// licence, so its finer levels are not shipped; a brick code is accepted as it is.
const SEGMENTS: &[(&str, &str, &str)] = &[
    ("10000000", "宠物护理与食品", "Pet Care/Food"),
    ("47000000", "清洁卫生用品", "Cleaning/Hygiene Products"),
    ("50000000", "食品饮料", "Food/Beverage"),
    ("51000000", "医疗保健", "Healthcare"),
    ("53000000", "美容、个人护理与卫生", "Beauty/Personal Care/Hygiene"),
    ("54000000", "婴儿护理", "Baby Care"),
    ("58000000", "跨大类组合", "Cross Segment"),
    (
        "60000000",
        "文字、印刷与参考资料",
        "Textual/Printed/Reference Materials",
    ),
    ("61000000", "音乐", "Music"),
    (
        "62000000",
        "文具、办公设备与节庆用品",
        "Stationery/Office Machinery/Occasion Supplies",
    ),
    ("63000000", "鞋类", "Footwear"),
    ("64000000", "个人配饰", "Personal Accessories"),
    ("65000000", "计算机", "Computing"),
    ("66000000", "通信", "Communications"),
    ("67000000", "服装", "Clothing"),
    ("68000000", "影音与摄影", "Audio Visual/Photography"),
    ("70000000", "艺术、手工与针线", "Arts/Crafts/Needlework"),
    ("71000000", "体育器材", "Sports Equipment"),
    ("72000000", "家用电器", "Home Appliances"),
    ("73000000", "厨房用品与餐具", "Kitchenware and Tableware"),
    ("74000000", "露营用品", "Camping"),
    (
        "75000000",
        "家用与办公家具",
        "Household/Office Furniture/Furnishings",
    ),
    ("77000000", "汽车与车辆用品", "Automotive"),
    ("78000000", "电气用品", "Electrical Supplies"),
    (
        "79000000",
        "管道、采暖、通风与空调",
        "Plumbing/Heating/Ventilation/Air Conditioning",
    ),
    ("80000000", "手动工具与设备", "Tools/Equipment, Hand"),
    ("81000000", "草坪与园艺用品", "Lawn/Garden Supplies"),
    ("82000000", "动力工具与设备", "Tools/Equipment, Power"),
    ("83000000", "建筑产品", "Building Products"),
    ("84000000", "工具收纳与车间用品", "Tool Storage/Workshop Aids"),
    ("85000000", "安全防护（DIY）", "Safety/Protection, DIY"),
    ("86000000", "玩具与游戏", "Toys/Games"),
    ("87000000", "燃料", "Fuels"),
    ("88000000", "润滑剂", "Lubricants"),
    ("89000000", "活体动物", "Live Animals"),
    ("91000000", "安全、安防与监控", "Safety/Security/Surveillance"),
    ("92000000", "仓储与运输容器", "Storage/Haulage Containers"),
    ("93000000", "园艺植物", "Horticulture Plants"),
    ("94000000", "农作物", "Crops"),
    ("95000000", "服务与自动售货", "Services/Vending Machines"),
    ("98000000", "原材料（非食品）", "Raw Materials (Non Food)"),
];

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
        product_types: TYPES.to_vec(),
        gpc,
    };
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=3600"))
        .json(options))
}

/// The name of a segment.
pub(super) fn gpc_title(code: &str) -> Option<String> {
    SEGMENTS
        .iter()
        .find(|(c, _, _)| *c == code)
        .map(|(_, title, _)| (*title).to_owned())
}
