//! Changes of a product: its versions since it was activated. What the public does not see is told without its value, or
//! not at all.

use super::{
    entry::{self, Told},
    store::{self, MOST_TOLD},
};
use crate::{Entry, ProductKey, TellerFault, Text};
use db::PublicConn;
use kernel::{Lang, Timestamp};
use product::{Product, ProductRecord, ProductRevision};

/// The changes of a product, newest first, as far as they had happened.
pub(super) fn entries(
    c: &mut PublicConn<'_>,
    key: &ProductKey,
    until: Option<Timestamp>,
) -> Result<Vec<Entry>, TellerFault> {
    let Some((p, activated_at)) = store::find_activated(c, key)? else {
        return Ok(vec![]);
    };
    if p.revision == 1 {
        return Ok(vec![]);
    }
    let versions = store::versions(c, &p, until)?;
    let pairs = versions.iter().zip(versions.iter().skip(1));
    let told = pairs.map(|(new, old)| told(&p, old, new, activated_at));
    let mut all: Vec<Entry> = vec![];
    for told in told.take(MOST_TOLD) {
        all.extend(told?.map(Entry::from));
    }
    Ok(all)
}

/// What one version changed of the version before; none when the public sees nothing of it.
fn told(
    p: &Product,
    old: &ProductRevision,
    new: &ProductRevision,
    activated_at: Timestamp,
) -> Result<Option<Told>, TellerFault> {
    let (from, to) = (old.read(p)?.value, new.read(p)?.value);
    let named = new.changed_fields.0.iter();
    let changes: Vec<_> = named
        .filter(|field| is_seen(field, &from, &to))
        .filter_map(|field| entry::row(field, value(field, &from), value(field, &to)))
        .collect();
    Ok((!changes.is_empty()).then(|| Told {
        kind: "product",
        title: Text::new("产品信息变更", "Product information changed"),
        at: new.made_at,
        changes,
        reason: new.reason.clone(),
        since: activated_at.beijing_date(),
    }))
}

/// Whether the public saw or sees a field: of lists that are shown in part, the shown part counts.
fn is_seen(field: &str, from: &ProductRecord, to: &ProductRecord) -> bool {
    let either = |is_public: fn(&ProductRecord) -> bool| is_public(from) || is_public(to);
    match field {
        "attributes" => value(field, from) != value(field, to),
        "report_file_ids" | "report_kind" | "report_expires_on" => either(|r| r.is_report_public),
        "evidence_file_ids" => either(|r| r.is_evidence_public),
        "quality_indicators" => {
            let shown = |r: &ProductRecord| {
                let all = r.quality_indicators.iter();
                all.filter(|i| i.is_public).cloned().collect::<Vec<_>>()
            };
            shown(from) != shown(to)
        }
        "parts" => {
            let shown = |r: &ProductRecord| {
                let mut all: Vec<_> = r.parts.iter().filter(|p| p.is_public).cloned().collect();
                all.iter_mut().for_each(|p| p.supplier_name = None);
                all
            };
            shown(from) != shown(to)
        }
        _ => true,
    }
}

/// What a field says, in words; none when it says nothing, is not public, or is too much for a line.
fn value(field: &str, r: &ProductRecord) -> Option<Text> {
    let plain = |text: &Option<String>| text.clone().map(Text::same);
    let report = |text: Option<Text>| text.filter(|_| r.is_report_public);
    match field {
        "name" => Some(Text::same(r.name.clone())),
        "product_type" => Some(Text::same(r.product_type.clone())),
        "model" => Some(Text::same(r.model.clone())),
        "brand_name" => plain(&r.brand_name),
        "warranty_period" => plain(&r.warranty_period),
        "service_phone" => plain(&r.service_phone),
        "licence_number" => plain(&r.licence_number),
        "certificate_number" => plain(&r.certificate_number),
        "standards" => list(r.standards.iter().map(|s| s.0.clone())),
        "coding_level" => Some(Text::new(
            r.coding_level.label(Lang::Zh),
            r.coding_level.label(Lang::En),
        )),
        "linked_codes" => list(
            r.linked_codes
                .iter()
                .map(|l| format!("{} {}", l.scheme.label(Lang::Zh), l.code)),
        ),
        "attributes" => list(
            r.attributes
                .iter()
                .filter(|a| a.is_public)
                .map(|a| format!("{}：{}", a.name, a.value)),
        ),
        "picture_file_ids" => entry::files(r.picture_file_ids.len()),
        "manual_file_ids" => entry::files(r.manual_file_ids.len()),
        "certificate_file_ids" => entry::files(r.certificate_file_ids.len()),
        "report_file_ids" => report(entry::files(r.report_file_ids.len())),
        "report_kind" => report(
            r.report_kind
                .map(|k| Text::new(k.label(Lang::Zh), k.label(Lang::En))),
        ),
        "report_expires_on" => report(r.report_expires_on.map(|day| Text::same(day.to_string()))),
        "evidence_file_ids" => entry::files(r.evidence_file_ids.len()).filter(|_| r.is_evidence_public),
        "is_report_public" => Some(entry::open(r.is_report_public)),
        "is_evidence_public" => Some(entry::open(r.is_evidence_public)),
        _ => None,
    }
}

fn list(items: impl Iterator<Item = String>) -> Option<Text> {
    let joined = items.collect::<Vec<_>>().join("；");
    (!joined.is_empty()).then(|| Text::same(joined))
}
