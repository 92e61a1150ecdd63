//! How a camera was held (EXIF tag 0x0112).

use crate::upload::Pixels;

/// One of the eight ways a picture may lie; 1 is upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation(u8);

impl Orientation {
    pub(super) const UPRIGHT: Self = Self(1);

    pub(super) fn is_upright(self) -> bool {
        self == Self::UPRIGHT
    }

    /// Columns and rows as they are shown.
    pub(super) fn shown(self, stored: Pixels) -> Pixels {
        match self.0 {
            5..=8 => Pixels {
                width: stored.height,
                height: stored.width,
            },
            _ => stored,
        }
    }

    /// Where a stored pixel is shown, of a picture so many columns and rows large.
    pub(super) fn place(self, (x, y): (usize, usize), (width, height): (usize, usize)) -> (usize, usize) {
        let (right, down) = (width.saturating_sub(1 + x), height.saturating_sub(1 + y));
        match self.0 {
            2 => (right, y),
            3 => (right, down),
            4 => (x, down),
            5 => (y, x),
            6 => (down, x),
            7 => (down, right),
            8 => (y, right),
            _ => (x, y),
        }
    }

    /// The orientation the first directory of a TIFF header tells, when it is one of the eight.
    pub(super) fn of_tiff(tiff: &[u8]) -> Option<Self> {
        let little = tiff.starts_with(b"II");
        let u16_at = |at: usize| -> Option<u16> {
            let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if little {
                u16::from_le_bytes(pair)
            } else {
                u16::from_be_bytes(pair)
            })
        };
        let u32_at = |at: usize| {
            Some(if little {
                u32::from(u16_at(at)?) | u32::from(u16_at(at + 2)?) << 16
            } else {
                u32::from(u16_at(at)?) << 16 | u32::from(u16_at(at + 2)?)
            })
        };
        let directory = usize::try_from(u32_at(4)?).ok()?;
        (0..usize::from(u16_at(directory)?).min(64))
            .map(|i| directory + 2 + i * 12)
            .find(|at| u16_at(*at) == Some(0x0112))
            .and_then(|at| u16_at(at + 8))
            .and_then(|value| u8::try_from(value).ok())
            .filter(|value| (1..=8).contains(value))
            .map(Self)
    }

    /// A TIFF header with nothing but this orientation.
    pub(super) fn tiff(self) -> Vec<u8> {
        let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        tiff.extend_from_slice(&[self.0, 0, 0, 0, 0, 0, 0]);
        tiff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reads_back_and_turns_within_the_picture() {
        for value in 1..=8 {
            let orientation = Orientation(value);
            assert_eq!(Orientation::of_tiff(&orientation.tiff()), Some(orientation));
            let stored = Pixels { width: 3, height: 2 };
            let shown = orientation.shown(stored);
            let mut places: Vec<_> = (0..6)
                .map(|i| orientation.place((i % 3, i / 3), (3, 2)))
                .collect();
            assert!(
                places
                    .iter()
                    .all(|(x, y)| *x < shown.width as usize && *y < shown.height as usize),
                "{value}"
            );
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), 6, "{value}");
        }
        // A camera turned to the right: what is stored at the top left is shown at the top right.
        assert_eq!(Orientation(6).place((0, 0), (3, 2)), (1, 0));
        assert_eq!(Orientation(8).place((0, 0), (3, 2)), (0, 2));
        for none in [
            &b""[..],
            b"II",
            b"II\x2a\0\xff\xff\xff\xff",
            &Orientation(9).tiff(),
        ] {
            assert_eq!(Orientation::of_tiff(none), None);
        }
    }
}
