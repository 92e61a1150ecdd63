use crate::{ClaimState, Error, ProductId, ProductState};
use db::{
    EnterpriseId, TenantConn,
    schema::{code_claims, code_events, products},
};
use diesel::prelude::*;
use kernel::{Code, Timestamp};

type Result<T> = std::result::Result<T, Error>;

/// A product that has or had a trace code, anyone's.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = products)]
pub(crate) struct Former {
    pub(crate) id: ProductId,
    pub(crate) enterprise_id: EnterpriseId,
    pub(crate) state: Code<ProductState>,
    pub(crate) activated_at: Option<Timestamp>,
    pub(crate) is_code_barred: bool,
    pub(crate) created_at: Timestamp,
}

/// The products that have or had a trace code, the last first.
pub(super) fn of_gtin(c: &mut TenantConn<'_>, gtin: &str) -> Result<Vec<Former>> {
    let rows = products::table
        .filter(products::gtin.eq(gtin))
        .order((products::created_at.desc(), products::id.desc()))
        .select(Former::as_select());
    Ok(rows.load(c.unscoped())?)
}

/// The last of these under which something was issued: it was activated, or had batches or units, or the operator bars its
/// code.
pub(super) fn last_issued(c: &mut TenantConn<'_>, former: Vec<Former>) -> Result<Option<Former>> {
    for p in former {
        let issued = code_events::table
            .filter(code_events::enterprise_id.eq(&p.enterprise_id))
            .filter(code_events::product_id.eq(&p.id))
            .filter(
                code_events::batch_id
                    .is_not_null()
                    .or(code_events::prefix.is_not_null()),
            );
        let was_issued = p.activated_at.is_some()
            || p.is_code_barred
            || issued.count().get_result::<i64>(c.unscoped())? > 0;
        if was_issued {
            return Ok(Some(p));
        }
    }
    Ok(None)
}

/// To whom the operator gave a trace code, and when.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Award {
    pub(super) enterprise_id: EnterpriseId,
    pub(super) decided_at: Timestamp,
    /// The product the claim was about.
    pub(super) product_id: ProductId,
}

/// The last claim to a trace code that was approved.
pub(super) fn award_of(c: &mut TenantConn<'_>, gtin: &str) -> Result<Option<Award>> {
    let rows = code_claims::table
        .filter(code_claims::gtin.eq(gtin))
        .filter(code_claims::state.eq(ClaimState::Approved))
        .order(code_claims::decided_at.desc())
        .select((
            code_claims::enterprise_id,
            code_claims::decided_at.assume_not_null(),
            code_claims::product_id,
        ));
    Ok(rows.first(c.unscoped()).optional()?)
}

/// The products that had the trace code of a product before it, anyone's: what was issued of them is never issued again.
///
/// # Errors
/// When the database fails.
pub fn predecessors(c: &mut TenantConn<'_>, id: &ProductId) -> Result<Vec<ProductId>> {
    let own = c.rows(products::table).filter(products::id.eq(id));
    let gtin: Option<String> = own.select(products::gtin).first(c).optional()?;
    let Some(gtin) = gtin else { return Ok(vec![]) };
    let others = products::table
        .filter(products::gtin.eq(gtin))
        .filter(products::id.ne(id))
        .select(products::id);
    Ok(others.load(c.unscoped())?)
}
