//! AVI: chunks in lists, after RIFF.

use super::reel::Reel;
use crate::upload::UploadError;
use std::io::{Read, Seek, Write};

const HEADER: u64 = 12;
const MAX_CHUNKS: usize = 10_000;

/// A film has a list of headers and a list of pictures; the list of notes becomes junk, which is what AVI calls free space.
pub(super) fn clean<F: Read + Write + Seek>(film: &mut Reel<'_, F>) -> Result<(), UploadError> {
    let size = little_endian(film, 4)?;
    let end = film.end_of(8, size)?;
    let (mut has_headers, mut has_pictures) = (false, false);
    let mut at = HEADER;
    for _ in 0..MAX_CHUNKS {
        if end.saturating_sub(at) < 8 {
            break;
        }
        let kind: [u8; 4] = film.read(at)?;
        let size = little_endian(film, at + 4)?;
        let stop = film.end_of(at + 8, size)?;
        if &kind == b"LIST" {
            let list: [u8; 4] = film.read(at + 8)?;
            match &list {
                b"hdrl" => has_headers = true,
                b"movi" => has_pictures = true,
                b"INFO" => {
                    film.write(at, b"JUNK")?;
                    film.blank(at + 8, size)?;
                }
                _ => {}
            }
        }
        // Chunks begin at even addresses.
        at = stop + (stop & 1);
    }
    match has_headers && has_pictures {
        true => Ok(()),
        false => Err(film.damaged()),
    }
}

fn little_endian<F: Read + Write + Seek>(film: &mut Reel<'_, F>, at: u64) -> Result<u64, UploadError> {
    Ok(u64::from(u32::from_le_bytes(film.read(at)?)))
}
