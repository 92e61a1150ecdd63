use super::{
    ProductId, ProductRecord, ProductView, files, life,
    model::{Product, ProductItem, ProductSummary, Scope},
    record::StandardText,
    state::ProductState,
    store,
    version::{self, ProductVersion},
};
use crate::{
    Error, PublicBase, batch,
    history::{self, EventKind, NewEvent, Target},
    pack, page,
    reference::gpc,
    unit,
};
use db::{Json, TenantConn, fold};
use enterprise::{brand, profile};
use identifiers::{
    Gtin, Warning,
    ccc::CccNumber,
    gtin::{CodeScope, Use},
    licence::ProductionLicence,
    standard::StandardNo,
};
use kernel::Lang;
use web::{
    FieldWarning,
    upload::{self, FileView, LinkKey},
};

/// What was taken out of the rich text of a page, by the place of its menu within the page.
pub(super) type TakenOut = Vec<(String, Vec<page::Removed>)>;

/// Registers a product and its class code, as a draft: its codes are valid once it is activated.
///
/// # Errors
/// What is wrong with the record, or that its trace code is taken.
pub fn create(c: &mut TenantConn<'_>, record: ProductRecord) -> Result<ProductId, Error> {
    Ok(insert(c, record)?.0)
}

/// The same, with what was taken out of its rich text.
pub(super) fn insert(c: &mut TenantConn<'_>, record: ProductRecord) -> Result<(ProductId, TakenOut), Error> {
    let (product, version, taken_out) = prepared(c, ProductId::new(), record, None)?;
    store::insert(c, &product)?;
    version::store::insert(c, &version)?;
    claim_reports(c, &product.id, &version.record.0)?;
    life::note(c, &product.id, EventKind::Created, None)?;
    Ok((product.id, taken_out))
}

/// Changes what a maker says of a product. While it is prepared everything but the trace code may change; once it is
/// activated what was reviewed is locked, and every other change is a new version (C2).
pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    version: i64,
    record: ProductRecord,
) -> Result<TakenOut, Error> {
    let old = store::take_turn(c, id)?;
    let former = version::store::current(c, &old)?.record.0;
    if record.trace_code.gtin14() != old.gtin {
        return Err(Error::TraceCodeFixed);
    }
    if record.coding_level != former.coding_level && pack::store::concerns(c, id)? {
        return Err(Error::PackLevelFixed);
    }
    // Closed first, so that a report the product no longer has does not stay open.
    files::close(c, &former)?;
    let (mut to, mut next, taken_out) = prepared(c, id.clone(), record, Some(&former))?;
    let changed = version::changed_fields(&former, &next.record.0);
    let locked = version::locked_field(&changed);
    (to.state, to.number) = match old.state {
        ProductState::Voided => return Err(Error::ProductVoided),
        ProductState::Submitted => return Err(Error::UnderReview),
        ProductState::Activated => {
            if let Some(field) = locked {
                return Err(Error::FieldLocked {
                    pointer: format!("/{field}"),
                });
            }
            if let Some(missing) = life::incomplete(&next.record.0, c.now().beijing_date()) {
                return Err(missing.into());
            }
            (
                ProductState::Activated,
                old.number + i64::from(!changed.is_empty()),
            )
        }
        // What the review passed is no longer what is there.
        ProductState::Approved if locked.is_some() => (ProductState::Draft, old.number),
        state => (state, old.number),
    };
    store::update(c, version, &to)?;
    next.number = to.number;
    store::release_reports(c, id)?;
    claim_reports(c, id, &next.record.0)?;
    if changed.is_empty() {
        return Ok(taken_out);
    }
    let kind = if next.number == old.number {
        version::store::replace(c, &next)?;
        EventKind::Saved
    } else {
        next.changed = Json(changed.clone());
        version::store::insert(c, &next)?;
        EventKind::Amended
    };
    let event = NewEvent {
        product_id: id.clone(),
        target: Target::Product,
        kind,
        detail: Some(life::amended(next.number, &changed)),
        reason: None,
    };
    history::store::record(c, event)?;
    Ok(taken_out)
}

/// Makes a draft like another product, to be adjusted 一键同步 (F149). Inspection reports are of one product each and
/// have to be uploaded anew.
pub(super) fn copy(c: &mut TenantConn<'_>, id: &ProductId, trace_code: Gtin) -> Result<ProductId, Error> {
    let former = store::find(c, id)?;
    let mut record = version::store::current(c, &former)?.record.0;
    record.trace_code = trace_code;
    record.reports.clear();
    record.reports_public = false;
    record.report_kind = None;
    record.report_expires_on = None;
    record.quality_indicators.clear();
    create(c, record)
}

/// The GTIN-14 of a product of one's own.
///
/// # Errors
/// When there is no such product or the database fails.
pub fn gtin(c: &mut TenantConn<'_>, id: &ProductId) -> Result<String, Error> {
    Ok(store::find(c, id)?.gtin)
}

/// Ends a product for good: its codes, its batches' and its units' go on answering, and say so.
///
/// # Errors
/// When there is no such product, or it is voided already.
pub fn void(c: &mut TenantConn<'_>, id: &ProductId, reason: &str) -> Result<(), Error> {
    let p = store::take_turn(c, id)?;
    let from: Vec<_> = ProductState::ALL
        .iter()
        .copied()
        .filter(|s| s.is_alive())
        .collect();
    life::go(
        c,
        &p,
        &from,
        ProductState::Voided,
        EventKind::Voided,
        Some(reason),
    )
}

pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    links: &LinkKey,
    base: &PublicBase,
    lang: Lang,
) -> Result<ProductView, Error> {
    let p = store::find(c, id)?;
    let record = version::store::current(c, &p)?.record.0;
    let files = files_of(c, &record, links)?;
    let gpc_title = gpc::title(c.conn(), &record.gpc_code)?;
    Ok(view((p, record, gpc_title), files, base, lang))
}

/// The same just after it was saved, with what was taken out of its rich text among the warnings.
pub(super) fn find_saved(
    c: &mut TenantConn<'_>,
    (id, taken_out): (&ProductId, &TakenOut),
    links: &LinkKey,
    base: &PublicBase,
    lang: Lang,
) -> Result<ProductView, Error> {
    let mut view = find_view(c, id, links, base, lang)?;
    view.warnings
        .extend(taken_out.iter().map(|(pointer, removed)| FieldWarning {
            pointer: format!("/page{pointer}"),
            code: "coding.rich_text_cleaned".to_owned(),
            message: page::taken_out(removed, lang),
        }));
    Ok(view)
}

/// Every file a record refers to, as its owner sees it.
pub(super) fn files_of(
    c: &mut TenantConn<'_>,
    record: &ProductRecord,
    links: &LinkKey,
) -> Result<Vec<FileView>, Error> {
    Ok(upload::view_files(c, &files::all_files(record), links)?)
}

pub(super) fn items(
    c: &mut TenantConn<'_>,
    found: Vec<Product>,
    links: &LinkKey,
) -> Result<Vec<ProductItem>, Error> {
    let covers: Vec<_> = found.iter().filter_map(|p| p.cover.clone()).collect();
    let covers = upload::view_files(c, &covers, links)?;
    let cover = |p: &Product| covers.iter().find(|f| p.cover.as_ref() == Some(&f.id)).cloned();
    Ok(found
        .into_iter()
        .map(|p| ProductItem {
            picture: cover(&p),
            ..item(p)
        })
        .collect())
}

pub(super) fn summary(c: &mut TenantConn<'_>, id: &ProductId) -> Result<ProductSummary, Error> {
    let p = store::find(c, id)?;
    Ok(ProductSummary {
        batches: batch::store::count_of_product(c, id)?,
        units: unit::store::count_of_product(c, id)?,
        trace_code: p.trace_code,
        name: p.name,
        model: p.model,
        brand_name: p.brand_name,
    })
}

/// The row and the version a record becomes, after everything that needs the database to judge.
fn prepared(
    c: &mut TenantConn<'_>,
    id: ProductId,
    mut record: ProductRecord,
    former: Option<&ProductRecord>,
) -> Result<(Product, ProductVersion, TakenOut), Error> {
    let code_scope = scope_of(&record.trace_code)?;
    check_prefix(c, &record, code_scope)?;
    let page::Admitted { content, removed } = page::admit(record.page);
    record.page = content;
    files::attach(c, &record)?;
    record.standards = record
        .standards
        .iter()
        .map(|s| StandardText(normal_standard(&s.0)))
        .collect();
    if let Some(id) = &record.brand_id {
        // A brand that ended meanwhile stays on the products that have it.
        let found = match former.is_some_and(|f| f.brand_id.as_ref() == Some(id)) {
            true => brand::find(c, id)?,
            false => brand::refer(c, id, "/brand_id")?,
        };
        record.brand_name = Some(found.name);
    }
    let now = c.now();
    let code = &record.trace_code;
    let words = [
        &record.name,
        &record.model,
        code.entered(),
        code.gtin14(),
        record.brand_name.as_deref().unwrap_or(""),
    ];
    let product = Product {
        id: id.clone(),
        gtin: code.gtin14().to_owned(),
        trace_code: code.entered().to_owned(),
        code_scope,
        search_text: fold(&words.join(" ")),
        name: record.name.clone(),
        category: record.category,
        product_type: record.product_type.clone(),
        brand_id: record.brand_id.clone(),
        brand_name: record.brand_name.clone(),
        model: record.model.clone(),
        cover: record.pictures.first().cloned(),
        coding_level: record.coding_level,
        state: ProductState::Draft,
        state_reason: None,
        is_paused: false,
        activated_at: None,
        number: 1,
        range_version: 0,
        version: 1,
        created_at: now,
        updated_at: now,
        filing_period: record.filing_period.or_else(|| record.coding_level.only_period()),
        report_expires_on: record.report_expires_on,
    };
    let version = ProductVersion {
        product_id: id,
        number: 1,
        record: Json(record),
        changed: Json(vec![]),
        made_at: now,
    };
    Ok((product, version, removed))
}

/// Notes which reports are this product's; of two products that take one at the same time one fails.
fn claim_reports(c: &mut TenantConn<'_>, id: &ProductId, record: &ProductRecord) -> Result<(), Error> {
    for (pointer, report) in files::reports(record) {
        store::claim_report(c, id, &report, &pointer)?;
    }
    Ok(())
}

/// Internal codes are accepted and labelled so (C9); numbers for other things are not.
fn scope_of(code: &Gtin) -> Result<Scope, Error> {
    match code.scope() {
        CodeScope::Global | CodeScope::Special(Use::Example) => Ok(Scope::Global),
        CodeScope::Internal => Ok(Scope::Internal),
        CodeScope::Special(_) => {
            let prefix = code.gtin14().chars().skip(1).take(3).collect();
            Err(Error::TraceCodeSpecial { prefix })
        }
    }
}

fn check_prefix(c: &mut TenantConn<'_>, record: &ProductRecord, scope: Scope) -> Result<(), Error> {
    let Some(prefix) = record.company_prefix.as_deref() else {
        return Ok(());
    };
    if !profile::company_prefixes(c)?.iter().any(|p| p == prefix) {
        return Err(Error::UnknownPrefix);
    }
    let digits = record.trace_code.gtin14().get(1..).unwrap_or_default();
    match scope == Scope::Internal || digits.starts_with(prefix) {
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

fn warnings(p: &ProductRecord, lang: Lang) -> Vec<FieldWarning> {
    let mut found = vec![];
    let mut warn = |pointer: &str, list: Vec<Warning>| {
        found.extend(list.iter().map(|w| FieldWarning::of(pointer, w, lang)));
    };
    warn("/trace_code", p.trace_code.warnings());
    for (i, text) in p.standards.iter().enumerate() {
        warn(&format!("/standards/{i}"), standard_warnings(&text.0));
    }
    if let Some(number) = &p.licence_number {
        warn("/licence_number", licence_warnings(number));
    }
    found
}

fn standard_warnings(text: &str) -> Vec<Warning> {
    match StandardNo::parse(text) {
        Ok(standard) => standard.warnings(),
        Err(_) => vec![Warning::UnusualShape {
            subject: identifiers::Subject::StandardNo,
            example: "GB/T 5849-2016",
        }],
    }
}

/// The field takes a production licence or a CCC certificate; what is neither is only doubtful.
fn licence_warnings(number: &str) -> Vec<Warning> {
    match (
        ProductionLicence::parse(number),
        CccNumber::parse_with_version(number),
    ) {
        (Ok(_), _) => vec![],
        (_, Ok((ccc, _))) => ccc.warnings(),
        _ => vec![Warning::UnusualShape {
            subject: identifiers::Subject::ProductionLicence,
            example: "XK06-001-00001",
        }],
    }
}

fn item(p: Product) -> ProductItem {
    ProductItem {
        id: p.id,
        trace_code: p.trace_code,
        code_scope: p.code_scope,
        name: p.name,
        category: p.category,
        product_type: p.product_type,
        brand_name: p.brand_name,
        model: p.model,
        picture: None,
        coding_level: p.coding_level,
        state: p.state,
        is_paused: p.is_paused,
        version: p.version,
        created_at: p.created_at,
        updated_at: p.updated_at,
    }
}

fn view(
    (p, record, gpc_title): (Product, ProductRecord, Option<String>),
    files: Vec<FileView>,
    base: &PublicBase,
    lang: Lang,
) -> ProductView {
    ProductView {
        uri: base.product(&p.gtin),
        gpc_title,
        warnings: warnings(&record, lang),
        id: p.id,
        gtin: p.gtin,
        code_scope: p.code_scope,
        record,
        files,
        locked: version::locked_fields(p.state).to_vec(),
        state: p.state,
        state_reason: p.state_reason,
        is_paused: p.is_paused,
        activated_at: p.activated_at,
        number: p.number,
        version: p.version,
        created_at: p.created_at,
        updated_at: p.updated_at,
    }
}
