//! What is being recalled is not packed, and nothing is put into a recalled pack: a warning would travel on unseen.

use crate::{
    batch::Batch,
    pack::{Error, Pack},
    verdict::{Registered, Registry, Truth, above, of_run, of_things, own_in},
};
use db::TenantConn;
use identifiers::serial::Span;
use product::Product;

/// Refuses a pack that is being recalled, itself or with one it is in.
pub(super) fn admit_pack(c: &mut TenantConn<'_>, product: &Product, pack: &Pack) -> Result<(), Error> {
    let mut r = Registered::new(c);
    let (_, ground) = r.product(&product.id)?;
    let mut found = match r.range(&product.id, &pack.place)? {
        Some(range) => own_in(&mut r, &ground, &pack.place, &range)?,
        None => vec![],
    };
    found.extend(above(&mut r, &product.id, &pack.place)?);
    match found.iter().any(|f| f.verdict.is_of_a_recall()) {
        true => Err(Error::PackRecalled {
            serial: pack.serial(),
        }),
        false => Ok(()),
    }
}

/// Refuses units that are being recalled, or are packs with something recalled in them.
pub(super) fn admit_units(
    c: &mut TenantConn<'_>,
    inner: &Product,
    span: &Span,
    at: &str,
) -> Result<(), Error> {
    let mut r = Registered::new(c);
    let (_, ground) = r.product(&inner.id)?;
    let truth = of_run(&mut r, &ground, span)?;
    refuse(&truth, span.first_serial(), format!("{at}/first_serial"))
}

/// Refuses things of a recalled product or batch.
pub(super) fn admit_things(
    c: &mut TenantConn<'_>,
    inner: &Product,
    batch: Option<&Batch>,
    at: &str,
) -> Result<(), Error> {
    let mut r = Registered::new(c);
    let (_, ground) = r.product(&inner.id)?;
    let truth = of_things(&mut r, &ground, batch.map(|b| &b.id))?;
    let (what, field) = match batch {
        Some(batch) => (&batch.batch_no, "batch_no"),
        None => (&inner.name, "product_id"),
    };
    refuse(&truth, what.clone(), format!("{at}/{field}"))
}

fn refuse(truth: &Truth, what: String, pointer: String) -> Result<(), Error> {
    match truth.findings().iter().any(|f| f.verdict.is_of_a_recall()) {
        true => Err(Error::ContentRecalled { what, pointer }),
        false => Ok(()),
    }
}
