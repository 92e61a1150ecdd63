use super::{Brand, BrandId, BrandRecord, BrandState, BrandView, Error, store};
use db::{TenantConn, fold};
use std::collections::HashMap;
use web::upload::{self, Dropped, FileId, FileOwner, FileView, LinkKey, Wanted};

/// Enters a brand.
///
/// # Errors
/// What is wrong with the record, or that its name is taken.
pub fn create(c: &mut TenantConn<'_>, record: BrandRecord) -> Result<BrandId, Error> {
    let brand = prepared(c, BrandId::new(), record)?;
    store::insert(c, &brand)?;
    Ok(brand.id)
}

/// A brand of one's own.
///
/// # Errors
/// When there is no such brand or the database fails.
pub fn find(c: &mut TenantConn<'_>, id: &BrandId) -> Result<Brand, Error> {
    store::find(c, id)?.ok_or(Error::NotFound)
}

/// The names of some of one's brands, as they are now.
///
/// # Errors
/// When the database fails.
pub fn names(c: &mut TenantConn<'_>, ids: &[BrandId]) -> Result<HashMap<BrandId, String>, Error> {
    match ids.is_empty() {
        true => Ok(HashMap::new()),
        false => Ok(store::names(c, ids)?.into_iter().collect()),
    }
}

/// The brand a record wants to refer to: one's own, and still in use.
///
/// # Errors
/// Blames the field at `pointer` when it may not be chosen.
pub fn find_named(c: &mut TenantConn<'_>, id: &BrandId, pointer: &str) -> Result<Brand, Error> {
    let pointer = pointer.to_owned();
    match store::find(c, id)? {
        None => Err(Error::Unknown { pointer }),
        Some(brand) if brand.state != BrandState::Active => Err(Error::Voided { pointer }),
        Some(brand) => Ok(brand),
    }
}

pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &BrandId,
    version: i64,
    record: BrandRecord,
) -> Result<(), Error> {
    if find(c, id)?.state == BrandState::Voided {
        return Err(Error::VoidedAlready);
    }
    let brand = prepared(c, id.clone(), record)?;
    store::update(c, version, &brand)
}

/// Ends a brand: it can no longer be chosen, and the products that have it go on showing it.
pub(super) fn void(c: &mut TenantConn<'_>, id: &BrandId) -> Result<(), Error> {
    find(c, id)?;
    match store::void(c, id)? {
        true => Ok(()),
        false => Err(Error::VoidedAlready),
    }
}

/// Removes a brand nothing refers to.
pub(super) fn delete(c: &mut TenantConn<'_>, id: &BrandId) -> Result<(), Error> {
    find(c, id)?;
    store::delete(c, id)?;
    Ok(upload::drop_all(c, &owner(id))?)
}

pub(super) fn find_view(c: &mut TenantConn<'_>, id: &BrandId, links: &LinkKey) -> Result<BrandView, Error> {
    let found = find(c, id)?;
    let mut views = views(c, vec![found], links)?;
    views.pop().ok_or(Error::NotFound)
}

pub(super) fn views(
    c: &mut TenantConn<'_>,
    found: Vec<Brand>,
    links: &LinkKey,
) -> Result<Vec<BrandView>, Error> {
    let ids: Vec<_> = found.iter().flat_map(Brand::files).collect();
    let files = upload::view_files(c, &ids, links)?;
    let file = |id: Option<&FileId>| files.iter().find(|f| Some(&f.id) == id).cloned();
    Ok(found
        .into_iter()
        .map(|b| {
            let (logo, video) = (file(b.logo_file_id.as_ref()), file(b.video_file_id.as_ref()));
            view(b, logo, video)
        })
        .collect())
}

/// The row a record becomes, after everything that needs the database to judge.
fn prepared(c: &mut TenantConn<'_>, id: BrandId, record: BrandRecord) -> Result<Brand, Error> {
    keep_files(c, &id, &record)?;
    let now = c.now();
    let name_en = record.name_en.as_deref().unwrap_or_default();
    Ok(Brand {
        id,
        folded_name: fold(&record.name),
        search_text: fold(&format!("{} {name_en}", record.name)),
        name: record.name,
        name_en: record.name_en,
        introduction: record.introduction,
        logo_file_id: record.logo_file_id,
        video_file_id: record.video_file_id,
        state: BrandState::Active.into(),
        version: 1,
        created_at: now,
        updated_at: now,
    })
}

/// Makes the files of a brand those of its record. Each has one brand, so that it can go when the brand does.
fn keep_files(c: &mut TenantConn<'_>, id: &BrandId, record: &BrandRecord) -> Result<(), Error> {
    let logo = record
        .logo_file_id
        .iter()
        .map(|f| Wanted::new(crate::slots::BRAND_LOGO, f, "/logo_file_id"));
    let video = record
        .video_file_id
        .iter()
        .map(|f| Wanted::new(crate::slots::BRAND_VIDEO, f, "/video_file_id"));
    let wanted: Vec<_> = logo.chain(video).collect();
    Ok(upload::keep(c, &owner(id), &wanted, Dropped::Release)?)
}

fn owner(id: &BrandId) -> FileOwner {
    FileOwner::new("brand", id)
}

fn view(b: Brand, logo: Option<FileView>, video: Option<FileView>) -> BrandView {
    BrandView {
        id: b.id,
        name: b.name,
        name_en: b.name_en,
        introduction: b.introduction,
        logo,
        video,
        state: b.state,
        version: b.version,
        created_at: b.created_at,
        updated_at: b.updated_at,
    }
}
