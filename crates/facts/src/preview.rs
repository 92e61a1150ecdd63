//! What a page would look like: a record that is not stored, as if its code were valid.

use super::{
    Chapters, CodeKey, Level, PackFacts, Resolution, Snapshot, Standing,
    assembly::{self, Shown, assemble},
};
use crate::Error;
use db::{EnterpriseId, PublicConn};
use identifiers::gtin;
use product::{CodeReach, ProductId, ProductRecord};
use std::sync::Arc;

/// Reads what the record refers to of its owner's, and answers as a scan of the code would be.
pub(super) fn resolve(
    c: &mut PublicConn<'_>,
    owner: &EnterpriseId,
    record: ProductRecord,
) -> Result<(Resolution, CodeKey), Error> {
    let code_reach = match record.trace_code.scope() {
        gtin::CodeScope::Internal => CodeReach::Internal,
        gtin::CodeScope::Global | gtin::CodeScope::Special(_) => CodeReach::Global,
    };
    let standing = assembly::Standing {
        id: ProductId::new(),
        code_reach: code_reach.into(),
        updated: None,
        voided: None,
        is_activated: Some(true),
    };
    let Shown { product, maker } = assemble(c, owner, (record, vec![]), standing)?;
    let key = CodeKey::of_product(&product.gtin);
    let found = Resolution {
        snapshot: Arc::new(Snapshot::preview(product, maker)),
        level: Level::Product,
        batch: None,
        unit: None,
        standing: Standing::Valid,
        batch_differs: false,
        parent: None,
        pack: PackFacts::default(),
        told: Chapters::default(),
        related: vec![],
    };
    Ok((found, key))
}
