//! Counting the set bits of many words.

/// Counts set bits for each of the eight masks, up to 240 words a mask.
///
/// Counting the bits of a word takes a dozen operations where there is no instruction for it, adding a word in
/// carry-save form takes five: so words are added first, and only the last carries are counted, in bytes that are
/// added up at the end.
#[derive(Default)]
pub(super) struct Tally {
    ones: [u64; 8],
    twos: [u64; 8],
    fours: [u64; 8],
    /// The number of eights, in every byte.
    eights: [u64; 8],
}

#[expect(clippy::indexing_slicing, reason = "masks are below eight")]
impl Tally {
    /// Adds the set bits of eight words to those of a mask.
    #[inline(always)]
    pub(super) fn add(&mut self, mask: usize, [a, b, c, d]: [u64; 4], [e, f, g, h]: [u64; 4]) {
        let (ones, twos_a) = carry_save(self.ones[mask], a, b);
        let (ones, twos_b) = carry_save(ones, c, d);
        let (twos, fours_a) = carry_save(self.twos[mask], twos_a, twos_b);
        let (ones, twos_a) = carry_save(ones, e, f);
        let (ones, twos_b) = carry_save(ones, g, h);
        let (twos, fours_b) = carry_save(twos, twos_a, twos_b);
        let (fours, eights) = carry_save(self.fours[mask], fours_a, fours_b);
        self.ones[mask] = ones;
        self.twos[mask] = twos;
        self.fours[mask] = fours;
        self.eights[mask] = self.eights[mask].wrapping_add(ones_of_bytes(eights));
    }

    /// The number of set bits of all words added for a mask.
    #[inline(always)]
    pub(super) fn total(&self, mask: usize) -> u64 {
        let fours = ones_of_bytes(self.fours[mask]).wrapping_add(self.eights[mask] << 1);
        let twos = ones_of_bytes(self.twos[mask]) << 1;
        let low = ones_of_bytes(self.ones[mask]).wrapping_add(twos);
        sum_of_bytes(low).wrapping_add(sum_of_bytes(fours) << 2)
    }
}

/// Adds three bits in every position: the sum and the carry.
#[inline(always)]
fn carry_save(a: u64, b: u64, c: u64) -> (u64, u64) {
    let differ = a ^ b;
    (differ ^ c, (a & b) | (differ & c))
}

/// The number of set bits of every byte.
#[inline(always)]
fn ones_of_bytes(word: u64) -> u64 {
    let pairs = word.wrapping_sub((word >> 1) & 0x5555_5555_5555_5555);
    let fours = (pairs & 0x3333_3333_3333_3333).wrapping_add((pairs >> 2) & 0x3333_3333_3333_3333);
    fours.wrapping_add(fours >> 4) & 0x0F0F_0F0F_0F0F_0F0F
}

/// The sum of the bytes of a word.
#[inline(always)]
fn sum_of_bytes(word: u64) -> u64 {
    let pairs = (word & 0x00FF_00FF_00FF_00FF).wrapping_add((word >> 8) & 0x00FF_00FF_00FF_00FF);
    let fours = pairs.wrapping_add(pairs >> 16);
    fours.wrapping_add(fours >> 32) & 0xFFFF
}
