//! Changes of a batch or a unit: corrections after it left the factory, and units that were associated anew.

use super::{
    entry::{self, Told},
    store,
};
use crate::{CodePlace, Entry, TellerFault, Text};
use coding::batch::QuantityKind;
use db::PublicConn;
use kernel::{Code, Lang, Timestamp};
use product::{
    ReportKind,
    events::{Change, CodeEvent, EventDetail, EventKind},
};
use serde_json::Value;
use std::collections::BTreeMap;

/// The changes of a code and of its batch, newest first, as far as they had happened.
pub(super) fn entries(
    c: &mut PublicConn<'_>,
    at: &CodePlace,
    until: Option<Timestamp>,
) -> Result<Vec<Entry>, TellerFault> {
    if at.batch.is_none() && at.unit.is_none() {
        return Ok(vec![]);
    }
    let Some((_, activated_at)) = store::find_activated(c, &at.product)? else {
        return Ok(vec![]);
    };
    let found = store::code_changes(c, at, until)?;
    let told = found.into_iter().filter_map(|e| told(e, activated_at));
    Ok(told.map(Entry::from).collect())
}

fn told(event: CodeEvent, activated_at: Timestamp) -> Option<Told> {
    let is_unit = event.prefix.is_some();
    let detail = event.detail()?.value?;
    let is_report_public = matches!(&detail, EventDetail::BatchSaved(b) if b.is_report_public);
    let changes = rows(changes_of(&detail)?, is_report_public);
    if changes.is_empty() {
        return None;
    }
    let title = match (event.kind == EventKind::Corrected, is_unit) {
        (true, true) => Text::new("单品信息更正", "Unit corrected"),
        (true, false) => Text::new("批次信息更正", "Batch corrected"),
        (false, _) => Text::new("单品变更关联", "Unit associated anew"),
    };
    Some(Told {
        kind: if is_unit { "unit" } else { "batch" },
        title,
        at: event.made_at,
        changes,
        reason: event.reason,
        since: activated_at.beijing_date(),
    })
}

fn changes_of(detail: &EventDetail) -> Option<&BTreeMap<String, Change>> {
    match detail {
        EventDetail::BatchSaved(d) => Some(&d.changes),
        EventDetail::UnitAssociation(d) => Some(&d.changes),
        EventDetail::ExFactory(d) => Some(&d.changes),
        _ => None,
    }
}

/// The fields of a batch or a unit the public sees, in the order in which they stand on the page.
const FIELDS: &[&str] = &[
    "batch_no",
    "made_on",
    "expires_on",
    "ex_factory_on",
    "quantity",
    "quantity_kind",
    "report_kind",
    "report_file_ids",
    "is_report_public",
];

fn rows(changes: &BTreeMap<String, Change>, is_report_public: bool) -> Vec<crate::Row> {
    let seen = FIELDS.iter().filter(|field| match **field {
        "report_kind" | "report_file_ids" => is_report_public,
        _ => true,
    });
    seen.filter_map(|field| {
        let change = changes.get(*field)?;
        entry::row(
            field,
            text(field, change.from.as_ref()),
            text(field, change.to.as_ref()),
        )
    })
    .collect()
}

fn text(field: &str, value: Option<&Value>) -> Option<Text> {
    match (field, value?) {
        ("report_file_ids", Value::Number(n)) => entry::files(usize::try_from(n.as_u64()?).ok()?),
        ("quantity_kind", Value::String(code)) => Some(coded(Code::<QuantityKind>::of(code))),
        ("report_kind", Value::String(code)) => Some(coded(Code::<ReportKind>::of(code))),
        (_, Value::Bool(is_public)) => Some(entry::open(*is_public)),
        (_, Value::Number(n)) => Some(Text::same(n.to_string())),
        (_, Value::String(text)) => Some(Text::same(text.clone())),
        _ => None,
    }
}

fn coded<T: kernel::ClosedSet>(code: Code<T>) -> Text {
    Text::new(code.label(Lang::Zh), code.label(Lang::En))
}
