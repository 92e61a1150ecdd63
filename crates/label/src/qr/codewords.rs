//! Segments → data codewords.

use super::{
    capacity::MOST_CODEWORDS,
    mode::{Band, Mode},
    segment::Segment,
};

/// The data codewords of one symbol; those past its capacity are zero.
pub(super) type Codewords = [u8; MOST_CODEWORDS];

/// Writes the segments, the terminator and the padding that fills a symbol of `capacity` codewords.
///
/// The caller has checked that the segments fit; what does not fit is cut off.
pub(super) fn pack<'a>(
    segments: impl Iterator<Item = Segment<'a>>,
    band: Band,
    capacity: usize,
    codewords: &mut Codewords,
) {
    codewords.fill(0);
    let mut bits = Bits {
        slots: codewords.iter_mut(),
        held: 0,
        count: 0,
    };
    for segment in segments {
        let text = segment.text.as_bytes();
        bits.put(segment.mode.indicator(), 4);
        bits.put(text.len() as u32, segment.mode.count_bits(band));
        match segment.mode {
            Mode::Numeric => numeric(&mut bits, text),
            Mode::Alphanumeric => alphanumeric(&mut bits, text),
            Mode::Byte => bytes(&mut bits, text),
        }
    }
    let used = (MOST_CODEWORDS - bits.slots.len()) * 8 + bits.count as usize;
    bits.put(0, (capacity * 8).saturating_sub(used).min(4) as u32);
    bits.align();
    let left = capacity.saturating_sub(MOST_CODEWORDS - bits.slots.len());
    let padding = [0xEC, 0x11].into_iter().cycle();
    bits.slots
        .take(left)
        .zip(padding)
        .for_each(|(slot, pad)| *slot = pad);
}

fn numeric(bits: &mut Bits<'_>, text: &[u8]) {
    for digits in text.chunks(3) {
        let value = digits
            .iter()
            .fold(0, |value, digit| value * 10 + u32::from(digit & 15));
        bits.put(value, digits.len() as u32 * 3 + 1);
    }
}

fn alphanumeric(bits: &mut Bits<'_>, text: &[u8]) {
    #[expect(clippy::indexing_slicing, reason = "there is a value for every byte")]
    let value = |byte: u8| u32::from(ALPHANUMERIC[usize::from(byte)]);
    let (pairs, last) = text.as_chunks();
    for &[first, second] in pairs {
        bits.put(value(first) * 45 + value(second), 11);
    }
    for &byte in last {
        bits.put(value(byte), 6);
    }
}

fn bytes(bits: &mut Bits<'_>, text: &[u8]) {
    let (fours, last) = text.as_chunks();
    for &four in fours {
        bits.put(u32::from_be_bytes(four), 32);
    }
    for &byte in last {
        bits.put(u32::from(byte), 8);
    }
}

/// The value of each character of the alphanumeric set.
#[expect(clippy::indexing_slicing, reason = "computed when this is compiled")]
static ALPHANUMERIC: [u8; 256] = {
    let set = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let mut table = [0; 256];
    let mut value = 0;
    while value < set.len() {
        table[set[value] as usize] = value as u8;
        value += 1;
    }
    table
};

/// Bits, most significant first, into the slots of a buffer.
struct Bits<'a> {
    slots: std::slice::IterMut<'a, u8>,
    /// The bits not yet stored are the low `count` ones, fewer than eight.
    held: u64,
    count: u32,
}

impl Bits<'_> {
    #[inline]
    fn put(&mut self, value: u32, width: u32) {
        self.held = (self.held << width) | u64::from(value);
        self.count += width;
        while self.count >= 8 {
            self.count -= 8;
            if let Some(slot) = self.slots.next() {
                *slot = (self.held >> self.count) as u8;
            }
        }
    }

    /// Fills the last byte with zeros.
    fn align(&mut self) {
        self.put(0, self.count.wrapping_neg() & 7);
    }
}
