use super::{
    ProductId,
    api::{ProductFilter, ProductSort},
    model::{CodeState, Product},
};
use crate::Error;
use db::{TenantConn, contains_pattern, lower, schema::products, unique_or};
use diesel::{dsl::sql, prelude::*, sql_types::Text};
use web::upload::FileId;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Product) -> Result<()> {
    let owner = c.enterprise().clone();
    diesel::insert_into(products::table)
        .values((products::enterprise_id.eq(owner), new))
        .execute(c.conn())
        .map_err(|e| {
            unique_or(e, || Error::TraceCodeTaken {
                code: new.trace_code.clone(),
            })
        })?;
    Ok(())
}

pub(crate) fn find(c: &mut TenantConn<'_>, id: &ProductId) -> Result<Product> {
    let row = c
        .rows(products::table)
        .filter(products::id.eq(id))
        .select(Product::as_select());
    row.first(c.conn()).optional()?.ok_or(Error::ProductNotFound)
}

/// Replaces what may be changed of a product, if it is still in the version that was read.
pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &Product) -> Result<()> {
    let now = c.now();
    let guarded = c
        .rows(products::table)
        .filter(products::id.eq(&to.id))
        .filter(products::version.eq(version));
    let words = (
        products::name.eq(&to.name),
        products::category.eq(to.category),
        products::product_type.eq(&to.product_type),
        products::company_prefix.eq(&to.company_prefix),
        products::gpc_code.eq(&to.gpc_code),
        products::brand_name.eq(&to.brand_name),
        products::model.eq(&to.model),
        products::warranty_period.eq(&to.warranty_period),
        products::service_phone.eq(&to.service_phone),
        products::standards.eq(&to.standards),
        products::licence_number.eq(&to.licence_number),
        products::certificate_number.eq(&to.certificate_number),
    );
    let files = (
        products::pictures.eq(&to.pictures),
        products::reports.eq(&to.reports),
        products::reports_public.eq(to.reports_public),
        products::manuals.eq(&to.manuals),
        products::certificates.eq(&to.certificates),
        products::attributes.eq(&to.attributes),
    );
    let rest = (
        products::search_text.eq(&to.search_text),
        products::version.eq(version + 1),
        products::updated_at.eq(now),
    );
    match diesel::update(guarded)
        .set((words, files, rest))
        .execute(c.conn())?
    {
        1 => Ok(()),
        _ => Err(Error::Stale),
    }
}

/// Ends a product; false when it had ended before.
pub(super) fn void(c: &mut TenantConn<'_>, id: &ProductId, reason: &str) -> Result<bool> {
    let now = c.now();
    let alive = c
        .rows(products::table)
        .filter(products::id.eq(id))
        .filter(products::state.eq(CodeState::Active));
    let voided = diesel::update(alive)
        .set((
            products::state.eq(CodeState::Voided),
            products::state_reason.eq(reason),
            products::version.eq(products::version + 1),
            products::updated_at.eq(now),
        ))
        .execute(c.conn())?;
    Ok(voided == 1)
}

/// Takes the turn of this product's writers: the row is locked until the transaction ends, on both databases.
pub(crate) fn take_turn(c: &mut TenantConn<'_>, id: &ProductId) -> Result<Product> {
    let row = c.rows(products::table).filter(products::id.eq(id));
    diesel::update(row)
        .set(products::range_version.eq(products::range_version + 1))
        .execute(c.conn())?;
    find(c, id)
}

/// Whether another product refers to a report; a file's id stands in the column as it is written.
pub(super) fn is_report_of_another(
    c: &mut TenantConn<'_>,
    report: &FileId,
    than: &ProductId,
) -> Result<bool> {
    let others = c
        .rows(products::table)
        .filter(products::id.ne(than))
        .filter(sql::<Text>("products.reports").like(contains_pattern(&report.to_string())));
    Ok(others.count().get_result::<i64>(c.conn())? > 0)
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &ProductFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Product>, i64)> {
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c.rows(products::table).into_boxed();
        if let Some(text) = filter.keyword.as_deref() {
            rows = rows.filter(products::search_text.like(contains_pattern(text)).escape('\\'));
        }
        if let Some(code) = filter.trace_code.as_deref() {
            rows = rows.filter(lower(products::gtin).like(contains_pattern(code)).escape('\\'));
        }
        if let Some(state) = filter.state {
            rows = rows.filter(products::state.eq(state));
        }
        if let Some(category) = filter.category {
            rows = rows.filter(products::category.eq(category));
        }
        if let Some(scope) = filter.code_scope {
            rows = rows.filter(products::code_scope.eq(scope));
        }
        if let Some(from) = filter.created_from.and_then(crate::days::start_of) {
            rows = rows.filter(products::created_at.ge(from));
        }
        if let Some(to) = filter.created_to.and_then(crate::days::end_of) {
            rows = rows.filter(products::created_at.lt(to));
        }
        rows
    };
    let total = matching(c).count().get_result(c.conn())?;
    let rows = matching(c);
    let rows = match filter.sort.unwrap_or(ProductSort::NewestFirst) {
        ProductSort::NewestFirst => rows.order((products::created_at.desc(), products::id.desc())),
        ProductSort::OldestFirst => rows.order((products::created_at.asc(), products::id.asc())),
        ProductSort::Name => rows.order((products::name.asc(), products::id.asc())),
        ProductSort::NameReversed => rows.order((products::name.desc(), products::id.desc())),
        ProductSort::TraceCode => rows.order(products::gtin.asc()),
        ProductSort::TraceCodeReversed => rows.order(products::gtin.desc()),
    };
    Ok((
        rows.select(Product::as_select())
            .offset(offset)
            .limit(limit)
            .load(c.conn())?,
        total,
    ))
}

pub(crate) fn count(c: &mut TenantConn<'_>) -> Result<i64> {
    Ok(c.rows(products::table).count().get_result(c.conn())?)
}
