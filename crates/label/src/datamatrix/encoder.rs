//! Encodes one text after the other.

use super::{
    charset::FNC1, encodation::Encodation, placement::Placement, reed_solomon::Corrector, size::Size,
    symbol::Matrix,
};
use crate::Error;

/// The character that separates elements in a GS1 element string.
const SEPARATOR: u8 = 0x1D;

/// Encodes texts into Data Matrix symbols, reusing its memory.
#[derive(Debug, Default)]
pub struct DataMatrix {
    encodation: Encodation,
    characters: Vec<u16>,
    codewords: Vec<u8>,
    correction: Vec<u8>,
    /// What the two below were made for.
    size: Option<Size>,
    corrector: Corrector,
    placement: Placement,
    matrix: Matrix,
}

impl DataMatrix {
    /// An encoder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Encodes a text in the smallest square symbol that holds it. It has to be ASCII, as links and serial numbers
    /// are: readers do not agree about what other bytes mean.
    pub fn encode(&mut self, text: &str) -> Result<&Matrix, Error> {
        ascii(text)?;
        self.codewords.clear();
        self.characters.clear();
        self.characters.extend(text.bytes().map(u16::from));
        self.draw(text.len())
    }

    /// Encodes a GS1 element string, `01…10…␝21…`, as GS1 DataMatrix: FNC1 goes before it and stands for the
    /// separator U+001D, which follows an element of variable length unless it is the last.
    pub fn encode_gs1(&mut self, elements: &str) -> Result<&Matrix, Error> {
        ascii(elements)?;
        self.codewords.clear();
        self.codewords.push(232);
        self.characters.clear();
        let characters = elements
            .bytes()
            .map(|byte| if byte == SEPARATOR { FNC1 } else { u16::from(byte) });
        self.characters.extend(characters);
        self.draw(elements.len())
    }

    /// Encodes what is in `characters` behind what is in `codewords`.
    fn draw(&mut self, bytes: usize) -> Result<&Matrix, Error> {
        if self.characters.is_empty() {
            return Err(Error::TextEmpty);
        }
        let padded = self.encodation.encode(&self.characters, &mut self.codewords);
        let size = Size::holding(self.codewords.len()).ok_or(Error::TextTooLong { bytes })?;
        if self.size != Some(size) {
            self.corrector = Corrector::new(size.correction / size.blocks);
            self.placement = Placement::new(size);
            self.size = Some(size);
        }
        self.pad(size, padded);
        self.correct(size);
        self.matrix.clear(size.side);
        for &(x, y) in self.placement.fixed() {
            self.matrix.darken(usize::from(x), usize::from(y));
        }
        for (codeword, bits) in self
            .codewords
            .iter()
            .zip(self.placement.modules().as_chunks::<8>().0)
        {
            for (bit, &(x, y)) in bits.iter().enumerate() {
                if codeword >> (7 - bit) & 1 == 1 {
                    self.matrix.darken(usize::from(x), usize::from(y));
                }
            }
        }
        Ok(&self.matrix)
    }

    /// Fills the symbol: the first pad is plain, the others are of the 253-state algorithm.
    fn pad(&mut self, size: Size, ascii: bool) {
        let out = &mut self.codewords;
        if out.len() < size.data && !ascii {
            out.push(254);
        }
        if out.len() < size.data {
            out.push(129);
        }
        while out.len() < size.data {
            let noise = (149 * (out.len() + 1)) % 253 + 1;
            let pad = 129 + noise;
            out.push(if pad > 254 { pad - 254 } else { pad } as u8);
        }
    }

    fn correct(&mut self, size: Size) {
        let blocks = size.blocks;
        self.codewords.resize(size.data + size.correction, 0);
        for block in 0..blocks {
            let (data, correction) = self.codewords.split_at_mut(size.data);
            let own = data.iter().copied().skip(block).step_by(blocks);
            self.corrector.correct(own, &mut self.correction);
            let places = correction.iter_mut().skip(block).step_by(blocks);
            places
                .zip(&self.correction)
                .for_each(|(place, byte)| *place = *byte);
        }
    }
}

fn ascii(text: &str) -> Result<(), Error> {
    match text.chars().find(|c| !c.is_ascii()) {
        Some(character) => Err(Error::TextNotAscii { character }),
        None => Ok(()),
    }
}
