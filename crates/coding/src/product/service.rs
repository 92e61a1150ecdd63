use super::{
    ProductId, ProductRecord, ProductView,
    model::{CodeState, Product, ProductItem, ProductSummary, Scope},
    store,
};
use crate::{Error, PublicBase, batch, reference::gpc, unit};
use db::{Json, TenantConn, fold};
use enterprise::profile;
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
    upload::{self, FileView, LinkKey, Slot},
};

/// Registers a product and its class code.
///
/// # Errors
/// What is wrong with the record, or that its trace code is taken.
pub fn create(c: &mut TenantConn<'_>, record: ProductRecord) -> Result<ProductId, Error> {
    let product = prepared(c, ProductId::new(), record)?;
    store::insert(c, &product)?;
    Ok(product.id)
}

pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    version: i64,
    record: ProductRecord,
) -> Result<(), Error> {
    let old = store::find(c, id)?;
    if old.state == CodeState::Voided {
        return Err(Error::ProductVoided);
    }
    if record.trace_code.gtin14() != old.gtin {
        return Err(Error::TraceCodeFixed);
    }
    // Closed first, so that a report the product no longer has does not stay open.
    upload::set_public(c, &old.reports.0, false)?;
    let product = prepared(c, id.clone(), record)?;
    store::update(c, version, &product)
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
    store::find(c, id)?;
    match store::void(c, id, reason)? {
        true => Ok(()),
        false => Err(Error::ProductVoided),
    }
}

pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    links: &LinkKey,
    base: &PublicBase,
    lang: Lang,
) -> Result<ProductView, Error> {
    let p = store::find(c, id)?;
    let mut files = |ids: &[upload::FileId]| upload::view_files(c, ids, links);
    let (pictures, reports) = (files(&p.pictures.0)?, files(&p.reports.0)?);
    let (manuals, certificates) = (files(&p.manuals.0)?, files(&p.certificates.0)?);
    let gpc_title = gpc::title(c.conn(), &p.gpc_code)?;
    Ok(view(
        p,
        gpc_title,
        base,
        [pictures, reports, manuals, certificates],
        lang,
    ))
}

pub(super) fn items(
    c: &mut TenantConn<'_>,
    found: Vec<Product>,
    links: &LinkKey,
) -> Result<Vec<ProductItem>, Error> {
    let covers: Vec<_> = found
        .iter()
        .filter_map(|p| p.pictures.0.first().cloned())
        .collect();
    let covers = upload::view_files(c, &covers, links)?;
    let cover = |p: &Product| {
        covers
            .iter()
            .find(|f| p.pictures.0.first() == Some(&f.id))
            .cloned()
    };
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

/// The row a record becomes, after everything that needs the database to judge.
fn prepared(c: &mut TenantConn<'_>, id: ProductId, record: ProductRecord) -> Result<Product, Error> {
    let code_scope = scope_of(&record.trace_code)?;
    check_prefix(c, &record, code_scope)?;
    upload::attach(c, Slot::ProductPicture, &record.pictures, "/pictures")?;
    upload::attach(c, Slot::InspectionReport, &record.reports, "/reports")?;
    upload::attach(c, Slot::Manual, &record.manuals, "/manuals")?;
    upload::attach(c, Slot::ProductCertificate, &record.certificates, "/certificates")?;
    upload::set_public(c, &record.reports, record.reports_public)?;
    // Asked once the rows of the files are locked, so that of two products that take one at the same time one fails.
    for (i, report) in record.reports.iter().enumerate() {
        if store::is_report_of_another(c, report, &id)? {
            return Err(Error::ReportTaken {
                pointer: format!("/reports/{i}"),
            });
        }
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
    Ok(Product {
        id,
        gtin: code.gtin14().to_owned(),
        trace_code: code.entered().to_owned(),
        code_scope,
        search_text: fold(&words.join(" ")),
        name: record.name,
        category: record.category,
        product_type: record.product_type,
        company_prefix: record.company_prefix,
        gpc_code: record.gpc_code,
        brand_name: record.brand_name,
        model: record.model,
        warranty_period: record.warranty_period,
        service_phone: record.service_phone,
        standards: Json(record.standards.iter().map(|s| normal_standard(&s.0)).collect()),
        licence_number: record.licence_number,
        certificate_number: record.certificate_number,
        pictures: Json(record.pictures),
        reports: Json(record.reports),
        reports_public: record.reports_public,
        manuals: Json(record.manuals),
        certificates: Json(record.certificates),
        attributes: Json(record.attributes),
        state: CodeState::Active,
        state_reason: None,
        range_version: 0,
        version: 1,
        created_at: now,
        updated_at: now,
    })
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

fn warnings(p: &Product, lang: Lang) -> Vec<FieldWarning> {
    let mut found = vec![];
    let mut warn = |pointer: &str, list: Vec<Warning>| {
        found.extend(list.iter().map(|w| FieldWarning::of(pointer, w, lang)));
    };
    warn(
        "/trace_code",
        Gtin::parse(&p.trace_code)
            .map(|g| g.warnings())
            .unwrap_or_default(),
    );
    for (i, text) in p.standards.0.iter().enumerate() {
        warn(&format!("/standards/{i}"), standard_warnings(text));
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
        state: p.state,
        version: p.version,
        created_at: p.created_at,
        updated_at: p.updated_at,
    }
}

fn view(
    p: Product,
    gpc_title: Option<String>,
    base: &PublicBase,
    files: [Vec<FileView>; 4],
    lang: Lang,
) -> ProductView {
    let [pictures, reports, manuals, certificates] = files;
    ProductView {
        uri: base.product(&p.gtin),
        gpc_title,
        warnings: warnings(&p, lang),
        id: p.id,
        trace_code: p.trace_code,
        gtin: p.gtin,
        code_scope: p.code_scope,
        name: p.name,
        category: p.category,
        product_type: p.product_type,
        company_prefix: p.company_prefix,
        gpc_code: p.gpc_code,
        brand_name: p.brand_name,
        model: p.model,
        warranty_period: p.warranty_period,
        service_phone: p.service_phone,
        standards: p.standards.0,
        licence_number: p.licence_number,
        certificate_number: p.certificate_number,
        pictures,
        reports,
        reports_public: p.reports_public,
        manuals,
        certificates,
        attributes: p.attributes.0,
        state: p.state,
        state_reason: p.state_reason,
        version: p.version,
        created_at: p.created_at,
        updated_at: p.updated_at,
    }
}
