//! Pixels from bytes.

use super::{kept::Picture, raster::Raster, shrink::Shrink};
use crate::upload::{Media, Pixels, UploadError};
use png::{ColorType, Limits, Transformations};
use std::io::Cursor;
use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

/// What the decoder of PNG may take for itself.
const PNG_LIMIT: usize = 32 * 1024 * 1024;

/// Takes rows of red, green and blue, with opacity where there are four channels.
type Rows<'a> = dyn FnMut(usize, &[u8]) + 'a;

/// The picture at smaller sizes, as it is stored: all of it is decoded, so that what is damaged is found.
pub(super) fn shrunk(picture: &Picture, sizes: &[Pixels]) -> Result<Vec<Raster>, UploadError> {
    let mut making: Vec<Shrink> = vec![];
    let mut rows = |channels: usize, row: &[u8]| {
        if making.is_empty() {
            making = sizes
                .iter()
                .map(|to| Shrink::new(picture.stored, *to, channels))
                .collect();
        }
        for size in &mut making {
            size.push(row);
        }
    };
    match picture.media {
        Media::Jpeg => jpeg(picture, &mut rows)?,
        _ => png(picture, &mut rows)?,
    }
    making
        .into_iter()
        .map(|size| {
            size.finish().ok_or(UploadError::Damaged {
                what: "像素数据不完整",
            })
        })
        .collect()
}

fn jpeg(picture: &Picture, rows: &mut Rows<'_>) -> Result<(), UploadError> {
    let damaged = UploadError::Damaged { what: "JPEG" };
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&picture.bytes), options);
    let Ok(pixels) = decoder.decode() else {
        return Err(damaged);
    };
    let width = picture.stored.width as usize;
    if pixels.len() != width * picture.stored.height as usize * 3 {
        return Err(damaged);
    }
    pixels.chunks_exact(width * 3).for_each(|row| rows(3, row));
    Ok(())
}

fn png(picture: &Picture, rows: &mut Rows<'_>) -> Result<(), UploadError> {
    let damaged = |_unreadable| UploadError::Damaged { what: "PNG" };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(&picture.bytes), Limits { bytes: PNG_LIMIT });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (kind, _) = reader.output_color_type();
    let mut wide = vec![];
    if reader.info().interlaced {
        let length = reader.output_buffer_size().unwrap_or_default();
        let mut all = vec![0; length];
        reader.next_frame(&mut all).map_err(damaged)?;
        let length = all.len() / picture.stored.height.max(1) as usize;
        all.chunks_exact(length.max(1))
            .for_each(|row| widened(kind, row, &mut wide, rows));
        return Ok(());
    }
    while let Some(row) = reader.next_row().map_err(damaged)? {
        widened(kind, row.data(), &mut wide, rows);
    }
    Ok(())
}

/// Hands a row on with a channel for each colour.
fn widened(kind: ColorType, row: &[u8], wide: &mut Vec<u8>, rows: &mut Rows<'_>) {
    wide.clear();
    match kind {
        ColorType::Rgb => rows(3, row),
        ColorType::Rgba => rows(4, row),
        ColorType::GrayscaleAlpha => {
            wide.extend(
                row.as_chunks::<2>()
                    .0
                    .iter()
                    .flat_map(|[grey, opacity]| [*grey, *grey, *grey, *opacity]),
            );
            rows(4, wide);
        }
        ColorType::Grayscale | ColorType::Indexed => {
            wide.extend(row.iter().flat_map(|grey| [*grey; 3]));
            rows(3, wide);
        }
    }
}
