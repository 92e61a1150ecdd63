//! Types of products 产品类型 (F060): the nine classes that were first to be traced nationally, and the catalogue of
//! industrial products under licence. A product may be of any other type too.

use actix_web::{HttpResponse, get};
use serde::Serialize;
use std::sync::LazyLock;
use utoipa::ToSchema;
use web::{Problem, PublicScope};

/// Sources and what is not certain: `data/NOTICE.md`.
const DATA: &str = include_str!("../../data/product-types.csv");
/// The group of the nine classes.
const FIRST: &str = "first";

/// Certainty of a line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Stated by the decree or the platform itself.
    Sure,
    /// By published copies or earlier editions.
    Likely,
    /// To be checked against the catalogue in force.
    Unsure,
}

/// A type of product, and what is expected of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductType {
    /// This project's own code.
    pub code: String,
    /// The code of the type above it.
    pub parent: Option<String>,
    /// Name as shown.
    pub name: String,
    /// True when a mandatory national standard (GB without /T) is expected among its standards.
    pub expects_mandatory_standard: bool,
    /// True when a production licence is typical.
    pub needs_licence: bool,
    /// True when a CCC certificate is typical.
    pub needs_ccc: bool,
    /// Certainty of this line.
    pub certainty: Certainty,
    /// Remarks; empty when there are none.
    pub note: String,
    /// The product classes of CCC certificates for it, by their first digits; empty when they are not known.
    pub ccc_classes: Vec<String>,
}

impl ProductType {
    fn of(line: &str) -> Option<Self> {
        let mut cells = line.split(',');
        let mut cell = || cells.next();
        let is_yes = |cell: &str| cell == "yes";
        Some(Self {
            code: cell()?.to_owned(),
            parent: Some(cell()?).filter(|p| !p.is_empty()).map(str::to_owned),
            name: cell()?.to_owned(),
            expects_mandatory_standard: is_yes(cell()?),
            needs_licence: is_yes(cell()?),
            needs_ccc: is_yes(cell()?),
            certainty: match cell()? {
                "sure" => Certainty::Sure,
                "likely" => Certainty::Likely,
                _ => Certainty::Unsure,
            },
            note: cell()?.to_owned(),
            ccc_classes: cell()?
                .split(';')
                .filter(|class| !class.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }

    /// True for the nine classes traced first, and for kinds of them.
    #[must_use]
    pub fn is_first_batch(&self) -> bool {
        let mut above = self.parent.as_deref();
        while let Some(code) = above {
            if code == FIRST {
                return true;
            }
            above = TYPES
                .iter()
                .find(|t| t.code == code)
                .and_then(|t| t.parent.as_deref());
        }
        false
    }
}

static TYPES: LazyLock<Vec<ProductType>> =
    LazyLock::new(|| DATA.lines().skip(1).filter_map(ProductType::of).collect());

/// The nine classes, in their order.
pub(crate) static FIRST_BATCH: LazyLock<Vec<ProductType>> =
    LazyLock::new(|| below(Some(FIRST)).cloned().collect());

fn below(parent: Option<&str>) -> impl Iterator<Item = &'static ProductType> {
    TYPES.iter().filter(move |t| t.parent.as_deref() == parent)
}

/// The type of this name, the nine classes before the catalogue; none for a type that is the maker's own.
#[must_use]
pub fn product_type(name: &str) -> Option<&'static ProductType> {
    let wanted = db::fold(name);
    TYPES
        .iter()
        .filter(|t| t.parent.is_some())
        .find(|t| db::fold(&t.name) == wanted)
}

/// A type of product and the types below it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductTypeNode {
    /// 代码
    ///
    /// 本平台自用代码，不是官方编号。
    #[schema(example = "xmgb")]
    pub code: String,
    /// 名称
    #[schema(example = "细木工板")]
    pub name: String,
    /// 是否可选
    ///
    /// 仅用于分组的不能选择。
    pub is_choosable: bool,
    /// 是否应执行强制性国家标准
    pub expects_mandatory_standard: bool,
    /// 是否通常需要生产许可证
    pub needs_licence: bool,
    /// 是否通常需要强制性产品认证
    pub needs_ccc: bool,
    /// 说明
    pub note: Option<String>,
    /// 下级
    #[schema(no_recursion)]
    pub children: Vec<ProductTypeNode>,
}

fn tree(parent: Option<&str>) -> Vec<ProductTypeNode> {
    below(parent)
        .map(|t| ProductTypeNode {
            code: t.code.clone(),
            name: t.name.clone(),
            is_choosable: t.parent.is_some(),
            expects_mandatory_standard: t.expects_mandatory_standard,
            needs_licence: t.needs_licence,
            needs_ccc: t.needs_ccc,
            note: Some(t.note.clone()).filter(|n| !n.is_empty()),
            children: tree(Some(&t.code)),
        })
        .collect()
}

/// 产品类型
///
/// Lists the types of products as a tree: the nine classes traced first, and the catalogue of products under licence.
#[utoipa::path(
    tag = "reference", security(()),
    responses((status = 200, description = "产品类型", body = Vec<ProductTypeNode>))
)]
#[get("/reference/product-types")]
pub async fn list_product_types(_scope: PublicScope) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "public, max-age=86400"))
        .json(tree(None)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_whole_and_has_its_place() {
        assert_eq!(TYPES.len(), DATA.lines().count() - 1);
        for t in TYPES.iter() {
            let above = t
                .parent
                .as_ref()
                .map(|p| TYPES.iter().filter(|x| x.code == *p).count());
            assert_eq!(above.unwrap_or(1), 1, "{}", t.code);
            assert_eq!(TYPES.iter().filter(|x| x.code == t.code).count(), 1, "{}", t.code);
        }
        assert_eq!(
            below(Some("licence")).count(),
            14,
            "国发〔2024〕11号 has 14 classes"
        );
    }

    /// F060, F066: the nine classes expect a mandatory national standard.
    #[test]
    fn the_nine_classes_say_what_is_expected_of_them() {
        assert_eq!(FIRST_BATCH.len(), 9);
        assert!(
            FIRST_BATCH
                .iter()
                .all(|t| t.expects_mandatory_standard && (t.needs_licence || t.needs_ccc))
        );
        let board = product_type("细木工板")
            .map(|t| (t.code.as_str(), t.needs_licence, t.needs_ccc, t.is_first_batch()));
        assert_eq!(board, Some(("xmgb", true, false, true)));
        let stove = product_type(" 家用燃气灶具 ").map(ProductType::is_first_batch);
        assert_eq!(stove, Some(true));
        assert_eq!(product_type("水泥").map(ProductType::is_first_batch), Some(false));
        assert_eq!(product_type("首批重点工业产品"), None, "a group is no type");
        assert_eq!(product_type("陶瓷刀具"), None);
    }
}
