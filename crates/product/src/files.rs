use super::ProductRecord;
use crate::Error;
use db::TenantConn;
use web::upload::{self, FileId, FileView, LinkKey, Slot};

/// Some files of a record: what they were uploaded for, where they stand, and whether anyone may see them.
struct Group {
    slot: Slot,
    pointer: String,
    ids: Vec<FileId>,
    /// Where the record has a switch; elsewhere the slot says.
    is_public: Option<bool>,
}

/// Every file a record refers to, in the order of the form.
fn groups(r: &ProductRecord) -> Vec<Group> {
    let list = |slot, pointer: &str, ids: &[FileId], is_public| Group {
        slot,
        pointer: pointer.to_owned(),
        ids: ids.to_vec(),
        is_public,
    };
    let mut found = vec![
        list(Slot::ProductPicture, "/pictures", &r.pictures, None),
        list(
            Slot::InspectionReport,
            "/reports",
            &r.reports,
            Some(r.reports_public),
        ),
        list(Slot::Manual, "/manuals", &r.manuals, None),
        list(Slot::ProductCertificate, "/certificates", &r.certificates, None),
        list(Slot::Evidence, "/evidence", &r.evidence, Some(r.evidence_public)),
    ];
    for (i, indicator) in r.quality_indicators.iter().enumerate() {
        found.push(Group {
            slot: Slot::InspectionReport,
            pointer: format!("/quality_indicators/{i}/report"),
            ids: vec![indicator.report.clone()],
            is_public: Some(indicator.visible),
        });
    }
    found
}

/// Every file a record refers to.
#[must_use]
pub fn all_files(r: &ProductRecord) -> Vec<FileId> {
    let of_page = r.page.files().into_iter().map(|f| f.id);
    groups(r).into_iter().flat_map(|g| g.ids).chain(of_page).collect()
}

/// Those that a switch of the record opens and closes, with where they stand; each is of one product only.
pub(super) fn switched(r: &ProductRecord) -> Vec<(String, FileId)> {
    let of_group = |g: Group| {
        let is_single = g.pointer.ends_with("/report");
        let place = move |i: usize| {
            if is_single {
                g.pointer.clone()
            } else {
                format!("{}/{i}", g.pointer)
            }
        };
        g.ids
            .into_iter()
            .enumerate()
            .map(move |(i, id)| (place(i), id))
            .collect::<Vec<_>>()
    };
    groups(r)
        .into_iter()
        .filter(|g| g.is_public.is_some())
        .flat_map(of_group)
        .collect()
}

/// Notes that a record refers to its files, and opens or closes those it has a switch for.
pub(super) fn attach(c: &mut TenantConn<'_>, r: &ProductRecord) -> Result<(), Error> {
    for group in groups(r) {
        upload::attach(c, group.slot, &group.ids, &group.pointer)?;
        if let Some(is_public) = group.is_public {
            upload::set_public(c, &group.ids, is_public)?;
        }
    }
    Ok(r.page.attach(c, "/page")?)
}

/// Closes the files of a record that it had opened; what still refers to them opens them again.
pub(super) fn close(c: &mut TenantConn<'_>, r: &ProductRecord) -> Result<(), Error> {
    for group in groups(r).into_iter().filter(|g| g.is_public == Some(true)) {
        upload::set_public(c, &group.ids, false)?;
    }
    Ok(())
}

/// Every file a record refers to, as its owner sees it.
pub(super) fn views(
    c: &mut TenantConn<'_>,
    record: &ProductRecord,
    links: &LinkKey,
) -> Result<Vec<FileView>, Error> {
    Ok(upload::view_files(c, &all_files(record), links)?)
}
