use product::ProductId;
use serde::Serialize;
use utoipa::ToSchema;

/// A pack that something was put into or taken out of.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PackView {
    /// 产品编号
    pub product_id: ProductId,
    /// 序列号
    #[schema(example = "C00000001")]
    pub serial: String,
    /// 件数
    ///
    /// 直接装入的产品、单品和组合的总数。
    #[schema(example = 12)]
    pub quantity: i64,
    /// 条目数
    pub contents: i64,
}
