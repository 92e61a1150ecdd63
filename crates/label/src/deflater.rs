//! flate2 for one byte string after the other.

use flate2::{Compress, Compression, FlushCompress, Status};

/// Compresses at the fastest level; kept between uses, as its tables are large.
pub(crate) struct Deflater {
    compress: Compress,
}

impl std::fmt::Debug for Deflater {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Deflater").finish_non_exhaustive()
    }
}

impl Deflater {
    /// Plain DEFLATE, as in a ZIP archive, or with the zlib header and checksum, as in a PNG file.
    pub(crate) fn new(zlib: bool) -> Self {
        Self {
            compress: Compress::new(Compression::fast(), zlib),
        }
    }

    /// Begins a stream.
    pub(crate) fn begin(&mut self) {
        self.compress.reset();
    }

    /// Compresses the next bytes of the stream.
    pub(crate) fn write(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let end = self.compress.total_in() + bytes.len() as u64;
        while self.compress.total_in() < end {
            let left = (end - self.compress.total_in()) as usize;
            let rest = bytes.get(bytes.len() - left..).unwrap_or_default();
            self.step(rest, out, FlushCompress::None);
        }
    }

    /// Ends the stream.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) {
        while self.step(&[], out, FlushCompress::Finish) != Some(Status::StreamEnd) {}
    }

    /// One call, with room for something to come out.
    fn step(&mut self, bytes: &[u8], out: &mut Vec<u8>, flush: FlushCompress) -> Option<Status> {
        out.reserve(4096);
        // Compressing to memory has nothing to fail at; an error would be an end of the stream.
        self.compress.compress_vec(bytes, out, flush).ok()
    }
}
