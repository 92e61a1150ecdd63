//! Which units of a product are in packs, in memory.

use super::{
    known::{AskDatabase, Known, MOST},
    store,
};
use crate::Error;
use coding::pack::{Content, Pack};
use db::PublicConn;
use identifiers::serial::{Place, Span};
use product::ProductId;
use std::{collections::HashMap, sync::Arc};

/// The runs of one kind of serial that are in a pack, in order.
type Runs = Vec<(Span, Arc<Pack>)>;

/// Packs the units of a product are in. Of most products none is, and then nothing is looked up.
#[derive(Debug, Default)]
pub(super) struct Packed {
    runs: Known<HashMap<(String, i64), Runs>>,
}

impl Packed {
    pub(super) fn load(c: &mut PublicConn<'_>, product: &ProductId) -> Result<Self, Error> {
        let rows = store::packed_of(c, product, MOST + 1)?;
        Ok(Self {
            runs: Known::of(rows, index_runs),
        })
    }

    /// The pack a unit is in; the database knows when there is too much of it.
    pub(super) fn pack_of(&self, at: &Place) -> Result<Option<Arc<Pack>>, AskDatabase> {
        let of_kind = self
            .runs
            .all()?
            .iter()
            .find(|((prefix, width), _)| *prefix == at.prefix && *width == at.width);
        Ok(of_kind.and_then(|(_, runs)| {
            let after = runs.partition_point(|(run, _)| run.first <= at.number);
            let (run, pack) = runs.get(after.checked_sub(1)?)?;
            (run.last >= at.number).then(|| Arc::clone(pack))
        }))
    }
}

/// The rows come ordered by number within their kind.
fn index_runs(rows: Vec<Content>) -> HashMap<(String, i64), Runs> {
    let mut all: HashMap<_, Runs> = HashMap::new();
    for row in rows {
        let Some(span) = row.span() else { continue };
        let pack = Arc::new(row.pack());
        all.entry((span.prefix.clone(), span.width))
            .or_default()
            .push((span, pack));
    }
    all
}
