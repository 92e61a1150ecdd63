use crate::Error;
use db::{
    EnterpriseId, TenantConn, each_backend,
    schema::{products, vendor_numbers},
};
use diesel::prelude::*;
use identifiers::gtin::VendorNumber;

type Result<T> = std::result::Result<T, Error>;

/// A vendor number and the first of its products that has no code yet.
pub(super) struct Vendor {
    pub(super) number: VendorNumber,
    pub(super) next_product_no: u8,
}

/// The enterprise's vendor number that has codes left.
pub(super) fn find_vendor(c: &mut TenantConn<'_>) -> Result<Option<Vendor>> {
    let rows = c
        .rows(vendor_numbers::table)
        .filter(vendor_numbers::next_product_no.lt(i64::from(VendorNumber::PRODUCTS)))
        .order(vendor_numbers::number.asc())
        .select((vendor_numbers::number, vendor_numbers::next_product_no));
    let found: Option<(i64, i64)> = rows.first(c).optional()?;
    Ok(found.and_then(|(number, next)| {
        Some(Vendor {
            number: numbered(number)?,
            next_product_no: u8::try_from(next).ok()?,
        })
    }))
}

/// Notes which product of a vendor number comes next; false when that was changed meanwhile.
pub(super) fn set_next(c: &mut TenantConn<'_>, vendor: &Vendor, next: u8) -> Result<bool> {
    let row = c
        .rows(vendor_numbers::table)
        .filter(vendor_numbers::number.eq(i64::from(vendor.number.get())))
        .filter(vendor_numbers::next_product_no.eq(i64::from(vendor.next_product_no)));
    let updated = db::update(row)
        .set(vendor_numbers::next_product_no.eq(i64::from(next)))
        .execute(c)?;
    Ok(updated == 1)
}

/// Gives a vendor number to the enterprise; false when somebody has it.
pub(super) fn insert(c: &mut TenantConn<'_>, number: VendorNumber) -> Result<bool> {
    let row = (
        vendor_numbers::number.eq(i64::from(number.get())),
        vendor_numbers::enterprise_id.eq(c.enterprise().clone()),
        vendor_numbers::next_product_no.eq(0_i64),
        vendor_numbers::created_at.eq(c.now()),
    );
    let inserted = each_backend!(c.unscoped(), c => diesel::insert_into(vendor_numbers::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(inserted == 1)
}

/// The number behind the last of the register; none when that was the last there is.
pub(super) fn next_number(c: &mut TenantConn<'_>) -> Result<Option<VendorNumber>> {
    let first = VendorNumber::FIRST_REGISTERED.get();
    let last: Option<i64> = vendor_numbers::table
        .filter(vendor_numbers::number.ge(i64::from(first)))
        .select(diesel::dsl::max(vendor_numbers::number))
        .first(c.unscoped())?;
    Ok(numbered(last.map_or_else(|| first.into(), |n| n + 1)))
}

fn numbered(number: i64) -> Option<VendorNumber> {
    u32::try_from(number).ok().and_then(VendorNumber::new)
}

/// The trace codes that begin like this, anyone's: a code somebody else typed in cannot be given out either.
pub(super) fn gtins_starting_with(c: &mut TenantConn<'_>, start: &str) -> Result<Vec<String>> {
    let end = format!("{start}~");
    let taken = products::table
        .filter(products::gtin.ge(start))
        .filter(products::gtin.lt(end))
        .select(products::gtin);
    Ok(taken.load(c.unscoped())?)
}

/// Who has a vendor number.
pub(crate) fn owner_of(c: &mut TenantConn<'_>, number: VendorNumber) -> Result<Option<EnterpriseId>> {
    let row = vendor_numbers::table
        .find(i64::from(number.get()))
        .select(vendor_numbers::enterprise_id);
    Ok(row.first(c.unscoped()).optional()?)
}
