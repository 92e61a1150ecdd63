//! The colours of a picture with at most 256 of them.

use std::collections::{BTreeSet, HashSet};

/// The most colours.
const MOST: usize = 256;

/// The colours of a picture.
#[derive(Debug, Default)]
pub(super) struct Palette {
    colours: Vec<[u8; 3]>,
}

impl Palette {
    /// The colours named and those of the pixels, as exactly as there is room for.
    pub(super) fn new(named: &[[u8; 3]], pixels: impl Iterator<Item = [u8; 3]>) -> Self {
        let fixed: BTreeSet<_> = named.iter().copied().collect();
        let distinct: HashSet<_> = pixels.collect();
        let mut bits = 8;
        loop {
            let mut colours: BTreeSet<_> = distinct.iter().map(|pixel| coarse(*pixel, bits)).collect();
            colours.extend(&fixed);
            if colours.len() <= MOST || bits == 2 {
                return Self {
                    colours: colours.into_iter().collect(),
                };
            }
            bits -= 1;
        }
    }

    pub(super) fn colours(&self) -> &[[u8; 3]] {
        &self.colours
    }

    /// The place of the colour that is most like this one.
    pub(super) fn nearest(&self, colour: [u8; 3]) -> u8 {
        let distance = |other: &[u8; 3]| -> u32 {
            let apart = colour
                .iter()
                .zip(other)
                .map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2));
            apart.sum()
        };
        let best = self
            .colours
            .iter()
            .enumerate()
            .min_by_key(|(_, other)| distance(other));
        best.map_or(0, |(place, _)| place as u8)
    }
}

/// The colour with so many bits a channel.
fn coarse(colour: [u8; 3], bits: u32) -> [u8; 3] {
    let steps = (1_u32 << bits) - 1;
    colour.map(|channel| ((u32::from(channel) * steps + 127) / 255 * 255 / steps) as u8)
}
