//! What the public may know of packs 组合多码 (F144).

use super::{Finding, Level, Verdict, published::Published, store};
use crate::Error;
use coding::{
    pack::Pack,
    verdict::{Ground, Registry, Truth, above, inside, of_content, of_pack, of_unit},
};
use identifiers::serial::Span;
use product::{CodingLevel, Product, ProductState};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// The pack a unit is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ParentFacts {
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    ///
    /// 未激活的产品不显示。
    pub product_name: Option<String>,
    /// 序列号
    pub serial: String,
    /// GTIN-14
    pub gtin: String,
    /// 结论
    ///
    /// 该组合自身的结论。
    pub verdict: Verdict,
}

/// Something in a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ContentFacts {
    /// 层级
    pub level: Level,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// GTIN-14
    pub gtin: String,
    /// 产品名称
    ///
    /// 未激活的产品不显示。
    pub product_name: Option<String>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 起始序列号
    pub first_serial: Option<String>,
    /// 结束序列号
    pub last_serial: Option<String>,
    /// 数量
    pub quantity: i64,
    /// 结论
    ///
    /// 装入一段单品时，就其中最严重的而言。
    pub verdict: Verdict,
    /// 其中
    ///
    /// 装入的是组合时，其中各产品的数量。
    pub inside: Vec<InsideFacts>,
}

/// Quantity of a product in the packs within a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct InsideFacts {
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    ///
    /// 未激活的产品不显示。
    pub product_name: Option<String>,
    /// 数量
    pub quantity: i64,
}

/// Contents of a pack; empty when the unit is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PackFacts {
    /// The first entries, in the order they were put there.
    pub contents: Vec<ContentFacts>,
    /// Number of all entries.
    pub total: i64,
}

/// So many entries of a pack are told at most.
const SHOWN: i64 = 100;

/// A pack with all that is true of it because of what it is in and what is in it.
#[derive(Debug)]
pub(super) struct WholePack {
    /// As what is in it names it.
    pub(super) named: Arc<ParentFacts>,
    /// What is true of everything in it because of it, and of the packs it is in.
    pub(super) to_contents: Vec<Finding>,
    /// The pack it is in.
    pub(super) parent: Option<Arc<ParentFacts>>,
    /// What is true of it because of the packs it is in.
    pub(super) above: Vec<Finding>,
    /// What is true of it because of what is in it.
    pub(super) inside: Vec<Finding>,
    /// What is in it.
    pub(super) facts: Arc<PackFacts>,
}

impl WholePack {
    /// Reads a pack; none when it was never issued.
    pub(super) fn read(r: &mut Published<'_, '_>, pack: &Pack) -> Result<Option<Self>, Error> {
        let Some(ground) = r.ground(&pack.product_id)? else {
            return Ok(None);
        };
        let Some(truth) = truth(r, &ground, pack)? else {
            return Ok(None);
        };
        let container = r.container(&pack.product_id, &pack.place)?;
        let parent = match container {
            Some(row) => named(r, &row.pack())?,
            None => None,
        };
        Ok(Some(Self {
            named: Arc::new(parent_facts(&ground, pack, &truth)),
            to_contents: of_pack(r, pack.clone())?,
            parent: parent.map(Arc::new),
            above: above(r, &pack.product_id, &pack.place)?,
            inside: inside(r, &pack.product_id, &pack.span())?,
            facts: Arc::new(contents(r, pack)?),
        }))
    }
}

fn named(r: &mut Published<'_, '_>, pack: &Pack) -> Result<Option<ParentFacts>, Error> {
    let Some(ground) = r.ground(&pack.product_id)? else {
        return Ok(None);
    };
    let truth = truth(r, &ground, pack)?;
    Ok(truth.map(|truth| parent_facts(&ground, pack, &truth)))
}

fn truth(r: &mut Published<'_, '_>, ground: &Ground, pack: &Pack) -> Result<Option<Truth>, Error> {
    match r.range(&pack.product_id, &pack.place)? {
        Some(range) => of_unit(r, ground, &pack.place, &range).map(Some),
        None => Ok(None),
    }
}

fn parent_facts(ground: &Ground, pack: &Pack, truth: &Truth) -> ParentFacts {
    ParentFacts {
        trace_code: ground.trace_code.clone(),
        gtin: ground.gtin.clone(),
        product_name: ground.public_name.clone(),
        serial: pack.serial(),
        verdict: truth.verdict(),
    }
}

/// What is in a pack, as far as it is shown.
fn contents(r: &mut Published<'_, '_>, pack: &Pack) -> Result<PackFacts, Error> {
    let (rows, total) = store::contents_of(r.conn(), &pack.product_id, &pack.place, SHOWN)?;
    let mut contents = vec![];
    for (row, p, batch_no) in rows {
        let span = row.span();
        let inside = match &span {
            Some(span) if p.coding_level == CodingLevel::Combination => store::inside(r.conn(), &p.id, span)?,
            _ => vec![],
        };
        contents.push(ContentFacts {
            level: row.level(),
            verdict: of_content(r, &row)?.verdict(),
            product_name: name(&p),
            trace_code: p.trace_code,
            gtin: p.gtin,
            batch_no,
            first_serial: span.as_ref().map(Span::first_serial),
            last_serial: span.as_ref().map(Span::last_serial),
            quantity: row.quantity,
            inside: inside
                .into_iter()
                .map(|(p, quantity)| InsideFacts {
                    product_name: name(&p),
                    trace_code: p.trace_code,
                    quantity,
                })
                .collect(),
        });
    }
    Ok(PackFacts { contents, total })
}

/// What nobody has reviewed is not told to the public.
fn name(p: &Product) -> Option<String> {
    (p.state == ProductState::Activated).then(|| p.name.clone())
}
