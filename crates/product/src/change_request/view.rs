//! Change requests as people read them.

use super::{
    model::{ChangeRequest, ChangeRequestId, ChangeRequestItem, ChangeRequestView},
    store::{self, Known},
};
use crate::{Error, Product, ProductRecord, events::Change, files};
use db::{NotWhole, TenantConn};
use enterprise::profile;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use web::upload::{self, LinkKey};

/// Who reads a change request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Its maker.
    Maker,
    /// A reviewer, to whom the real names of suppliers are not told (F165).
    Reviewer,
}

pub(super) fn item((asked, p): Known, enterprise_name: String) -> ChangeRequestItem {
    ChangeRequestItem {
        id: asked.id,
        product_id: asked.product_id,
        enterprise_name,
        trace_code: p.trace_code,
        product_name: p.name,
        model: p.model,
        changed_fields: asked.changed_fields.0,
        reason: asked.reason,
        state: asked.state,
        state_reason: asked.state_reason,
        created_at: asked.created_at,
        decided_at: asked.decided_at,
    }
}

/// A change request with what it changes.
pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &ChangeRequestId,
    links: &LinkKey,
    reader: Reader,
) -> Result<ChangeRequestView, Error> {
    let (asked, p) = store::find(c, id)?;
    let (mut former, mut record) = (read(&asked.former, &p)?, read(&asked.record, &p)?);
    if reader == Reader::Reviewer {
        let parts = former.parts.iter_mut().chain(&mut record.parts);
        parts.for_each(|part| part.supplier_name = None);
    }
    let mut all = files::all_files(&former);
    all.extend(files::all_files(&record));
    all.sort();
    all.dedup();
    Ok(ChangeRequestView {
        enterprise_name: profile::name(c)?,
        made_by: store::asked_by(c, id)?,
        files: upload::view_files(c, &all, links)?,
        changes: changes(&asked, &former, &record),
        id: asked.id,
        product_id: asked.product_id,
        trace_code: p.trace_code,
        product_name: p.name,
        changed_fields: asked.changed_fields.0,
        reason: asked.reason,
        state: asked.state,
        state_reason: asked.state_reason,
        created_at: asked.created_at,
        decided_at: asked.decided_at,
    })
}

/// A stored record, if this program can read all of it.
pub(super) fn read(stored: &db::Stored<ProductRecord>, p: &Product) -> Result<ProductRecord, Error> {
    Ok(crate::stored::read_of(stored, p)?.whole()?)
}

/// The changed fields with what they were and what they are to be.
fn changes(
    asked: &ChangeRequest,
    former: &ProductRecord,
    record: &ProductRecord,
) -> BTreeMap<String, Change> {
    let (old, new) = (fields(former), fields(record));
    let value = |of: &Map<String, Value>, field: &String| of.get(field).cloned().unwrap_or_default();
    let named = asked.changed_fields.0.iter();
    named
        .map(|field| {
            let change = Change::between(value(&old, field), value(&new, field));
            (field.clone(), change)
        })
        .collect()
}

fn fields(record: &ProductRecord) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// A record with some of its fields as another one says them.
pub(super) fn merged(
    current: &ProductRecord,
    asked: &ProductRecord,
    changed: &[String],
) -> Result<ProductRecord, NotWhole> {
    let (mut to, wanted) = (fields(current), fields(asked));
    for field in changed {
        if let Some(value) = wanted.get(field) {
            to.insert(field.clone(), value.clone());
        }
    }
    serde_json::from_value(Value::Object(to)).map_err(|_unreadable| NotWhole::Newer)
}
