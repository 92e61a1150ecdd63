//! How much memory pictures may take that are decoded at the same time.

use super::{jpeg, png};
use crate::upload::{Media, UploadError};
use std::io::{Read, Seek, SeekFrom};
use tokio::sync::{Semaphore, SemaphorePermit};

/// In megabytes, of the whole program. Two photographs of 12 megapixels fit; what needs more than all of it is not decoded.
pub(super) const ROOM_MB: u32 = 112;

static ROOM: Semaphore = Semaphore::const_new(ROOM_MB as usize);

/// Waits until there is room for a picture; it is given back when what this answers is dropped.
pub(in crate::upload) async fn enter(memory_mb: u32) -> Option<SemaphorePermit<'static>> {
    ROOM.acquire_many(memory_mb.min(ROOM_MB)).await.ok()
}

/// What taking a picture in needs, in megabytes: its bytes as they came and as they are kept, and its pixels.
pub(in crate::upload) fn memory_of(media: Media, from: &mut (impl Read + Seek)) -> Result<u32, UploadError> {
    let size = from.seek(SeekFrom::End(0))?;
    let pixels = match media {
        Media::Jpeg => jpeg::frame(from).ok().flatten().map(|frame| frame.memory()),
        Media::Png => {
            let mut head = [0; 29];
            from.seek(SeekFrom::Start(0))?;
            let read = from.read_exact(&mut head).ok();
            let header = read.and_then(|()| png::Header::read(head.get(16..)?).ok());
            header.map(|header| header.memory())
        }
        _ => return Ok(0),
    };
    let bytes = size * 2 + pixels.filter(|memory| is_decoded(*memory)).unwrap_or_default();
    Ok(u32::try_from(bytes / (1024 * 1024)).unwrap_or(ROOM_MB) + 1)
}

/// Whether a picture of this need is decoded at all.
pub(super) const fn is_decoded(memory: u64) -> bool {
    memory <= ROOM_MB as u64 * 1024 * 1024
}
