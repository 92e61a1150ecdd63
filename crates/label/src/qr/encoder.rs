//! Encodes one text after the other.

use super::{
    capacity::{LARGEST_TEMPLATE, MOST_CODEWORDS, data_codewords, smallest},
    codewords::{Codewords, pack},
    large,
    mask::choose,
    mode::Band,
    payload::Payload,
    segment::Splitter,
    symbol::Symbol,
    symbol_base::symbol_base,
};
use crate::{Correction, Error};

/// The most characters any symbol holds: digits in version 40-L.
const MOST_CHARACTERS: usize = 7_089;

/// Encodes texts into symbols, reusing its memory and the symbol before.
///
/// Symbols of one (version, level) differ only where their data do, so the next serial number of a series costs
/// little more than the choice of its mask.
#[derive(Debug)]
pub struct Encoder {
    level: Correction,
    least_version: u8,
    splitter: Splitter,
    codewords: Codewords,
    payload: Payload,
    /// What the payload was made for.
    made_for: (u8, Correction),
    symbol: Symbol,
}

impl Encoder {
    /// An encoder for symbols of at least this level.
    pub fn new(level: Correction) -> Self {
        Self {
            level,
            least_version: 1,
            splitter: Splitter::default(),
            codewords: [0; MOST_CODEWORDS],
            payload: Payload::default(),
            made_for: (0, level),
            symbol: Symbol::unset(),
        }
    }

    /// The same for symbols of at least this version.
    #[must_use]
    pub fn at_least(self, version: u8) -> Self {
        Self {
            least_version: version.clamp(1, 40),
            ..self
        }
    }

    /// Encodes a text in the smallest symbol that holds it.
    pub fn encode(&mut self, text: &str) -> Result<&Symbol, Error> {
        if text.is_empty() {
            return Err(Error::TextEmpty);
        }
        let holds = text.len() <= MOST_CHARACTERS && (self.encode_small(text) || self.encode_large(text));
        if holds {
            Ok(&self.symbol)
        } else {
            Err(Error::TextTooLong { bytes: text.len() })
        }
    }

    /// Encodes a text that fits one of the versions with a base; false if it does not.
    fn encode_small(&mut self, text: &str) -> bool {
        [1..=9, 10..=LARGEST_TEMPLATE].into_iter().any(|versions| {
            let versions = self.least_version.max(*versions.start())..=*versions.end();
            let band = Band::of(*versions.end());
            let bits = self.splitter.split(text, band);
            let Some((version, level)) = smallest(bits, self.level, versions) else {
                return false;
            };
            let Some(base) = symbol_base(version, level) else {
                return false;
            };
            let capacity = data_codewords(version, level);
            pack(self.splitter.segments(text), band, capacity, &mut self.codewords);
            if self.made_for != (version, level) {
                self.payload = Payload::default();
                self.made_for = (version, level);
            }
            self.payload.change_to(&self.codewords, base);
            let (mask, rows) = choose(&self.payload.rows(), base);
            self.symbol.set(version, level, mask, rows.into_iter());
            true
        })
    }

    /// Encodes a text that needs a version without a base; false if it is too long for any.
    fn encode_large(&mut self, text: &str) -> bool {
        [LARGEST_TEMPLATE + 1..=26, 27..=40].into_iter().any(|versions| {
            let versions = self.least_version.max(*versions.start())..=*versions.end();
            self.splitter.split(text, Band::of(*versions.end()));
            large::encode(
                self.splitter.segments(text),
                self.level,
                versions,
                &mut self.symbol,
            )
        })
    }
}

impl Symbol {
    /// Encodes a text in the smallest symbol that holds it at this level.
    ///
    /// For many texts one after the other, [`Encoder`] is faster.
    pub fn encode(text: &str, level: Correction) -> Result<Self, Error> {
        let mut encoder = Encoder::new(level);
        encoder.encode(text)?;
        Ok(encoder.symbol)
    }
}
