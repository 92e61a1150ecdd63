//! AVI: chunks in lists, after RIFF.

use super::reel::Reel;
use crate::upload::UploadError;
use std::io::{Read, Seek, Write};

const HEADER: u64 = 12;
const MAX_CHUNKS: usize = 10_000;

/// A video has a list of headers and a list of pictures; the list of notes becomes junk, which is what AVI calls free space.
pub(super) fn clean<F: Read + Write + Seek>(video: &mut Reel<'_, F>) -> Result<(), UploadError> {
    let size = little_endian(video, 4)?;
    let end = video.end_of(8, size)?;
    let (mut has_headers, mut has_pictures) = (false, false);
    let mut at = HEADER;
    for _ in 0..MAX_CHUNKS {
        if end.saturating_sub(at) < 8 {
            break;
        }
        let kind: [u8; 4] = video.read(at)?;
        let size = little_endian(video, at + 4)?;
        let stop = video.end_of(at + 8, size)?;
        if &kind == b"LIST" {
            let list: [u8; 4] = video.read(at + 8)?;
            match &list {
                b"hdrl" => has_headers = true,
                b"movi" => has_pictures = true,
                b"INFO" => {
                    video.write(at, b"JUNK")?;
                    video.blank(at + 8, size)?;
                }
                _ => {}
            }
        }
        // Chunks begin at even addresses.
        at = stop + (stop & 1);
    }
    match has_headers && has_pictures {
        true => Ok(()),
        false => Err(video.damaged()),
    }
}

fn little_endian<F: Read + Write + Seek>(video: &mut Reel<'_, F>, at: u64) -> Result<u64, UploadError> {
    Ok(u64::from(u32::from_le_bytes(video.read(at)?)))
}
