//! What the public may know of packs 组合多码 (F144).

use super::{
    Level,
    known::{AskDatabase, Known, MOST},
    store,
};
use crate::Error;
use coding::pack::Content;
use db::PublicConn;
use identifiers::serial::{Place, Span};
use product::{CodingLevel, Product, ProductId, ProductState};
use serde::Serialize;
use std::{collections::HashMap, sync::Arc};
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

/// The runs of one kind of serial that are in a pack, in order.
type Runs = Vec<(Span, Arc<ParentFacts>)>;

/// Packs the units of a product are in. Of most products none is, and then nothing is looked up.
#[derive(Debug, Default)]
pub(super) struct Packed {
    runs: Known<HashMap<(String, i64), Runs>>,
    /// Whether its units are packs themselves; what they hold is read when one is scanned.
    is_pack: bool,
}

impl Packed {
    pub(super) fn load(c: &mut PublicConn<'_>, product: &Product) -> Result<Self, Error> {
        let rows = store::packed_of(c, &product.id, MOST + 1)?;
        Ok(Self {
            is_pack: product.coding_level == CodingLevel::Combination,
            runs: Known::of(rows, index_runs),
        })
    }

    /// The pack a unit is in; the database knows when there is too much of it, or when the unit is a pack itself.
    pub(super) fn parent(&self, at: &Place) -> Result<Option<Arc<ParentFacts>>, AskDatabase> {
        if self.is_pack {
            return Err(AskDatabase);
        }
        let of_kind = self
            .runs
            .all()?
            .iter()
            .find(|((prefix, width), _)| *prefix == at.prefix && *width == at.width);
        Ok(of_kind.and_then(|(_, runs)| {
            let after = runs.partition_point(|(run, _)| run.first <= at.number);
            let (run, parent) = runs.get(after.checked_sub(1)?)?;
            (run.last >= at.number).then(|| Arc::clone(parent))
        }))
    }
}

/// The rows come ordered by number within their kind.
fn index_runs(rows: Vec<(Content, Product)>) -> HashMap<(String, i64), Runs> {
    let mut all: HashMap<_, Runs> = HashMap::new();
    for (row, outer) in rows {
        let Some(span) = row.span() else { continue };
        let parent = Arc::new(parent(&row, &outer));
        all.entry((span.prefix.clone(), span.width))
            .or_default()
            .push((span, parent));
    }
    all
}

/// The pack a unit is in and what is in it, from the database.
pub(super) fn read(
    c: &mut PublicConn<'_>,
    product: &ProductId,
    at: &Place,
) -> Result<(Option<Arc<ParentFacts>>, PackFacts), Error> {
    let outer = store::packed_at(c, product, at)?.map(|(row, p)| Arc::new(parent(&row, &p)));
    let (rows, total) = store::contents_of(c, product, at, SHOWN)?;
    let mut contents = vec![];
    for (row, p, batch_no) in rows {
        let span = row.span();
        let inside = match &span {
            Some(span) if p.coding_level == CodingLevel::Combination => store::inside(c, &p.id, span)?,
            _ => vec![],
        };
        contents.push(ContentFacts {
            level: row.level(),
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
    Ok((outer, PackFacts { contents, total }))
}

fn parent(row: &Content, outer: &Product) -> ParentFacts {
    ParentFacts {
        trace_code: outer.trace_code.clone(),
        gtin: outer.gtin.clone(),
        product_name: name(outer),
        serial: row.pack().serial(),
    }
}

/// What nobody has reviewed is not told to the public.
fn name(p: &Product) -> Option<String> {
    (p.state == ProductState::Activated).then(|| p.name.clone())
}
