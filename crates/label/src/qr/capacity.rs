//! How much a symbol holds, for the versions this crate builds itself.

use crate::Correction;

/// The largest version built from templates: 57 modules, so that a row fits a `u64` with room for the shifts of
/// the mask scoring. Larger symbols are qrcodegen's.
pub(super) const LARGEST_TEMPLATE: u8 = 10;

/// The most data codewords of such a symbol.
pub(super) const MOST_CODEWORDS: usize = 274;

/// Data codewords by level and version, ISO/IEC 18004 table 7.
const DATA_CODEWORDS: [[u16; LARGEST_TEMPLATE as usize]; 4] = [
    [19, 34, 55, 80, 108, 136, 156, 194, 232, 274],
    [16, 28, 44, 64, 86, 108, 124, 154, 182, 216],
    [13, 22, 34, 48, 62, 76, 88, 110, 132, 154],
    [9, 16, 26, 36, 46, 60, 66, 86, 100, 122],
];

/// Data codewords of a symbol, or 0 for a version without a base.
pub(super) fn data_codewords(version: u8, level: Correction) -> usize {
    let by_version = DATA_CODEWORDS.get(level as usize);
    let codewords = by_version.and_then(|row| row.get(usize::from(version).wrapping_sub(1)));
    codewords.map_or(0, |&codewords| usize::from(codewords))
}

/// The smallest version in the range that holds this many bits, and the highest level it holds them at.
pub(super) fn smallest(
    bits: usize,
    least: Correction,
    mut versions: std::ops::RangeInclusive<u8>,
) -> Option<(u8, Correction)> {
    let holds = |version, level| bits <= data_codewords(version, level) * 8;
    let version = versions.find(|&version| holds(version, least))?;
    let level = Correction::ALL
        .into_iter()
        .rev()
        .find(|&level| holds(version, level))?;
    Some((version, level.max(least)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// qrcodegen keeps its table private, but a byte segment that just fits tells it.
    #[test]
    fn capacity_is_that_of_qrcodegen() {
        for version in 1..=LARGEST_TEMPLATE {
            for level in Correction::ALL {
                let header = if version < 10 { 12 } else { 20 };
                let most = (data_codewords(version, level) * 8 - header) / 8;
                let fits = |length: usize| {
                    let exact = qrcodegen::Version::new(version);
                    qrcodegen::QrCode::encode_segments_advanced(
                        &[qrcodegen::QrSegment::make_bytes(&vec![b'a'; length])],
                        level.to_qrcodegen(),
                        exact,
                        exact,
                        Some(qrcodegen::Mask::new(0)),
                        false,
                    )
                    .is_ok()
                };
                assert!(
                    fits(most) && !fits(most + 1),
                    "version {version}-{}",
                    level.letter()
                );
            }
        }
    }

    #[test]
    fn unknown_versions_hold_nothing() {
        assert_eq!(data_codewords(0, Correction::Low), 0);
        assert_eq!(data_codewords(11, Correction::Low), 0);
        assert_eq!(
            smallest(9 * 8, Correction::High, 1..=10),
            Some((1, Correction::High))
        );
        assert_eq!(
            smallest(9 * 8 + 1, Correction::Low, 1..=10),
            Some((1, Correction::Quartile))
        );
        assert_eq!(smallest(274 * 8 + 1, Correction::Low, 1..=10), None);
    }
}
