//! The obvious way to do it, with the crates one would take.

use label::{Correction, Mode, Segment};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Modules of quiet zone.
const QUIET_ZONE: usize = 4;
/// Pixels along a side, as the renderer is asked for.
const PIXELS: usize = 300;

/// Our segments as qrcodegen takes them.
pub fn to_qrcodegen(segments: &[Segment<'_>]) -> Vec<QrSegment> {
    let segment = |segment: &Segment<'_>| match segment.mode {
        Mode::Numeric => QrSegment::make_numeric(segment.text),
        Mode::Alphanumeric => QrSegment::make_alphanumeric(segment.text),
        Mode::Byte => QrSegment::make_bytes(segment.text.as_bytes()),
    };
    segments.iter().map(segment).collect()
}

/// A symbol with the mask of qrcodegen's choice.
pub fn encode(segments: &[QrSegment], level: Correction) -> QrCode {
    let level = match level {
        Correction::Low => QrCodeEcc::Low,
        Correction::Medium => QrCodeEcc::Medium,
        Correction::Quartile => QrCodeEcc::Quartile,
        Correction::High => QrCodeEcc::High,
    };
    let symbol = QrCode::encode_segments_advanced(segments, level, Version::MIN, Version::MAX, None, true);
    let Ok(symbol) = symbol else { std::process::abort() };
    symbol
}

/// A one-bit PNG at the png crate's fastest.
pub fn png(segments: &[QrSegment], filter: png::Filter) -> Vec<u8> {
    let symbol = encode(segments, Correction::Medium);
    let modules = symbol.size() as usize + 2 * QUIET_ZONE;
    let scale = PIXELS / modules;
    let side = modules * scale;
    let mut data = Vec::with_capacity(side * side.div_ceil(8));
    for y in 0..modules {
        let mut row = vec![0_u8; side.div_ceil(8)];
        for x in 0..side {
            let dark = symbol.get_module(
                (x / scale) as i32 - QUIET_ZONE as i32,
                y as i32 - QUIET_ZONE as i32,
            );
            if !dark && let Some(byte) = row.get_mut(x / 8) {
                *byte |= 0x80 >> (x % 8);
            }
        }
        (0..scale).for_each(|_| data.extend_from_slice(&row));
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side as u32, side as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(filter);
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&data));
    if written.is_ok() { file } else { Vec::new() }
}

/// An SVG with a square for every dark module, as in the examples of qrcodegen.
pub fn svg(segments: &[QrSegment]) -> String {
    use std::fmt::Write;
    let symbol = encode(segments, Correction::Medium);
    let side = symbol.size() + 2 * QUIET_ZONE as i32;
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" stroke=\"none\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
    );
    for y in 0..symbol.size() {
        for x in 0..symbol.size() {
            if symbol.get_module(x, y) {
                let written = write!(
                    file,
                    "M{},{}h1v1h-1z ",
                    x + QUIET_ZONE as i32,
                    y + QUIET_ZONE as i32
                );
                debug_assert!(written.is_ok());
            }
        }
    }
    file + "\" fill=\"#000\"/></svg>\n"
}

/// Adds files to an archive in a file without a name, stored.
pub fn zip_of_pngs() -> impl FnMut(&str, &[u8]) -> usize {
    use std::io::Write;
    let file = tempfile::tempfile().ok();
    let mut archive = file.map(zip::ZipWriter::new);
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut number = 0_u64;
    move |_, file| {
        number += 1;
        let Some(archive) = &mut archive else { return 0 };
        let started = archive.start_file(format!("{number:07}.png"), options);
        if started.is_ok() && archive.write_all(file).is_ok() {
            file.len()
        } else {
            0
        }
    }
}
