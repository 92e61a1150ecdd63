//! The files of a product's record.

use super::{ProductId, ProductRecord};
use crate::Error;
use db::TenantConn;
use web::upload::{self, Dropped, FileId, FileOwner, FileView, LinkKey, Slot, Wanted};

/// Every file a record refers to, in the order of the form.
#[must_use]
pub fn all_files(r: &ProductRecord) -> Vec<FileId> {
    let lists = [&r.pictures, &r.reports, &r.manuals, &r.certificates, &r.evidence];
    let of_indicators = r.quality_indicators.iter().map(|i| &i.report);
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
    let reports = list(Slot::InspectionReport, &r.reports, "/reports").map(|w| w.public(r.reports_public));
    let evidence = list(Slot::Evidence, &r.evidence, "/evidence").map(|w| w.public(r.evidence_public));
    let indicators = r.quality_indicators.iter().enumerate().map(|(i, indicator)| {
        let place = format!("/quality_indicators/{i}/report");
        Wanted::new(Slot::InspectionReport, &indicator.report, place).public(indicator.visible)
    });
    list(Slot::ProductPicture, &r.pictures, "/pictures")
        .chain(reports)
        .chain(list(Slot::Manual, &r.manuals, "/manuals"))
        .chain(list(Slot::ProductCertificate, &r.certificates, "/certificates"))
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
