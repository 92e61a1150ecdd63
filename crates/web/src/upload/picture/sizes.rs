//! The sizes a picture is served in.

use super::{clean::clean, decode, encode, gate::is_decoded, kept::Picture, shrink::smaller};
use crate::upload::{Media, Pixels, UploadError};
use std::borrow::Cow;

/// The widths that are made of a wider picture, in the pixels it is shown in: for lists, and for the page on a phone.
pub const SIZES: [u32; 2] = [360, 720];

/// The longer sides a picture is tried in that weighs more than its slot keeps.
const FITTING: [u32; 6] = [2560, 2048, 1600, 1200, 900, 600];

/// A picture at one of the sizes.
#[derive(Debug)]
pub(in crate::upload) struct Made {
    pub(in crate::upload) width: u32,
    pub(in crate::upload) bytes: Vec<u8>,
}

/// The smaller sizes of a picture, which is decoded to its end on the way: one that cannot be is damaged. A picture that needs more
/// memory than there is for pictures has none, and is shown as it is.
pub(in crate::upload) fn made(picture: &Picture) -> Result<Vec<Made>, UploadError> {
    if !is_decoded(picture.memory) {
        return Ok(vec![]);
    }
    let shown = picture.shown();
    let smaller = SIZES.into_iter().filter(|width| *width < shown.width);
    let stored: Vec<Pixels> = smaller
        .map(|width| scaled(picture.stored, f64::from(width) / f64::from(shown.width)))
        .collect();
    // Without a smaller size it is decoded all the same.
    let whole = [scaled(picture.stored, 1.0 / f64::from(shown.width))];
    let rasters = decode::shrunk(picture, if stored.is_empty() { &whole } else { &stored })?;
    if stored.is_empty() {
        return Ok(vec![]);
    }
    let upright = rasters
        .into_iter()
        .map(|raster| raster.turned(picture.orientation));
    upright
        .map(|raster| {
            let width = raster.size.width;
            let (_, bytes) = encode::encoded(raster, picture.profile.as_deref())?;
            Ok(Made { width, bytes })
        })
        .collect()
}

/// The picture if it weighs no more than this, else the largest that does; none when it cannot be made smaller.
pub(in crate::upload) fn fitted(picture: Picture, max_bytes: u64) -> Result<Option<Picture>, UploadError> {
    let fits = |bytes: &[u8]| bytes.len() as u64 <= max_bytes;
    if fits(&picture.bytes) {
        return Ok(Some(picture));
    }
    if !is_decoded(picture.memory) {
        return Ok(None);
    }
    let within = |size: Pixels, side: u32| {
        let longer = f64::from(size.width.max(size.height));
        scaled(size, (f64::from(side) / longer).min(1.0))
    };
    let [largest, ..] = FITTING;
    let Some(first) = decode::shrunk(&picture, &[within(picture.stored, largest)])?.pop() else {
        return Ok(None);
    };
    let first = first.turned(picture.orientation);
    for side in FITTING {
        let raster = smaller(&first, within(first.size, side));
        let (media, bytes) = encode::encoded(raster, picture.profile.as_deref())?;
        if fits(&bytes) {
            return clean(media, &bytes).map(Some);
        }
    }
    Ok(None)
}

/// The bytes of a picture with its orientation worked in, for those who draw it without looking for one.
///
/// # Errors
/// When it is damaged.
pub fn upright(bytes: &[u8]) -> Result<Cow<'_, [u8]>, UploadError> {
    let Some(media @ (Media::Jpeg | Media::Png)) = Media::of(bytes) else {
        return Ok(Cow::Borrowed(bytes));
    };
    let picture = clean(media, bytes)?;
    if picture.orientation.is_upright() || !is_decoded(picture.memory) {
        return Ok(Cow::Borrowed(bytes));
    }
    let raster = decode::shrunk(&picture, &[picture.stored])?.pop();
    match raster {
        Some(raster) => Ok(Cow::Owned(encode::png(&raster.turned(picture.orientation))?)),
        None => Ok(Cow::Borrowed(bytes)),
    }
}

fn scaled(size: Pixels, scale: f64) -> Pixels {
    let side = |length: u32| (f64::from(length) * scale).round().max(1.0) as u32;
    Pixels {
        width: side(size.width),
        height: side(size.height),
    }
}
