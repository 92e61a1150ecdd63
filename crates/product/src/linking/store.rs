use super::model::{HolderOfCode, Link};
use crate::{Error, ProductId, ProductState, reference::TraceScheme};
use db::{
    EnterpriseId, PlatformConn, TenantConn, each_backend,
    schema::{enterprises, linked_codes, products},
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

/// The product that has a code, anyone's.
pub(super) fn holder_of(c: &mut TenantConn<'_>, link: &Link) -> Result<Option<HolderOfCode>> {
    let row = linked_codes::table
        .filter(linked_codes::scheme.eq(link.scheme()))
        .filter(linked_codes::code.eq(&link.code))
        .filter(linked_codes::is_held)
        .select((linked_codes::enterprise_id, linked_codes::product_id));
    let found: Option<(EnterpriseId, ProductId)> = row.first(c.unscoped()).optional()?;
    Ok(found.map(|(enterprise, product)| HolderOfCode { enterprise, product }))
}

/// Removes the codes of a product that are not among these.
pub(super) fn keep_only(c: &mut TenantConn<'_>, product: &ProductId, links: &[Link]) -> Result<()> {
    for (scheme, code) in of_product(c, product)? {
        if links.iter().any(|l| l.scheme() == scheme && l.code == code) {
            continue;
        }
        let row = c
            .rows(linked_codes::table)
            .filter(linked_codes::product_id.eq(product))
            .filter(linked_codes::scheme.eq(scheme))
            .filter(linked_codes::code.eq(code));
        db::delete(row).execute(c)?;
    }
    Ok(())
}

/// Scheme and code of what a product has.
fn of_product(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Vec<(String, String)>> {
    let rows = c
        .rows(linked_codes::table)
        .filter(linked_codes::product_id.eq(product))
        .select((linked_codes::scheme, linked_codes::code));
    Ok(rows.load(c)?)
}

/// Whether a product holds a code; none when the code is not its own at all.
pub(super) fn is_held(c: &mut TenantConn<'_>, product: &ProductId, link: &Link) -> Result<Option<bool>> {
    let row = c
        .rows(linked_codes::table)
        .filter(linked_codes::product_id.eq(product))
        .filter(linked_codes::scheme.eq(link.scheme()))
        .filter(linked_codes::code.eq(&link.code))
        .select(linked_codes::is_held);
    Ok(row.first(c).optional()?)
}

/// Gives a code to a product; false when another product has it.
pub(super) fn insert(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    link: &Link,
    is_held: bool,
) -> Result<bool> {
    let row = (
        linked_codes::product_id.eq(product),
        linked_codes::scheme.eq(link.scheme()),
        linked_codes::code.eq(&link.code),
        linked_codes::enterprise_id.eq(c.enterprise().clone()),
        linked_codes::is_held.eq(is_held),
        linked_codes::created_at.eq(c.now()),
    );
    let inserted = each_backend!(c.unscoped(), c => diesel::insert_into(linked_codes::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(inserted == 1)
}

/// Lets a product have a code it waited for.
pub(super) fn set_held(c: &mut TenantConn<'_>, product: &ProductId, link: &Link) -> Result<()> {
    let row = c
        .rows(linked_codes::table)
        .filter(linked_codes::product_id.eq(product))
        .filter(linked_codes::scheme.eq(link.scheme()))
        .filter(linked_codes::code.eq(&link.code));
    db::update(row).set(linked_codes::is_held.eq(true)).execute(c)?;
    Ok(())
}

/// Notes that the codes of a product are registered as it is now.
pub(super) fn set_registered(c: &mut TenantConn<'_>, product: &ProductId) -> Result<()> {
    db::update(c.rows(products::table).filter(products::id.eq(product)))
        .set(products::linked_version.eq(products::version.nullable()))
        .execute(c)?;
    Ok(())
}

/// A product of one's own that has this GTIN as a code beside its own.
pub(super) fn own_with_gtin(c: &mut TenantConn<'_>, gtin: &str) -> Result<Option<ProductId>> {
    let row = c
        .rows(linked_codes::table)
        .filter(linked_codes::scheme.eq(TraceScheme::Gs1))
        .filter(linked_codes::code.eq(gtin))
        .filter(linked_codes::is_held)
        .select(linked_codes::product_id);
    Ok(row.first(c).optional()?)
}

/// So many products are registered at once.
const MANY: i64 = 500;

/// Products whose codes are not registered as they are now, in the order of their ids.
pub(super) fn unregistered(
    c: &mut PlatformConn<'_>,
    behind: Option<&ProductId>,
) -> Result<Vec<(EnterpriseId, ProductId)>> {
    let behind = behind.map_or("", ProductId::as_str).to_owned();
    let rows = products::table
        .filter(
            products::linked_version
                .is_null()
                .or(products::linked_version.ne(products::version.nullable())),
        )
        .filter(products::id.gt(behind))
        .order(products::id.asc())
        .limit(MANY)
        .select((products::enterprise_id, products::id));
    Ok(rows.load(c.conn())?)
}

/// A code that waits for another product to let it go: whose, of which product, scheme and code.
pub(super) type Waiting = (EnterpriseId, ProductId, TraceScheme, String);

/// The codes that wait, of schemes that give a code to one thing.
pub(super) fn waiting(c: &mut PlatformConn<'_>) -> Result<Vec<Waiting>> {
    let rows = linked_codes::table
        .inner_join(products::table.on(products::id.eq(linked_codes::product_id)))
        .filter(diesel::dsl::not(linked_codes::is_held))
        .filter(linked_codes::scheme.ne(TraceScheme::Ccc))
        .filter(products::state.ne(ProductState::Voided))
        .order((linked_codes::created_at.asc(), linked_codes::product_id.asc()))
        .limit(MANY)
        .select((
            linked_codes::enterprise_id,
            linked_codes::product_id,
            linked_codes::scheme,
            linked_codes::code,
        ));
    Ok(rows.load(c.conn())?)
}

/// What an operator calls a product: the enterprise and the product by their names.
pub(super) fn name_of(c: &mut TenantConn<'_>, product: &ProductId) -> Result<Option<(String, String)>> {
    let row = products::table
        .inner_join(enterprises::table)
        .filter(products::id.eq(product))
        .select((enterprises::name, products::name));
    Ok(row.first(c.unscoped()).optional()?)
}
