//! Ending a product, by its maker or by the operator.

use crate::{
    Error, Product, ProductId, change_request,
    events::EventKind,
    life, linking,
    notice::ProductNotice,
    state::{ProductState, Voider},
    store,
};
use db::{PlatformConn, TenantConn};
use enterprise::notice::notify_enterprise;
use notify::Notice;

/// Ends a product for good.
pub(crate) fn end(c: &mut TenantConn<'_>, p: &Product, by: Voider, reason: &str) -> Result<(), Error> {
    let alive: Vec<_> = ProductState::ALL
        .iter()
        .copied()
        .filter(|s| s.is_alive())
        .collect();
    let kind = match by {
        Voider::Maker => EventKind::Voided,
        Voider::Operator => EventKind::VoidedByOperator,
    };
    life::change_state(c, p, &alive, ProductState::Voided, kind, Some(reason))?;
    store::set_voider(c, &p.id, by)?;
    linking::release(c, &p.id)?;
    change_request::close_open(c, &p.id, reason)
}

/// Ends a product of any enterprise, by the operator, and tells its maker. Nobody's holds keep it: whoever needs the codes is
/// told by what they answer.
pub(crate) fn end_by_operator(
    c: &mut PlatformConn<'_>,
    id: &ProductId,
    reason: &str,
    is_code_barred: bool,
) -> Result<(), Error> {
    let owner = life::owner_of(c, id)?;
    let c = &mut c.acting_for(&owner);
    let p = store::take_turn(c, id)?;
    end(c, &p, Voider::Operator, reason)?;
    if is_code_barred {
        store::bar_code(c, id)?;
    }
    let told = ProductNotice::ProductVoidedByOperator {
        product: p.name,
        trace_code: p.trace_code,
        reason: reason.to_owned(),
    };
    notify_enterprise(c, &Notice::new(told).link(format!("/products/{id}")))?;
    Ok(())
}
