//! Gives internal codes 内部码 to enterprises without a company prefix, from vendor numbers 厂商流水号 of their own.

mod store;

pub(crate) use store::owner_of;

use crate::Error;
use db::TenantConn;
use enterprise::profile;
use identifiers::{
    Gtin, Uscc,
    gtin::{VendorNumber, internal_code},
};
use store::Vendor;

/// The next internal code of the enterprise. It is given out once, whether a product takes it or not: two people who ask at
/// once get two codes. The first comes with a vendor number, and when that is used up the next one does.
///
/// # Errors
/// When no vendor number is left, or the database fails.
pub(super) fn issue(c: &mut TenantConn<'_>) -> Result<Gtin, Error> {
    loop {
        let Some(vendor) = store::find_vendor(c)? else {
            register_vendor(c)?;
            continue;
        };
        let free = first_free(c, &vendor)?;
        let next = free.as_ref().map_or(VendorNumber::PRODUCTS, |(no, _)| no + 1);
        // Somebody else at the same enterprise may have been faster.
        if store::set_next(c, &vendor, next)?
            && let Some((_, code)) = free
        {
            return Ok(code);
        }
    }
}

/// The first code of a vendor number that was neither given out nor typed in by anyone.
fn first_free(c: &mut TenantConn<'_>, vendor: &Vendor) -> Result<Option<(u8, Gtin)>, Error> {
    let code = |no| internal_code(vendor.number, no);
    let start = code(0)
        .and_then(|c| c.gtin14().get(..11).map(str::to_owned))
        .unwrap_or_default();
    let taken = store::gtins_starting_with(c, &start)?;
    let mut left = (vendor.next_product_no..VendorNumber::PRODUCTS).filter_map(|no| Some((no, code(no)?)));
    Ok(left.find(|(_, code)| !taken.iter().any(|t| t == code.gtin14())))
}

/// Gives the enterprise a vendor number: first its organisation code, as 浙品码 does, if that is one; then the next of the
/// register.
fn register_vendor(c: &mut TenantConn<'_>) -> Result<(), Error> {
    let organisation = Uscc::parse(&profile::uscc(c)?)
        .ok()
        .and_then(|uscc| VendorNumber::of_organisation(&uscc));
    if let Some(number) = organisation
        && store::insert(c, number)?
    {
        return Ok(());
    }
    // Another server may take the number that is next; then it is the one behind.
    loop {
        let number = store::next_number(c)?.ok_or(Error::InternalCodesUsedUp)?;
        if store::insert(c, number)? {
            return Ok(());
        }
    }
}
