//! Pages in parts: what is the same for every scan of a product is written and compressed once, what differs is put in
//! between. Compressed parts are DEFLATE blocks that end on a byte and refer to nothing before them, so they can be
//! joined as they are (RFC 1951, 3.2.4), and their checksums too.

use crc32fast::Hasher;
use flate2::{Compress, Compression, FlushCompress, Status};

/// A part of a page that does not change, as it is and compressed.
#[derive(Debug)]
pub(super) struct Part {
    plain: Vec<u8>,
    packed: Vec<u8>,
    crc: Hasher,
}

/// A page with gaps: one fewer than it has parts.
#[derive(Debug)]
pub(super) struct Packed {
    parts: Vec<Part>,
}

/// Of a gzip file without name and time (RFC 1952).
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

/// An empty last block, of fixed codes.
const LAST: [u8; 2] = [0x03, 0x00];

/// What a block that is not compressed holds at most.
const MOST: usize = 65_535;

impl Packed {
    /// Cuts a page at each gap mark.
    pub(super) fn new(page: &str, gap: &str) -> Self {
        Self {
            parts: page.split(gap).map(|text| Part::new(text.as_bytes())).collect(),
        }
    }

    /// The whole page.
    pub(super) fn plain(&self, between: &[&str]) -> Vec<u8> {
        let inserted: usize = between.iter().map(|b| b.len()).sum();
        let fixed: usize = self.parts.iter().map(|p| p.plain.len()).sum();
        let mut page = Vec::with_capacity(fixed + inserted);
        for (i, part) in self.parts.iter().enumerate() {
            page.extend_from_slice(&part.plain);
            page.extend_from_slice(between.get(i).map_or(&[], |b| b.as_bytes()));
        }
        page
    }

    /// The whole page as a gzip file.
    pub(super) fn gzip(&self, between: &[&str]) -> Vec<u8> {
        let inserted: usize = between.iter().map(|b| b.len() + 5).sum();
        let fixed: usize = self.parts.iter().map(|p| p.packed.len()).sum();
        let mut file = Vec::with_capacity(HEADER.len() + fixed + inserted + LAST.len() + 8);
        let (mut crc, mut length) = (Hasher::new(), 0_usize);
        file.extend_from_slice(&HEADER);
        for (i, part) in self.parts.iter().enumerate() {
            file.extend_from_slice(&part.packed);
            crc.combine(&part.crc);
            length += part.plain.len();
            for block in between.get(i).unwrap_or(&"").as_bytes().chunks(MOST) {
                // At most MOST, so it fits.
                let size = block.len() as u16;
                file.push(0);
                file.extend_from_slice(&size.to_le_bytes());
                file.extend_from_slice(&(!size).to_le_bytes());
                file.extend_from_slice(block);
                crc.update(block);
                length += block.len();
            }
        }
        file.extend_from_slice(&LAST);
        file.extend_from_slice(&crc.finalize().to_le_bytes());
        // The length is kept modulo 2^32.
        file.extend_from_slice(&(length as u32).to_le_bytes());
        file
    }
}

impl Part {
    fn new(plain: &[u8]) -> Self {
        let mut crc = Hasher::new();
        crc.update(plain);
        Self {
            packed: deflate(plain),
            plain: plain.to_vec(),
            crc,
        }
    }
}

/// Compressed, ending on a byte with an empty block.
fn deflate(plain: &[u8]) -> Vec<u8> {
    let mut compress = Compress::new(Compression::best(), false);
    let mut out = Vec::with_capacity(plain.len() / 2 + 64);
    loop {
        out.reserve(plain.len() / 8 + 64);
        let taken = usize::try_from(compress.total_in()).unwrap_or(plain.len());
        let rest = plain.get(taken..).unwrap_or_default();
        let status = compress.compress_vec(rest, &mut out, FlushCompress::Sync);
        let is_all = usize::try_from(compress.total_in()) == Ok(plain.len());
        if !matches!(status, Ok(Status::Ok)) || (is_all && out.len() < out.capacity()) {
            return out;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_packed_page_unpacks_to_the_plain_one() {
        let large = "追溯".repeat(40_000);
        let noise: String = (0..50_000_u32)
            .map(|n| char::from(b'!' + (n.wrapping_mul(2_654_435_761) >> 24) as u8 % 90))
            .collect();
        for fixed in ["", "a", "页<GAP>脚", "头<GAP>身<GAP><GAP>脚", &large, &noise] {
            let page = Packed::new(fixed, "<GAP>");
            for between in [
                &["", "", ""][..],
                &["一", "<b>二</b>", "三"],
                &[&large, "", &noise],
            ] {
                let mut unpacked = vec![];
                flate2::read::GzDecoder::new(&page.gzip(between)[..])
                    .read_to_end(&mut unpacked)
                    .unwrap();
                assert!(unpacked == page.plain(between), "{} bytes", fixed.len());
            }
        }
        let page = Packed::new("头<GAP>脚", "<GAP>");
        assert_eq!(page.plain(&["身"]), "头身脚".as_bytes());
    }
}
