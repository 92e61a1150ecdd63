//! MP4 (ISO/IEC 14496-12) and QuickTime: boxes within boxes, each with its size and its kind.

use super::reel::Reel;
use crate::upload::UploadError;
use std::io::{Read, Seek, Write};

/// More boxes than this on one level are no video anyone made.
const MAX_BOXES: usize = 10_000;

struct Box4 {
    kind: [u8; 4],
    start: u64,
    content: u64,
    end: u64,
}

/// A video has a `moov` with a track of pictures, and its pictures in `mdat`. User data, metadata and unknown extensions
/// (`udta`, `meta`, `uuid`) become free space, so that nothing moves.
pub(super) fn clean<F: Read + Write + Seek>(video: &mut Reel<'_, F>) -> Result<(), UploadError> {
    let (mut has_tracks, mut has_data) = (false, false);
    for b in boxes(video, 0, video.len())? {
        match &b.kind {
            b"moov" => has_tracks |= clean_movie(video, &b)?,
            b"mdat" => has_data = true,
            b"meta" | b"udta" | b"uuid" => free(video, &b)?,
            _ => {}
        }
    }
    match has_tracks && has_data {
        true => Ok(()),
        false => Err(video.damaged()),
    }
}

/// Answers whether there are pictures.
fn clean_movie<F: Read + Write + Seek>(video: &mut Reel<'_, F>, movie: &Box4) -> Result<bool, UploadError> {
    let mut has_pictures = false;
    for b in boxes(video, movie.content, movie.end)? {
        match &b.kind {
            b"trak" => has_pictures |= clean_track(video, &b)?,
            b"meta" | b"udta" | b"uuid" => free(video, &b)?,
            _ => {}
        }
    }
    Ok(has_pictures)
}

fn clean_track<F: Read + Write + Seek>(video: &mut Reel<'_, F>, track: &Box4) -> Result<bool, UploadError> {
    let mut has_pictures = false;
    for b in boxes(video, track.content, track.end)? {
        match &b.kind {
            b"meta" | b"udta" | b"uuid" => free(video, &b)?,
            b"mdia" => {
                for handler in boxes(video, b.content, b.end)?
                    .iter()
                    .filter(|b| &b.kind == b"hdlr")
                {
                    // Version and flags, and in QuickTime the kind of handler, come before what it handles.
                    let handled: [u8; 4] = video.read(handler.content + 8)?;
                    has_pictures |= &handled == b"vide";
                }
            }
            _ => {}
        }
    }
    Ok(has_pictures)
}

fn boxes<F: Read + Write + Seek>(
    video: &mut Reel<'_, F>,
    mut at: u64,
    end: u64,
) -> Result<Vec<Box4>, UploadError> {
    let mut found = vec![];
    // What is shorter than a header is padding: QuickTime ends its lists with four zeros.
    while end - at >= 8 {
        let [a, b, c, d, kind @ ..]: [u8; 8] = video.read(at)?;
        let (size, header) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (end - at, 8),
            1 => (u64::from_be_bytes(video.read(at + 8)?), 16),
            size => (u64::from(size), 8),
        };
        let stop = video.end_of(at, size)?;
        if size < header || stop > end || found.len() == MAX_BOXES {
            return Err(video.damaged());
        }
        found.push(Box4 {
            kind,
            start: at,
            content: at + header,
            end: stop,
        });
        at = stop;
    }
    Ok(found)
}

fn free<F: Read + Write + Seek>(video: &mut Reel<'_, F>, b: &Box4) -> Result<(), UploadError> {
    video.write(b.start + 4, b"free")?;
    video.blank(b.content, b.end - b.content)
}
