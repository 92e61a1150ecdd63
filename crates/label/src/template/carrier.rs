//! The symbol of a label.

use crate::{Correction, Encoder, Error, datamatrix::DataMatrix};

/// Which symbol a label has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carrier {
    /// A QR code with a text.
    Qr(Correction),
    /// A Data Matrix with a text.
    DataMatrix,
    /// A GS1 DataMatrix with an element string.
    Gs1DataMatrix,
}

impl Default for Carrier {
    fn default() -> Self {
        Self::Qr(Correction::Medium)
    }
}

/// A symbol, whichever it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Modules<'a> {
    pub(crate) size: usize,
    pub(crate) quiet_zone: usize,
    words: &'a [u64],
}

impl<'a> Modules<'a> {
    /// The rows from the top; the column is the bit, lowest first.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &'a [u64]> + use<'a> {
        self.words
            .chunks_exact((self.words.len() / self.size.max(1)).max(1))
    }
}

/// Makes symbols of a carrier.
#[derive(Debug)]
pub(crate) struct Symbols {
    carrier: Carrier,
    qr: Encoder,
    data_matrix: DataMatrix,
}

impl Symbols {
    pub(crate) fn new(carrier: Carrier) -> Self {
        let level = match carrier {
            Carrier::Qr(level) => level,
            Carrier::DataMatrix | Carrier::Gs1DataMatrix => Correction::Medium,
        };
        Self {
            carrier,
            qr: Encoder::new(level),
            data_matrix: DataMatrix::new(),
        }
    }

    pub(crate) fn encode(&mut self, content: &str) -> Result<Modules<'_>, Error> {
        let matrix = match self.carrier {
            Carrier::Qr(_) => {
                let symbol = self.qr.encode(content)?;
                return Ok(Modules {
                    size: symbol.size(),
                    quiet_zone: 4,
                    words: symbol.words(),
                });
            }
            Carrier::DataMatrix => self.data_matrix.encode(content)?,
            Carrier::Gs1DataMatrix => self.data_matrix.encode_gs1(content)?,
        };
        Ok(Modules {
            size: matrix.size(),
            // One is what the standard asks for; cameras like two.
            quiet_zone: 2,
            words: matrix.words(),
        })
    }
}
