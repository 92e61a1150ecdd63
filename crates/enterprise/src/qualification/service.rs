use super::{
    Error, ExpiryState, Qualification, QualificationId, QualificationKind, QualificationRecord,
    QualificationView, store,
};
use chrono::NaiveDate;
use db::{List, TenantConn, fold};
use kernel::{Code, Lang};
use web::{
    FieldWarning,
    upload::{self, Dropped, FileId, FileOwner, FileView, LinkKey, Wanted},
};

/// Enters a qualification.
///
/// # Errors
/// What is wrong with the record, or that it was entered before.
pub fn create(c: &mut TenantConn<'_>, record: QualificationRecord) -> Result<QualificationId, Error> {
    let qualification = prepared(c, QualificationId::new(), record)?;
    store::insert(c, &qualification)?;
    Ok(qualification.id)
}

pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &QualificationId,
    version: i64,
    record: QualificationRecord,
) -> Result<(), Error> {
    store::find(c, id)?;
    let to = prepared(c, id.clone(), record)?;
    store::update(c, version, &to)
}

/// Takes a qualification off every list and closes its pictures. The row and its pictures stay for the years in which what
/// consumers saw may have to be shown again.
pub(super) fn delete(c: &mut TenantConn<'_>, id: &QualificationId) -> Result<(), Error> {
    store::find(c, id)?;
    store::delete(c, id)?;
    Ok(upload::keep(c, &owner(id), &[], Dropped::Close)?)
}

pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &QualificationId,
    links: &LinkKey,
    lang: Lang,
) -> Result<QualificationView, Error> {
    let found = store::find(c, id)?;
    let mut views = views(c, vec![found], links, lang)?;
    views.pop().ok_or(Error::NotFound)
}

pub(super) fn views(
    c: &mut TenantConn<'_>,
    found: Vec<Qualification>,
    links: &LinkKey,
    lang: Lang,
) -> Result<Vec<QualificationView>, Error> {
    let today = c.now().beijing_date();
    let ids: Vec<_> = found.iter().flat_map(|q| q.picture_file_ids.0.clone()).collect();
    let files = upload::view_files(c, &ids, links)?;
    let pictures = |ids: &[FileId]| {
        let file = |id: &FileId| files.iter().find(|f| f.id == *id).cloned();
        ids.iter().filter_map(file).collect::<Vec<_>>()
    };
    Ok(found
        .into_iter()
        .map(|q| {
            let pictures = pictures(&q.picture_file_ids.0);
            view(q, pictures, today, lang)
        })
        .collect())
}

/// The row a record becomes, after everything that needs the database to judge.
fn prepared(
    c: &mut TenantConn<'_>,
    id: QualificationId,
    record: QualificationRecord,
) -> Result<Qualification, Error> {
    let now = c.now();
    if record.issued_on.is_some_and(|day| day > now.beijing_date()) {
        return Err(Error::IssuedInFuture);
    }
    let pictures = Wanted::list(
        crate::slots::QUALIFICATION_PICTURE,
        &record.picture_file_ids,
        "/picture_file_ids",
    );
    let pictures: Vec<_> = pictures.map(|w| w.public(record.is_public)).collect();
    upload::keep(c, &owner(&id), &pictures, Dropped::Release)?;
    Ok(Qualification {
        id,
        kind: record.kind.into(),
        name: record.name,
        folded_number: fold(&record.number),
        number: record.number,
        issuer: record.issuer,
        issued_on: record.issued_on,
        expires_on: record.expires_on,
        is_public: record.is_public,
        picture_file_ids: List::of(record.picture_file_ids),
        version: 1,
        created_at: now,
        updated_at: now,
    })
}

fn owner(id: &QualificationId) -> FileOwner {
    FileOwner::new("qualification", id)
}

fn warnings(kind: Code<QualificationKind>, number: &str, lang: Lang) -> Vec<FieldWarning> {
    let found = kind.known().map_or_else(Vec::new, |kind| kind.warnings(number));
    found
        .iter()
        .map(|w| FieldWarning::of("/number", w, lang))
        .collect()
}

fn view(q: Qualification, pictures: Vec<FileView>, today: NaiveDate, lang: Lang) -> QualificationView {
    QualificationView {
        expiry_state: ExpiryState::on(today, q.expires_on),
        warnings: warnings(q.kind, &q.number, lang),
        id: q.id,
        kind: q.kind,
        name: q.name,
        number: q.number,
        issuer: q.issuer,
        issued_on: q.issued_on,
        expires_on: q.expires_on,
        is_public: q.is_public,
        pictures,
        version: q.version,
        created_at: q.created_at,
        updated_at: q.updated_at,
    }
}
