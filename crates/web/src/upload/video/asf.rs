//! ASF, the container of WMV: objects, each with its GUID and its size.

use super::reel::Reel;
use crate::upload::UploadError;
use std::io::{Read, Seek, Write};

const CONTENT_DESCRIPTION: [u8; 16] = *b"\x33\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c";
const EXTENDED_DESCRIPTION: [u8; 16] = *b"\x40\xa4\xd0\xd2\x07\xe3\xd2\x11\x97\xf0\x00\xa0\xc9\x5e\xa8\x50";
const STREAM_PROPERTIES: [u8; 16] = *b"\x91\x07\xdc\xb7\xb7\xa9\xcf\x11\x8e\xe6\x00\xc0\x0c\x20\x53\x65";
const VIDEO: [u8; 16] = *b"\xc0\xef\x19\xbc\x4d\x5b\xcf\x11\xa8\xfd\x00\x80\x5f\x5c\x44\x2b";
const PADDING: [u8; 16] = *b"\x74\xd4\x06\x18\xdf\xca\x09\x45\xa4\xba\x9a\xab\xcb\x96\xaa\xe8";

/// The object of headers begins with its GUID, its size, a count and two reserved bytes.
const HEADER: u64 = 30;
/// Every object begins with its GUID and its size.
const OBJECT: u64 = 24;

/// A video has a stream of pictures among its headers and something after them; descriptions become padding.
pub(super) fn clean<F: Read + Write + Seek>(video: &mut Reel<'_, F>) -> Result<(), UploadError> {
    let size = u64::from_le_bytes(video.read(16)?);
    let end = video.end_of(0, size)?;
    let count = u32::from_le_bytes(video.read(OBJECT)?);
    let mut has_pictures = false;
    let mut at = HEADER;
    for _ in 0..count {
        if at >= end {
            return Err(video.damaged());
        }
        let kind: [u8; 16] = video.read(at)?;
        let size = u64::from_le_bytes(video.read(at + 16)?);
        let stop = video.end_of(at, size)?;
        if size < OBJECT || stop > end {
            return Err(video.damaged());
        }
        match kind {
            CONTENT_DESCRIPTION | EXTENDED_DESCRIPTION => {
                video.write(at, &PADDING)?;
                video.blank(at + OBJECT, size - OBJECT)?;
            }
            STREAM_PROPERTIES => has_pictures |= video.read::<16>(at + OBJECT)? == VIDEO,
            _ => {}
        }
        at = stop;
    }
    match has_pictures && video.len() > end {
        true => Ok(()),
        false => Err(video.damaged()),
    }
}
