use super::{
    ProductId, ProductRecord,
    admitted::{AdmittedRecord, TakenOut},
    linked,
    linking::{self, Link},
    model::{CodeReach, Product},
    record::StandardText,
    revision::ProductRevision,
    state::ProductState,
};
use crate::{Error, page};
use db::{List, Stored, TenantConn, fold};
use enterprise::{brand, profile};
use identifiers::{
    Gtin,
    gtin::{CodeScope, Use},
    standard::StandardNo,
};
use kernel::Code;

/// What a record becomes when it is saved.
pub(super) struct Prepared {
    pub(super) product: Product,
    pub(super) version: ProductRevision,
    /// The record as it is saved.
    pub(super) record: ProductRecord,
    pub(super) taken_out: TakenOut,
    /// The codes it has in other schemes.
    pub(super) links: Vec<Link>,
}

/// The row and the version a record becomes, after everything that needs the database to judge.
pub(super) fn prepared(
    c: &mut TenantConn<'_>,
    id: ProductId,
    AdmittedRecord {
        mut record,
        taken_out,
    }: AdmittedRecord,
    former: Option<&ProductRecord>,
) -> Result<Prepared, Error> {
    let code_reach = reach_of(&record.trace_code)?;
    check_prefix(c, &record, code_reach)?;
    record.linked_codes = linked::admit(record.linked_codes)?;
    let links = Link::all(&record.linked_codes, former.map_or(&[], |f| &f.linked_codes));
    linking::check(c, &id, &links)?;
    record.standards = record
        .standards
        .iter()
        .map(|s| StandardText(normal_standard(&s.0)))
        .collect();
    if let Some(id) = &record.brand_id {
        // A brand that ended meanwhile stays on the products that have it.
        let found = match former.is_some_and(|f| f.brand_id.as_ref() == Some(id)) {
            true => brand::find(c, id)?,
            false => brand::find_named(c, id, "/brand_id")?,
        };
        record.brand_name = Some(found.name);
    }
    let now = c.now();
    let code = &record.trace_code;
    let own = [&record.name, &record.model, code.entered(), code.gtin14()];
    let linked: Vec<String> = linked::searched(&record.linked_codes).collect();
    let words: Vec<&str> = own
        .into_iter()
        .chain(record.brand_name.as_deref())
        .chain(linked.iter().map(String::as_str))
        .collect();
    let product = Product {
        id: id.clone(),
        gtin: code.gtin14().to_owned(),
        trace_code: code.entered().to_owned(),
        code_reach: code_reach.into(),
        search_text: fold(&words.join(" ")),
        name: record.name.clone(),
        category: record.category.into(),
        product_type: record.product_type.clone(),
        brand_id: record.brand_id.clone(),
        brand_name: record.brand_name.clone(),
        model: record.model.clone(),
        cover_file_id: record.picture_file_ids.first().cloned(),
        coding_level: record.coding_level.into(),
        state: ProductState::Draft.into(),
        state_reason: None,
        is_paused: false,
        activated_at: None,
        revision: 1,
        range_version: 0,
        version: 1,
        created_at: now,
        updated_at: now,
        filing_period: record
            .filing_period
            .or_else(|| record.coding_level.only_period())
            .map(Code::Known),
        report_expires_on: record.report_expires_on,
        rechecked_at: now,
        is_level_held: false,
        succeeds_product_id: None,
        voided_by: None,
        is_code_barred: false,
    };
    let version = ProductRevision {
        product_id: id,
        revision: 1,
        record: Stored::of(&record),
        changed_fields: List::of(vec![]),
        made_at: now,
        sanitiser: Some(page::SANITISER),
        reason: None,
    };
    Ok(Prepared {
        product,
        version,
        record,
        taken_out,
        links,
    })
}

/// Internal codes are accepted and labelled so (C9); numbers for other things are not.
fn reach_of(code: &Gtin) -> Result<CodeReach, Error> {
    match code.scope() {
        CodeScope::Global | CodeScope::Special(Use::Example) => Ok(CodeReach::Global),
        CodeScope::Internal => Ok(CodeReach::Internal),
        CodeScope::Special(_) => {
            let prefix = code.gtin14().chars().skip(1).take(3).collect();
            Err(Error::TraceCodeSpecial { prefix })
        }
    }
}

fn check_prefix(c: &mut TenantConn<'_>, record: &ProductRecord, scope: CodeReach) -> Result<(), Error> {
    let Some(prefix) = record.company_prefix.as_deref() else {
        return Ok(());
    };
    if !profile::company_prefixes(c)?.iter().any(|p| p == prefix) {
        return Err(Error::UnknownPrefix);
    }
    let digits = record.trace_code.gtin14().get(1..).unwrap_or_default();
    match scope == CodeReach::Internal || digits.starts_with(prefix) {
        true => Ok(()),
        false => Err(Error::NotThePrefix {
            prefix: prefix.to_owned(),
        }),
    }
}

/// A standard in its usual spelling, when it is one we know; as written, when not.
fn normal_standard(text: &str) -> String {
    StandardNo::parse(text).map_or_else(|_unknown| text.to_owned(), |s| s.as_str().to_owned())
}
