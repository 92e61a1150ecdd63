//! Symbols and codes put on pixels.

use super::{
    atlas::{Atlas, SHADES},
    plate::Spot,
};
use crate::{
    qr::dark_runs,
    template::{CodeText, Modules, Row},
};

/// Puts a symbol on pixels.
pub(super) fn stamp_symbol(modules: &Modules<'_>, spot: Spot, width: usize, values: &mut [u8]) {
    let Spot {
        left,
        top,
        size,
        scale,
        dark,
        ..
    } = spot;
    for (row, words) in modules.rows().enumerate() {
        let first = (top + row * scale) * width;
        let Some(rows) = values.get_mut(first..first + width * scale) else {
            break;
        };
        // The rows of a module are alike: one is drawn, the others are copied.
        let (line, others) = rows.split_at_mut(width);
        for (begin, end) in dark_runs(words) {
            if let Some(run) = line.get_mut(left + begin * scale..left + end * scale) {
                run.fill(dark);
            }
        }
        let span = left..left + size * scale;
        for other in others.chunks_exact_mut(width) {
            if let (Some(to), Some(from)) = (other.get_mut(span.clone()), line.get(span.clone())) {
                to.copy_from_slice(from);
            }
        }
    }
}

/// Puts a row of a code on pixels.
pub(super) fn stamp_code(
    text: &CodeText,
    row: &Row<'_>,
    atlas: &Atlas,
    scale: f32,
    shades: &[u8; SHADES],
    (width, values): (usize, &mut [u8]),
) {
    let (mut x, y) = (row.x * scale, (row.y * scale).round() as i32);
    for byte in row.text.bytes() {
        if let Some(stamp) = atlas.stamp(CodeText::index(byte)) {
            let (left, top) = (x.round() as i32 + stamp.left, y + stamp.top);
            for (number, line) in stamp.shades.chunks_exact(stamp.width.max(1)).enumerate() {
                let (Ok(at), Ok(left)) = (usize::try_from(top + number as i32), usize::try_from(left)) else {
                    continue;
                };
                let end = (left + stamp.width).min(width);
                let pixels = values
                    .get_mut(at * width + left..at * width + end)
                    .unwrap_or_default();
                for (pixel, shade) in pixels.iter_mut().zip(line) {
                    if *shade > 0
                        && let Some(value) = shades.get(usize::from(*shade))
                    {
                        *pixel = *value;
                    }
                }
            }
        }
        x += text
            .glyph(byte)
            .map_or(0.0, |glyph| glyph.advance * row.size * scale);
    }
}
