//! Who may take up a trace code. One living product has it; what was issued under it before stays what it was.

mod store;

pub(crate) use store::Former;
pub use store::predecessors;

use crate::{Error, ProductId, ProductState};
use db::TenantConn;
use identifiers::Gtin;
use store::of_gtin;

/// Refuses a trace code that a product has, or had and must not get another one.
///
/// A code that no product was ever activated under, and no batch or unit issued, is free again once its product is voided.
/// Every other code is taken up by a successor only: of one's own product that is voided, and said so; or of anyone's, when
/// the operator decided a claim that way.
///
/// # Errors
/// Whose the code is, and what can be done.
pub(crate) fn admit(c: &mut TenantConn<'_>, code: &Gtin, succeeds: Option<&ProductId>) -> Result<(), Error> {
    let gtin = code.gtin14();
    let code = || code.entered().to_owned();
    let former = of_gtin(c, gtin)?;
    if former.iter().any(Former::is_living) {
        return Err(Error::TraceCodeTaken { code: code() });
    }
    let own = c.enterprise().clone();
    let award = store::award_of(c, gtin)?;
    if award.as_ref().is_some_and(|a| a.enterprise_id != own) {
        return Err(Error::TraceCodeAwarded { code: code() });
    }
    let Some(last) = store::last_issued(c, former)? else {
        return Ok(());
    };
    // What was there before the operator decided does not stand in the way of whom the code was given to.
    if award.is_some_and(|a| last.created_at <= a.decided_at && last.enterprise_id != own) {
        return Ok(());
    }
    if last.is_code_barred {
        return Err(Error::TraceCodeBarred { code: code() });
    }
    match (last.enterprise_id == own, succeeds) {
        (false, _) => Err(Error::TraceCodeOfAnother { code: code() }),
        (true, Some(id)) if *id == last.id => Ok(()),
        (true, Some(_)) => Err(Error::NotTheLast),
        (true, None) => Err(Error::TraceCodeVoided { code: code() }),
    }
}

/// Takes the turn of those who decide whose a trace code is: whoever registers it sees what an operator decided before, and
/// the other way round.
///
/// # Errors
/// When the database fails.
pub(crate) fn take_turn(c: &mut TenantConn<'_>, gtin: &str) -> Result<(), Error> {
    Ok(c.lock("gtin", gtin)?)
}

/// Whose a trace code is, for an enterprise that claims it.
pub(crate) enum Contested {
    /// It can be registered.
    Nobodys,
    /// It is, or last was, of a product of the enterprise itself, or was given to it.
    Own,
    /// Another enterprise has it, or keeps others from it.
    Anothers(Former),
}

/// Whose a trace code is.
///
/// # Errors
/// When the database fails.
pub(crate) fn contested(c: &mut TenantConn<'_>, code: &Gtin) -> Result<Contested, Error> {
    let gtin = code.gtin14();
    let former = of_gtin(c, gtin)?;
    let own = c.enterprise().clone();
    let of = |p: Former| match p.enterprise_id == own {
        true => Contested::Own,
        false => Contested::Anothers(p),
    };
    if let Some(p) = former.iter().find(|p| p.is_living()) {
        return Ok(of(p.clone()));
    }
    match store::award_of(c, gtin)? {
        Some(award) if award.enterprise_id == own => return Ok(Contested::Own),
        // Given to another enterprise, which has no product under it yet.
        Some(award) => {
            return Ok(former
                .into_iter()
                .find(|p| p.id == award.product_id)
                .map_or(Contested::Nobodys, of));
        }
        None => {}
    }
    Ok(store::last_issued(c, former)?.map_or(Contested::Nobodys, of))
}

/// The product a trace code answers for, anyone's: the living one, else the last under which something was issued.
///
/// # Errors
/// When the database fails.
pub(crate) fn answering(c: &mut TenantConn<'_>, gtin: &str) -> Result<Option<Former>, Error> {
    let former = of_gtin(c, gtin)?;
    match former.iter().find(|p| p.is_living()) {
        Some(living) => Ok(Some(living.clone())),
        None => store::last_issued(c, former),
    }
}

/// The product that has a trace code now, anyone's.
///
/// # Errors
/// When the database fails.
pub(crate) fn living(c: &mut TenantConn<'_>, gtin: &str) -> Result<Option<Former>, Error> {
    Ok(of_gtin(c, gtin)?.into_iter().find(Former::is_living))
}

impl Former {
    pub(crate) fn is_living(&self) -> bool {
        self.state != ProductState::Voided
    }
}
