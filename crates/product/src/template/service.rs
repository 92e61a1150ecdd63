use super::{
    Error, Template, TemplateFilter, TemplateId, TemplateItem, TemplateOrigin, TemplateRecord, TemplateView,
    store, system,
};
use crate::page;
use db::{Partly, Stored, TenantConn, fold};
use enterprise::brand;
use web::upload::{self, Dropped, FileOwner, LinkKey};

pub(super) fn create(c: &mut TenantConn<'_>, record: TemplateRecord) -> Result<TemplateId, Error> {
    let template = prepared(c, TemplateId::new(), record)?;
    store::insert(c, &template)?;
    Ok(template.id)
}

pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &TemplateId,
    version: i64,
    record: TemplateRecord,
) -> Result<(), Error> {
    changeable(id)?;
    store::find(c, id)?.read()?.editable()?;
    let template = prepared(c, id.clone(), record)?;
    store::update(c, version, &template)
}

/// Removes a template; those of its files that products were made with stay theirs.
pub(super) fn delete(c: &mut TenantConn<'_>, id: &TemplateId) -> Result<(), Error> {
    changeable(id)?;
    match store::delete(c, id)? {
        true => Ok(upload::drop_all(c, &owner(id))?),
        false => Err(Error::NotFound),
    }
}

fn owner(id: &TemplateId) -> FileOwner {
    FileOwner::new("template", id)
}

fn changeable(id: &TemplateId) -> Result<(), Error> {
    match system::find(id) {
        Some(_) => Err(Error::Shipped),
        None => Ok(()),
    }
}

pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &TemplateId,
    links: &LinkKey,
) -> Result<TemplateView, Error> {
    if let Some(shipped) = system::find(id) {
        return Ok(TemplateView {
            id: shipped.id,
            origin: TemplateOrigin::System,
            record: shipped.record,
            unreadable: vec![],
            files: vec![],
            version: 1,
            updated_at: None,
        });
    }
    let found = store::find(c, id)?;
    let Partly {
        value: record,
        unreadable,
        ..
    } = found.read()?;
    let ids: Vec<_> = record.page.files().into_iter().map(|f| f.id).collect();
    Ok(TemplateView {
        id: found.id,
        origin: TemplateOrigin::Own,
        files: upload::view_files(c, &ids, links)?,
        record,
        unreadable,
        version: found.version,
        updated_at: Some(found.updated_at),
    })
}

/// One's own, changed last first, and after them those that are shipped.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &TemplateFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<TemplateItem>, i64), Error> {
    let (mut items, own) = match filter.origin {
        Some(TemplateOrigin::System) => (vec![], 0),
        _ => {
            let (found, total) = store::list(c, filter, (offset, limit))?;
            let item = |t: Template| {
                let record = t.read()?.value;
                Ok(item(t.id, TemplateOrigin::Own, record, Some(t.updated_at)))
            };
            (found.into_iter().map(item).collect::<Result<_, Error>>()?, total)
        }
    };
    let shipped: Vec<_> = match filter.origin {
        Some(TemplateOrigin::Own) => vec![],
        _ => system::matching(filter.keyword.as_deref()),
    };
    let total = own + i64::try_from(shipped.len()).unwrap_or(0);
    let room = limit - i64::try_from(items.len()).unwrap_or(limit);
    let skipped = usize::try_from((offset - own).max(0)).unwrap_or(usize::MAX);
    let room = usize::try_from(room).unwrap_or(0);
    let shipped = shipped.into_iter().skip(skipped).take(room);
    items.extend(shipped.map(|s| item(s.id, TemplateOrigin::System, s.record, None)));
    Ok((items, total))
}

fn item(
    id: TemplateId,
    origin: TemplateOrigin,
    record: TemplateRecord,
    updated_at: Option<kernel::Timestamp>,
) -> TemplateItem {
    let page = record.page;
    TemplateItem {
        id,
        name: record.name,
        origin,
        color: page.theme.color.map(|hex| hex.0),
        apps: i64::try_from(page.apps.len()).unwrap_or(0),
        menus: page.menus.into_iter().map(|m| m.title).collect(),
        updated_at,
    }
}

/// The row a record becomes, after everything that needs the database to judge.
fn prepared(c: &mut TenantConn<'_>, id: TemplateId, mut record: TemplateRecord) -> Result<Template, Error> {
    if let Some(brand_id) = &record.basics.brand_id {
        record.basics.brand_name = Some(brand::refer(c, brand_id, "/basics/brand_id")?.name);
    }
    record.page = page::admit(record.page).content;
    upload::keep(c, &owner(&id), &record.page.wanted("/page"), Dropped::Release)?;
    let now = c.now();
    Ok(Template {
        id,
        folded_name: fold(&record.name),
        name: record.name.clone(),
        record: Stored::of(&record),
        version: 1,
        created_at: now,
        updated_at: now,
    })
}
