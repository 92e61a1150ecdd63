//! What a page would look like: a record that is not stored, as if its code were valid.

use super::{
    Chapters, CodeKey, Level, Resolution, Snapshot, Truth,
    assembly::{self, Shown, assemble},
};
use crate::Error;
use coding::{CodeState, verdict::Ground};
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
    let beside = assembly::Beside {
        id: ProductId::new(),
        code_reach: code_reach.into(),
        updated: None,
    };
    let Shown { product, maker } = assemble(c, owner, (record, vec![]), beside)?;
    let key = CodeKey::of_product(&product.gtin);
    let ground = Ground {
        id: product.id.clone(),
        gtin: product.gtin.clone(),
        trace_code: product.trace_code.clone(),
        public_name: Some(product.name.clone()),
        is_pack: false,
        state: CodeState::Active.into(),
        state_reason: None,
        is_voided_by_operator: false,
        is_activated: Some(true),
        is_maker_active: true,
        recalls: vec![],
    };
    let found = Resolution {
        snapshot: Arc::new(Snapshot::alone(product, maker, ground)),
        level: Level::Product,
        batch: None,
        unit: None,
        truth: Truth::default(),
        batch_differs: false,
        parent: None,
        pack: Arc::default(),
        told: Chapters::default(),
        related: vec![],
        is_linked: false,
    };
    Ok((found, key))
}
