//! Videos: judged by their structure, and rid of what they tell about where and with what they were made. They are large,
//! so they are read and mended where they lie.

mod asf;
mod boxes;
mod reel;
mod riff;
#[cfg(test)]
mod tests;

use super::{Media, UploadError};
use reel::Reel;
use std::io::{Read, Seek, Write};

/// Checks that a video is whole and has pictures, and blanks its descriptions (place, device, names).
pub(super) fn clean(media: Media, file: &mut (impl Read + Write + Seek)) -> Result<(), UploadError> {
    match media {
        Media::Mp4 | Media::Mov => boxes::clean(&mut Reel::new(file, "MP4/MOV")?),
        Media::Avi => riff::clean(&mut Reel::new(file, "AVI")?),
        Media::Wmv => asf::clean(&mut Reel::new(file, "WMV")?),
        Media::Jpeg | Media::Png | Media::Pdf | Media::Ofd => Err(UploadError::Damaged { what: "video" }),
    }
}
