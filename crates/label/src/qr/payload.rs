//! The data of a symbol as modules.

use super::{
    codewords::Codewords,
    rows::{Octet, Rows},
    symbol_base::SymbolBase,
};

/// The data of a symbol, and the modules it turns over before masking.
#[derive(Debug)]
pub(super) struct Payload {
    codewords: Codewords,
    rows: [Octet; 8],
    /// The nibbles to change, as indices into each list of effects; kept to be allocated once.
    changes: Vec<u16>,
}

impl Default for Payload {
    fn default() -> Self {
        Self {
            codewords: [0; _],
            rows: [Octet::default(); 8],
            changes: Vec::new(),
        }
    }
}

impl Payload {
    /// The modules turned over.
    pub(super) fn rows(&self) -> Rows {
        let mut rows = [0; 64];
        rows.iter_mut()
            .zip(self.rows.iter().flat_map(|octet| octet.0))
            .for_each(|(row, value)| *row = value);
        rows
    }

    /// Turns over what differs from the codewords before: all of them for a fresh payload, a few for the next
    /// serial number of a series.
    pub(super) fn change_to(&mut self, codewords: &Codewords, base: &SymbolBase) {
        self.changes.clear();
        for (position, (now, before)) in (0_u16..base.codewords).zip(codewords.iter().zip(&self.codewords)) {
            let change = u16::from(now ^ before);
            if change != 0 {
                self.changes.push(position * 32 + (change >> 4));
                self.changes.push(position * 32 + 16 + (change & 15));
            }
        }
        for (octet, effects) in self.rows.iter_mut().zip(&base.effects) {
            let mut sum = *octet;
            for &change in &self.changes {
                if let Some(effect) = effects.get(usize::from(change)) {
                    sum ^= effect;
                }
            }
            *octet = sum;
        }
        self.codewords = *codewords;
    }
}
