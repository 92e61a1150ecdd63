//! What qrcodegen makes of the same segments.

use label::{Correction, Mode, Segment, Symbol};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The same segments, encoded by qrcodegen with the mask of its own choice.
pub fn by_qrcodegen(segments: &[Segment<'_>], level: Correction) -> Option<QrCode> {
    let segments: Vec<_> = segments
        .iter()
        .map(|segment| match segment.mode {
            Mode::Numeric => QrSegment::make_numeric(segment.text),
            Mode::Alphanumeric => QrSegment::make_alphanumeric(segment.text),
            Mode::Byte => QrSegment::make_bytes(segment.text.as_bytes()),
        })
        .collect();
    let level = match level {
        Correction::Low => QrCodeEcc::Low,
        Correction::Medium => QrCodeEcc::Medium,
        Correction::Quartile => QrCodeEcc::Quartile,
        Correction::High => QrCodeEcc::High,
    };
    QrCode::encode_segments_advanced(&segments, level, Version::MIN, Version::MAX, None, true).ok()
}

/// Whether version, level, mask and all modules agree.
pub fn agree(symbol: &Symbol, expected: &QrCode) -> bool {
    let size = symbol.size();
    symbol.version() == expected.version().value()
        && symbol.level() as usize == expected.error_correction_level() as usize
        && symbol.mask() == expected.mask().value()
        && (0..size)
            .all(|y| (0..size).all(|x| symbol.is_dark(x, y) == expected.get_module(x as i32, y as i32)))
}
