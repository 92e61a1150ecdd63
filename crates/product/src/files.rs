//! The files of a product's record.

use super::{ProductId, ProductRecord, ids::ChangeRequestId};
use crate::Error;
use db::TenantConn;
use web::upload::{self, Dropped, FileId, FileOwner, FileView, LinkKey, Wanted};

/// Every file a record refers to, in the order of the form.
#[must_use]
pub fn all_files(r: &ProductRecord) -> Vec<FileId> {
    let lists = [
        &r.picture_file_ids,
        &r.report_file_ids,
        &r.manual_file_ids,
        &r.certificate_file_ids,
        &r.evidence_file_ids,
    ];
    let of_indicators = r.quality_indicators.iter().map(|i| &i.report_file_id);
    let of_page = r.page.files().into_iter().map(|f| f.id);
    lists
        .into_iter()
        .flatten()
        .chain(of_indicators)
        .cloned()
        .chain(of_page)
        .collect()
}

/// What each file of a record was uploaded for, where it stands, and what the record's switches say of it.
fn wanted(r: &ProductRecord) -> Vec<Wanted> {
    let list = Wanted::list;
    let reports = list(
        crate::slots::INSPECTION_REPORT,
        &r.report_file_ids,
        "/report_file_ids",
    )
    .map(|w| w.public(r.is_report_public));
    let evidence = list(crate::slots::EVIDENCE, &r.evidence_file_ids, "/evidence_file_ids")
        .map(|w| w.public(r.is_evidence_public));
    let indicators = r.quality_indicators.iter().enumerate().map(|(i, indicator)| {
        let place = format!("/quality_indicators/{i}/report_file_id");
        Wanted::new(crate::slots::INSPECTION_REPORT, &indicator.report_file_id, place)
            .public(indicator.is_public)
    });
    list(
        crate::slots::PRODUCT_PICTURE,
        &r.picture_file_ids,
        "/picture_file_ids",
    )
    .chain(reports)
    .chain(list(crate::slots::MANUAL, &r.manual_file_ids, "/manual_file_ids"))
    .chain(list(
        crate::slots::PRODUCT_CERTIFICATE,
        &r.certificate_file_ids,
        "/certificate_file_ids",
    ))
    .chain(evidence)
    .chain(indicators)
    .chain(r.page.wanted("/page"))
    .collect()
}

/// Makes the files of a product those of its record; `dropped` says what becomes of those it had before.
pub(super) fn keep(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    r: &ProductRecord,
    dropped: Dropped,
) -> Result<(), Error> {
    Ok(upload::keep(c, &owner(id), &wanted(r), dropped)?)
}

/// Lets go of the files of a product that is removed.
pub(super) fn drop_all(c: &mut TenantConn<'_>, id: &ProductId) -> Result<(), Error> {
    Ok(upload::drop_all(c, &owner(id))?)
}

/// Keeps the files that a change request brings besides those of the record that holds; nobody else may see them yet.
pub(super) fn keep_asked(
    c: &mut TenantConn<'_>,
    id: &ChangeRequestId,
    asked: &ProductRecord,
    former: &ProductRecord,
) -> Result<(), Error> {
    let had = all_files(former);
    let wanted: Vec<_> = wanted(asked)
        .into_iter()
        .filter(|w| !had.contains(w.file()))
        .map(|w| w.public(false))
        .collect();
    Ok(upload::keep(c, &asking(id), &wanted, Dropped::Release)?)
}

/// Lets go of the files of a change request that is decided.
pub(super) fn drop_asked(c: &mut TenantConn<'_>, id: &ChangeRequestId) -> Result<(), Error> {
    Ok(upload::drop_all(c, &asking(id))?)
}

fn asking(id: &ChangeRequestId) -> FileOwner {
    FileOwner::new("change_request", id)
}

fn owner(id: &ProductId) -> FileOwner {
    FileOwner::new("product", id)
}

/// Every file a record refers to, as its owner sees it.
pub(super) fn views(
    c: &mut TenantConn<'_>,
    record: &ProductRecord,
    links: &LinkKey,
) -> Result<Vec<FileView>, Error> {
    Ok(upload::view_files(c, &all_files(record), links)?)
}
