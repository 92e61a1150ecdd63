//! The packs units are in.

use super::packs_model::ParentView;
use crate::{
    pack::{Error, store},
    verdict::{Finding, Registered, of_pack},
};
use identifiers::serial::Span;
use product::ProductId;

/// A pack that holds a run of units, and what is true of them because of it.
pub(super) struct Parent {
    run: Span,
    view: ParentView,
    findings: Vec<Finding>,
}

/// Which packs the units of a run are in: the parts of the run that are in one, in order.
pub(super) fn of(r: &mut Registered<'_, '_>, product: &ProductId, span: &Span) -> Result<Vec<Parent>, Error> {
    let mut found = vec![];
    for row in store::overlapping(r.conn(), product, span)? {
        let Some(run) = row.span() else { continue };
        let pack = row.pack();
        let (p, _) = r.product(&pack.product_id)?;
        let view = ParentView {
            trace_code: p.trace_code.clone(),
            product_name: p.name.clone(),
            serial: pack.serial(),
            product_id: pack.product_id.clone(),
        };
        let findings = of_pack(r, pack)?;
        found.push(Parent { run, view, findings });
    }
    Ok(found)
}

/// The pack a number is in, of those that a run around it touches, and what is true because of it.
pub(super) fn at(parents: &[Parent], number: i64) -> (Option<ParentView>, &[Finding]) {
    let around = parents
        .iter()
        .find(|p| (p.run.first..=p.run.last).contains(&number));
    match around {
        Some(p) => (Some(p.view.clone()), &p.findings),
        None => (None, &[]),
    }
}
