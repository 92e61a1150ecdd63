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
    pub(crate) fn write(&mut self, mut bytes: &[u8], out: &mut Vec<u8>) {
        while !bytes.is_empty() {
            let before = self.compress.total_in();
            if self.step(bytes, out, FlushCompress::None).is_none() {
                return;
            }
            let taken = self.compress.total_in() - before;
            bytes = bytes.get(taken as usize..).unwrap_or_default();
        }
    }

    /// Ends the stream.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) {
        while self.step(&[], out, FlushCompress::Finish).is_some() {}
    }

    /// One call with room for something to come out; none at the end of the stream.
    fn step(&mut self, bytes: &[u8], out: &mut Vec<u8>, flush: FlushCompress) -> Option<()> {
        out.reserve(4096);
        // Compressing to memory has nothing to fail at: an error can only mean that the stream has ended.
        match self.compress.compress_vec(bytes, out, flush) {
            Ok(Status::Ok | Status::BufError) => Some(()),
            Ok(Status::StreamEnd) | Err(_) => None,
        }
    }
}
