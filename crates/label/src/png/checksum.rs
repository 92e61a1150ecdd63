//! Adler-32 of bytes that are never written down.

/// What a stretch of bytes does to an Adler-32 checksum, without the remainders: there is room for all the
/// bytes of the largest picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checksum {
    length: u64,
    /// The sum of the bytes.
    sum: u64,
    /// The sum of the sums up to each byte.
    sums: u64,
}

impl Checksum {
    pub(crate) const fn of(bytes: &[u8]) -> Self {
        let mut all = Self {
            length: bytes.len() as u64,
            sum: 0,
            sums: 0,
        };
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            all.sum += *byte as u64;
            all.sums += all.sum;
            rest = after;
        }
        all
    }

    /// The same for many bytes, several at a time.
    pub(crate) fn of_many(bytes: &[u8]) -> Self {
        let (blocks, rest) = bytes.as_chunks::<64>();
        let mut all = Self::default();
        for block in blocks {
            let (mut sum, mut weighted) = (0_u32, 0_u32);
            for (byte, weight) in block.iter().zip((1..=64).rev()) {
                sum += u32::from(*byte);
                weighted += u32::from(*byte) * weight;
            }
            all.sums += 64 * all.sum + u64::from(weighted);
            all.sum += u64::from(sum);
        }
        all.length = 64 * blocks.len() as u64;
        all.then(Self::of(rest))
    }

    /// These bytes and then those.
    #[inline]
    pub(crate) const fn then(self, next: Self) -> Self {
        Self {
            length: self.length + next.length,
            sum: self.sum + next.sum,
            sums: self.sums + next.length * self.sum + next.sums,
        }
    }

    /// These bytes several times.
    #[inline]
    pub(crate) const fn repeat(self, times: u64) -> Self {
        let pairs = times * times.saturating_sub(1) / 2;
        Self {
            length: self.length * times,
            sum: self.sum * times,
            sums: self.sums * times + self.length * self.sum * pairs,
        }
    }

    /// The checksum.
    pub(crate) const fn adler32(self) -> u32 {
        let a = (1 + self.sum) % 65_521;
        let b = (self.length + self.sums) % 65_521;
        (b << 16 | a) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_add_up() {
        assert_eq!(Checksum::of(b"Wikipedia").adler32(), 0x11E6_0398);
        let (wiki, pedia) = (Checksum::of(b"Wiki"), Checksum::of(b"pedia"));
        assert_eq!(wiki.then(pedia), Checksum::of(b"Wikipedia"));
        assert_eq!(wiki.repeat(3), Checksum::of(b"WikiWikiWiki"));
        assert_eq!(wiki.repeat(0), Checksum::default());
        let text: Vec<u8> = (0..1000_u32).map(|n| (n * 37 % 251) as u8).collect();
        assert_eq!(Checksum::of_many(&text), Checksum::of(&text));
        // The largest picture, all white.
        let largest = Checksum::of(&[255; 513]).repeat(4096);
        assert_eq!(largest.sum, 513 * 255 * 4096);
    }
}
