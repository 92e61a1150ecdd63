//! What a code names.

use identifiers::{SerialNo, serial::Place};
use product::ProductId;

/// Parts of a code: the product, perhaps a batch, perhaps a unit of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeKey {
    /// GTIN-14.
    pub gtin: String,
    /// 批次号 (AI 10)
    pub batch_no: Option<String>,
    /// 序列号 (AI 21), and where it stands: a scan asks for that several times.
    unit: Option<(SerialNo, Place)>,
    /// The product that is meant, when it is asked for by its maker: others may have had its GTIN before or since.
    product: Option<ProductId>,
}

impl CodeKey {
    /// The key of a code with these parts.
    #[must_use]
    pub fn new(gtin: String, batch_no: Option<String>, serial: Option<SerialNo>) -> Self {
        let unit = serial.map(|serial| {
            let place = Place::of(&serial);
            (serial, place)
        });
        Self {
            gtin,
            batch_no,
            unit,
            product: None,
        }
    }

    /// The same of this product, whoever has its GTIN now.
    #[must_use]
    pub fn within(self, product: ProductId) -> Self {
        Self {
            product: Some(product),
            ..self
        }
    }

    /// The product that is meant; none when it is whoever has the GTIN.
    pub(crate) fn product(&self) -> Option<&ProductId> {
        self.product.as_ref()
    }

    /// The key of a product's own code.
    #[must_use]
    pub fn of_product(gtin: &str) -> Self {
        Self::new(gtin.to_owned(), None, None)
    }

    /// The serial as written, if it names one.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.unit.as_ref().map(|(serial, _)| serial.as_str())
    }

    /// Place of the serial: prefix, width and number.
    pub(crate) fn place(&self) -> Option<&Place> {
        self.unit.as_ref().map(|(_, place)| place)
    }
}
