//! Symbols of version 11 and more: qrcodegen's own choice of the mask.

use super::{mode::Mode, segment::Segment, symbol::Symbol};
use crate::Correction;
use qrcodegen::{QrCode, QrSegment, Version};

/// Has qrcodegen encode the segments in the smallest version of the range; false if none holds them.
pub(super) fn encode<'a>(
    segments: impl Iterator<Item = Segment<'a>>,
    level: Correction,
    versions: std::ops::RangeInclusive<u8>,
    symbol: &mut Symbol,
) -> bool {
    if versions.is_empty() {
        return false;
    }
    let segments: Vec<_> = segments.map(to_qrcodegen).collect();
    let (least, most) = (Version::new(*versions.start()), Version::new(*versions.end()));
    let level = level.to_qrcodegen();
    let Ok(drawn) = QrCode::encode_segments_advanced(&segments, level, least, most, None, true) else {
        return false;
    };
    let size = drawn.size();
    let starts = (0..size).flat_map(|y| (0..size).step_by(64).map(move |x| (x, y)));
    let words = starts
        .map(|(start, y)| (0..64).fold(0, |word, x| word | u64::from(drawn.get_module(start + x, y)) << x));
    let level = Correction::from_qrcodegen(drawn.error_correction_level());
    symbol.set(drawn.version().value(), level, drawn.mask().value(), words);
    true
}

/// The same segment in qrcodegen's words.
fn to_qrcodegen(segment: Segment<'_>) -> QrSegment {
    match segment.mode {
        Mode::Numeric => QrSegment::make_numeric(segment.text),
        Mode::Alphanumeric => QrSegment::make_alphanumeric(segment.text),
        Mode::Byte => QrSegment::make_bytes(segment.text.as_bytes()),
    }
}
