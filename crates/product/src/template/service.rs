use super::{
    Error, ProductTemplate, ProductTemplateFilter, ProductTemplateId, ProductTemplateItem,
    ProductTemplateOrigin, ProductTemplateRecord, ProductTemplateView, store, system,
};
use crate::admitted::admit_apart;
use db::{Partly, Stored, TenantConn, fold};
use enterprise::brand;
use web::{
    Problem,
    upload::{self, Dropped, FileOwner, LinkKey},
};

/// Admits the page of a record, which takes time: before the transaction, and away from the threads that serve.
pub(super) async fn admitted(mut record: ProductTemplateRecord) -> Result<ProductTemplateRecord, Problem> {
    record.page = admit_apart(record.page).await?;
    Ok(record)
}

/// Creates a template of an [`admitted`] record.
pub(super) fn create(
    c: &mut TenantConn<'_>,
    record: ProductTemplateRecord,
) -> Result<ProductTemplateId, Error> {
    let template = prepared(c, ProductTemplateId::new(), record)?;
    store::insert(c, &template)?;
    Ok(template.id)
}

pub(super) fn update(
    c: &mut TenantConn<'_>,
    id: &ProductTemplateId,
    version: i64,
    record: ProductTemplateRecord,
) -> Result<(), Error> {
    changeable(id)?;
    store::find(c, id)?.read()?.editable()?;
    let template = prepared(c, id.clone(), record)?;
    store::update(c, version, &template)
}

/// Removes a template; those of its files that products were made with stay theirs.
pub(super) fn delete(c: &mut TenantConn<'_>, id: &ProductTemplateId) -> Result<(), Error> {
    changeable(id)?;
    match store::delete(c, id)? {
        true => Ok(upload::drop_all(c, &owner(id))?),
        false => Err(Error::NotFound),
    }
}

fn owner(id: &ProductTemplateId) -> FileOwner {
    FileOwner::new("template", id)
}

fn changeable(id: &ProductTemplateId) -> Result<(), Error> {
    match system::find(id) {
        Some(_) => Err(Error::Shipped),
        None => Ok(()),
    }
}

pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &ProductTemplateId,
    links: &LinkKey,
) -> Result<ProductTemplateView, Error> {
    if let Some(shipped) = system::find(id) {
        return Ok(ProductTemplateView {
            id: shipped.id,
            origin: ProductTemplateOrigin::System,
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
    Ok(ProductTemplateView {
        id: found.id,
        origin: ProductTemplateOrigin::Own,
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
    filter: &ProductTemplateFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<ProductTemplateItem>, i64), Error> {
    let (mut items, own) = match filter.origin {
        Some(ProductTemplateOrigin::System) => (vec![], 0),
        _ => {
            let (found, total) = store::list(c, filter, (offset, limit))?;
            let item = |t: ProductTemplate| {
                let record = t.read()?.value;
                Ok(item(t.id, ProductTemplateOrigin::Own, record, Some(t.updated_at)))
            };
            (found.into_iter().map(item).collect::<Result<_, Error>>()?, total)
        }
    };
    let shipped: Vec<_> = match filter.origin {
        Some(ProductTemplateOrigin::Own) => vec![],
        _ => system::matching(filter.keyword.as_deref()),
    };
    let total = own + i64::try_from(shipped.len()).unwrap_or(0);
    let room = limit - i64::try_from(items.len()).unwrap_or(limit);
    let skipped = usize::try_from((offset - own).max(0)).unwrap_or(usize::MAX);
    let room = usize::try_from(room).unwrap_or(0);
    let shipped = shipped.into_iter().skip(skipped).take(room);
    items.extend(shipped.map(|s| item(s.id, ProductTemplateOrigin::System, s.record, None)));
    Ok((items, total))
}

fn item(
    id: ProductTemplateId,
    origin: ProductTemplateOrigin,
    record: ProductTemplateRecord,
    updated_at: Option<kernel::Timestamp>,
) -> ProductTemplateItem {
    let page = record.page;
    ProductTemplateItem {
        id,
        name: record.name,
        origin,
        colour: page.theme.colour.map(|hex| hex.0),
        apps: i64::try_from(page.apps.len()).unwrap_or(0),
        menus: page.menus.into_iter().map(|m| m.title).collect(),
        updated_at,
    }
}

/// The row a record becomes, after everything that needs the database to judge.
fn prepared(
    c: &mut TenantConn<'_>,
    id: ProductTemplateId,
    mut record: ProductTemplateRecord,
) -> Result<ProductTemplate, Error> {
    if let Some(brand_id) = &record.basics.brand_id {
        record.basics.brand_name = Some(brand::find_named(c, brand_id, "/basics/brand_id")?.name);
    }
    upload::keep(c, &owner(&id), &record.page.wanted("/page"), Dropped::Release)?;
    let now = c.now();
    Ok(ProductTemplate {
        id,
        folded_name: fold(&record.name),
        name: record.name.clone(),
        record: Stored::of(&record),
        version: 1,
        created_at: now,
        updated_at: now,
    })
}
