use super::Look;
use crate::{
    Error, PublicBase, batch, product,
    product::{CodeState, ProductId},
    serial::Place,
    unit,
};
use db::TenantConn;
use identifiers::{BatchNo, SerialNo};
use label::{Picture, Renderer};
use web::upload::Vault;

/// Which code of a product is meant: the class code, that of a batch, or that of a unit.
#[derive(Debug, Clone)]
pub(super) enum Which {
    Product,
    Batch(BatchNo),
    Unit(SerialNo),
}

/// A code and how to draw it.
pub(super) struct Drawing {
    uri: String,
    pub(super) name: String,
    picture: Picture,
}

/// Finds a code that was issued and is alive, with everything needed to draw it.
pub(super) fn prepare(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    which: &Which,
    look: &Look,
    (base, vault): (&PublicBase, &Vault),
) -> Result<Drawing, Error> {
    let product = product::store::find(c, id)?;
    if product.state == CodeState::Voided {
        return Err(Error::ProductVoided);
    }
    let (uri, part) = match which {
        Which::Product => (base.product(&product.gtin), String::new()),
        Which::Batch(no) => {
            let batch = batch::store::find_by_no(c, id, no.as_str())?.ok_or(Error::BatchNotFound)?;
            if batch.state == CodeState::Voided {
                return Err(Error::BatchVoided {
                    batch_no: batch.batch_no,
                });
            }
            (base.batch(&product.gtin, no.as_str()), format!("-{no}"))
        }
        Which::Unit(serial) => {
            let range = unit::store::find_at(c, id, &Place::of(serial))?;
            let range = range.ok_or_else(|| Error::UnitNotFound {
                serial: serial.to_string(),
            })?;
            if range.state == CodeState::Voided {
                return Err(Error::SomeVoided {
                    first: serial.to_string(),
                    last: serial.to_string(),
                });
            }
            (base.unit(&product.gtin, serial.as_str()), format!("-{serial}"))
        }
    };
    let name = format!("{}{part}.{}", product.trace_code, look.format.as_str());
    Ok(Drawing {
        uri,
        name,
        picture: look.picture(c, vault)?,
    })
}

impl Drawing {
    pub(super) fn render(self) -> Result<Vec<u8>, Error> {
        let mut out = vec![];
        Renderer::new(self.picture)?.render(&self.uri, &mut out)?;
        Ok(out)
    }
}
