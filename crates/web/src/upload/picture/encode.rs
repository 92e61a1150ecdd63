//! Bytes from pixels.

use super::raster::Raster;
use crate::upload::{Media, UploadError};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// How close to the picture a JPEG is: what cannot be told apart at the size it is shown in.
const QUALITY: u8 = 82;

/// A picture that nothing shines through as JPEG, any other as PNG.
pub(super) fn encoded(raster: Raster, profile: Option<&[u8]>) -> Result<(Media, Vec<u8>), UploadError> {
    let raster = raster.opaque();
    match raster.channels {
        4 => Ok((Media::Png, png(&raster)?)),
        _ => Ok((Media::Jpeg, jpeg(&raster, profile)?)),
    }
}

fn jpeg(raster: &Raster, profile: Option<&[u8]>) -> Result<Vec<u8>, UploadError> {
    let side = |length: u32| u16::try_from(length).map_err(failed);
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).map_err(failed)?;
    }
    let (width, height) = (side(raster.size.width)?, side(raster.size.height)?);
    encoder
        .encode(&raster.data, width, height, ColorType::Rgb)
        .map_err(failed)?;
    Ok(bytes)
}

/// The picture as PNG, whatever shines through.
pub(super) fn png(raster: &Raster) -> Result<Vec<u8>, UploadError> {
    let mut bytes = vec![];
    let mut encoder = png::Encoder::new(&mut bytes, raster.size.width, raster.size.height);
    encoder.set_color(match raster.channels {
        4 => png::ColorType::Rgba,
        _ => png::ColorType::Rgb,
    });
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&raster.data).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

fn failed(cause: impl ToString) -> UploadError {
    UploadError::Storage {
        cause: cause.to_string(),
    }
}
