use super::{Error, PictureLook, Which};
use coding::{CodeState, batch, unit};
use db::TenantConn;
use identifiers::{BatchNo, SerialNo, serial::Place};
use label::{Picture, Renderer};
use product::{ProductId, PublicBase};
use web::upload::Vault;

/// A code and how to draw it.
pub(super) struct Drawing {
    uri: String,
    pub(super) name: String,
    picture: Picture,
}

/// A code that was found.
pub(crate) struct Located {
    pub(crate) uri: String,
    /// The beginning of a file's name.
    pub(crate) name: String,
    pub(crate) gtin: String,
    pub(crate) product_name: String,
}

/// Finds a code that was issued and is alive.
pub(crate) fn locate(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    which: &Which,
    base: &PublicBase,
) -> Result<Located, Error> {
    let product = product::find(c, id)?;
    if !product.is_alive() {
        return Err(product::Error::Voided.into());
    }
    let (uri, part) = match which {
        Which::Product => (base.product(&product.gtin), String::new()),
        Which::Batch(no) => {
            let batch = batch::find_by_no(c, id, no.as_str())?.ok_or(batch::Error::NotFound)?;
            if batch.state != CodeState::Active {
                return Err(batch::Error::Voided {
                    batch_no: batch.batch_no,
                }
                .into());
            }
            (base.batch(&product.gtin, no.as_str()), format!("-{no}"))
        }
        Which::Unit(serial, named) => {
            judge_unit(c, id, serial, named.as_ref())?;
            (base.unit(&product.gtin, serial.as_str()), format!("-{serial}"))
        }
    };
    Ok(Located {
        uri,
        name: format!("{}{part}", product.trace_code),
        gtin: product.gtin.to_string(),
        product_name: product.name,
    })
}

/// Finds a code with everything needed to draw it.
pub(super) fn prepare(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    which: &Which,
    look: &PictureLook,
    (base, vault): (&PublicBase, &Vault),
) -> Result<Drawing, Error> {
    let code = locate(c, id, which, base)?;
    Ok(Drawing {
        uri: code.uri,
        name: format!("{}.{}", code.name, look.format.as_str()),
        picture: look.picture(c, vault)?,
    })
}

/// Refuses a unit that is not there, not alive, or not of the batch it is said to be in.
fn judge_unit(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    serial: &SerialNo,
    named: Option<&BatchNo>,
) -> Result<(), Error> {
    let range = unit::find_at(c, product, &Place::of(serial))?;
    let serial = serial.to_string();
    let Some(range) = range else {
        return Err(unit::Error::NotFound { serial }.into());
    };
    let batch = match &range.batch_id {
        Some(id) => Some(batch::find(c, id)?.0),
        None => None,
    };
    let own = batch.as_ref().map(|b| b.batch_no.as_str());
    if let Some(named) = named.filter(|no| own != Some(no.as_str())) {
        return Err(Error::NotOfBatch {
            serial,
            batch_no: named.to_string(),
        });
    }
    let is_alive = range.state == CodeState::Active && batch.is_none_or(|b| b.state == CodeState::Active);
    match is_alive {
        true => Ok(()),
        false => Err(unit::Error::Voided { serial }.into()),
    }
}

impl Drawing {
    pub(super) fn render(self) -> Result<Vec<u8>, Error> {
        let mut out = vec![];
        Renderer::new(self.picture)?.render(&self.uri, &mut out)?;
        Ok(out)
    }
}
