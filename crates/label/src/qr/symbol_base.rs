//! What qrcodegen knows about one (version, level), in a form that can be added up.

use super::{
    capacity::{LARGEST_TEMPLATE, data_codewords},
    rows::{MARGIN, Masked, Octet, Rows},
};
use crate::Correction;
use std::sync::OnceLock;

/// One (version, level) as qrcodegen draws it.
#[derive(Debug)]
pub(super) struct SymbolBase {
    /// Modules along a side.
    pub(super) size: usize,
    /// Data codewords.
    pub(super) codewords: u16,
    /// The symbol of all-zero codewords under each mask, shifted left by [`MARGIN`].
    pub(super) blank: [Masked; 64],
    /// For each eight rows, each nibble of the data and each of its values: the modules it turns over.
    pub(super) effects: Vec<Vec<Octet>>,
}

/// The base of a (version, level), made the first time it is asked for; none for the larger versions.
///
/// Making one takes 0.4 to 50 ms, and it stays: 0.05 to 4.3 MiB, ⅔ MiB for a usual label, 45 MiB for all there are.
pub(super) fn symbol_base(version: u8, level: Correction) -> Option<&'static SymbolBase> {
    static SYMBOL_BASES: [[OnceLock<SymbolBase>; LARGEST_TEMPLATE as usize]; 4] =
        [const { [const { OnceLock::new() }; LARGEST_TEMPLATE as usize] }; 4];
    let by_version = SYMBOL_BASES.get(level as usize)?;
    let slot = by_version.get(usize::from(version).checked_sub(1)?)?;
    Some(slot.get_or_init(|| SymbolBase::probe(version, level)))
}

impl SymbolBase {
    /// Asks qrcodegen for the blank symbol under every mask and for the effect of every data bit.
    #[expect(
        clippy::indexing_slicing,
        reason = "all indices come from the lengths of what is indexed"
    )]
    fn probe(version: u8, level: Correction) -> Self {
        let mut data = vec![0; data_codewords(version, level)];
        let size = 17 + 4 * usize::from(version);
        let mut blank = [[0; 8]; 64];
        for mask in 0..8 {
            let rows = draw(version, level, &data, mask);
            let mask = usize::from(mask);
            for (blank, row) in blank.iter_mut().zip(rows) {
                blank[mask] = row << MARGIN;
            }
        }

        let nothing = draw(version, level, &data, 0);
        let of_octet = |_| Vec::with_capacity(data.len() * 32);
        let mut effects: Vec<_> = (0..size.div_ceil(8)).map(of_octet).collect();
        for position in 0..data.len() {
            for shift in [4, 0] {
                let bits = [1, 2, 4, 8].map(|bit| {
                    data[position] = bit << shift;
                    let rows = draw(version, level, &data, 0);
                    std::array::from_fn(|y| rows[y] ^ nothing[y])
                });
                data[position] = 0;
                for (octet, effects) in effects.iter_mut().enumerate() {
                    effects.extend((0..16).map(|value| effect(&bits, value, octet)));
                }
            }
        }
        Self {
            size,
            codewords: data.len() as u16,
            blank,
            effects,
        }
    }
}

/// What a nibble does to eight rows, from what its bits do.
fn effect(bits: &[Rows; 4], value: u8, octet: usize) -> Octet {
    let mut sum = Octet::default();
    for (_, rows) in bits.iter().enumerate().filter(|(bit, _)| (value >> bit) & 1 == 1) {
        if let Some(of_bit) = rows.as_chunks().0.get(octet) {
            sum ^= &Octet(*of_bit);
        }
    }
    sum
}

/// The modules qrcodegen draws for these data codewords.
fn draw(version: u8, level: Correction, data: &[u8], mask: u8) -> Rows {
    let symbol = qrcodegen::QrCode::encode_codewords(
        qrcodegen::Version::new(version),
        level.to_qrcodegen(),
        data,
        Some(qrcodegen::Mask::new(mask)),
    );
    let mut rows = [0; 64];
    for (y, row) in (0..symbol.size()).zip(&mut rows) {
        *row = (0..symbol.size()).fold(0, |row, x| row | u64::from(symbol.get_module(x, y)) << x);
    }
    rows
}
