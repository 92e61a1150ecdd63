//! What a page would look like: a record that is not stored, as if its code were valid.

use super::{
    CodeKey, Level, Resolution, Snapshot, Standing,
    facts::{About, Open, ProductFacts, QualificationFacts},
};
use crate::{
    Error,
    product::{CodeScope, ProductId, ProductRecord, all_files},
};
use db::{EnterpriseId, PlatformConn};
use enterprise::{brand, profile, qualification};
use identifiers::gtin;
use std::sync::Arc;
use web::upload::find_public_files;

/// Reads what the record refers to of its owner's, and answers as a scan of the code would be.
pub(super) fn resolve(
    c: &mut PlatformConn<'_>,
    owner: &EnterpriseId,
    record: ProductRecord,
) -> Result<(Resolution, CodeKey), Error> {
    let maker = profile::find_public(c, owner)?;
    let brand = match &record.brand_id {
        Some(id) => brand::find_public(c, owner, id)?,
        None => None,
    };
    let shown = qualification::list_public(c, owner)?;
    let mut ids = all_files(&record);
    ids.extend(
        shown
            .iter()
            .flat_map(|q| q.pictures.iter().map(|url| url.0.clone())),
    );
    let files = find_public_files(c, owner, &ids)?;
    let open = Open(&files);
    let qualifications = shown
        .into_iter()
        .map(|q| QualificationFacts::of(q, &open))
        .collect();
    let about = About {
        id: ProductId::new(),
        code_scope: match record.trace_code.scope() {
            gtin::CodeScope::Internal => CodeScope::Internal,
            gtin::CodeScope::Global | gtin::CodeScope::Special(_) => CodeScope::Global,
        },
        brand,
        updated: None,
        voided: None,
        is_activated: true,
    };
    let product = ProductFacts::of(about, record, &open);
    let key = CodeKey {
        gtin: product.gtin.clone(),
        batch_no: None,
        serial: None,
    };
    let found = Resolution {
        snapshot: Arc::new(Snapshot::draft(product, maker, qualifications)),
        level: Level::Product,
        batch: None,
        unit: None,
        standing: Standing::Valid,
        batch_differs: false,
    };
    Ok((found, key))
}
