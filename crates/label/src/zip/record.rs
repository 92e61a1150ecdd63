//! The records of a ZIP archive, APPNOTE 6.3 section 4.3.

use super::{checkpoint::Checkpoint, modified::Modified};

/// Where a number does not fit 32 bits, this stands for it and the number is in a ZIP64 record.
const SEE_ZIP64: u32 = u32::MAX;
/// The same for 16 bits.
const SEE_ZIP64_SHORT: u16 = u16::MAX;
/// Version 4.5 of the format, the first with ZIP64.
const ZIP64: u16 = 45;
/// Made on Unix, version 4.5.
const MADE_BY: u16 = 3 << 8 | ZIP64;
/// A regular file, readable by all, in the upper half as Unix writes it.
const ATTRIBUTES: u32 = 0o100_644 << 16;
/// Names are UTF-8.
const UTF_8: u16 = 1 << 11;

/// What is said of an entry before it and in the directory.
pub(super) struct Entry<'a> {
    pub(super) name: &'a str,
    pub(super) modified: Modified,
    pub(super) deflated: bool,
    pub(super) sum: u32,
    /// Bytes in the archive.
    pub(super) packed: u32,
    /// Bytes unpacked.
    pub(super) size: u32,
}

impl Entry<'_> {
    /// Writes the header that stands before the entry.
    pub(super) fn write_local(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"PK\x03\x04");
        self.write_common(self.version(), out);
        short(0, out);
        out.extend_from_slice(self.name.as_bytes());
    }

    /// Writes the record in the directory for an entry at this place of the archive.
    pub(super) fn write_central(&self, at: u64, out: &mut Vec<u8>) {
        let (offset, far) = fit(at);
        out.extend_from_slice(b"PK\x01\x02");
        short(MADE_BY, out);
        self.write_common(if far { ZIP64 } else { self.version() }, out);
        short(if far { 12 } else { 0 }, out);
        [0, 0, 0].into_iter().for_each(|field| short(field, out));
        long(ATTRIBUTES, out);
        long(offset, out);
        out.extend_from_slice(self.name.as_bytes());
        if far {
            short(1, out);
            short(8, out);
            out.extend_from_slice(&at.to_le_bytes());
        }
    }

    /// The fields both have, up to the length of the name.
    fn write_common(&self, version: u16, out: &mut Vec<u8>) {
        short(version, out);
        short(UTF_8, out);
        short(if self.deflated { 8 } else { 0 }, out);
        short(self.modified.time, out);
        short(self.modified.date, out);
        long(self.sum, out);
        long(self.packed, out);
        long(self.size, out);
        short(self.name.len() as u16, out);
    }

    const fn version(&self) -> u16 {
        if self.deflated { 20 } else { 10 }
    }
}

/// Writes what stands after the directory.
pub(super) fn write_end(archive: &Checkpoint, out: &mut Vec<u8>) {
    let &Checkpoint {
        entries,
        body_len,
        directory_len,
    } = archive;
    let count = u16::try_from(entries)
        .ok()
        .filter(|&count| count < SEE_ZIP64_SHORT);
    let (length, long_directory) = fit(directory_len);
    let (offset, long_body) = fit(body_len);
    if count.is_none() || long_directory || long_body {
        out.extend_from_slice(b"PK\x06\x06");
        out.extend_from_slice(&44_u64.to_le_bytes());
        short(MADE_BY, out);
        short(ZIP64, out);
        [0, 0].into_iter().for_each(|disk| long(disk, out));
        for field in [entries, entries, directory_len, body_len] {
            out.extend_from_slice(&field.to_le_bytes());
        }
        out.extend_from_slice(b"PK\x06\x07");
        long(0, out);
        out.extend_from_slice(&(body_len + directory_len).to_le_bytes());
        long(1, out);
    }
    out.extend_from_slice(b"PK\x05\x06");
    let count = count.unwrap_or(SEE_ZIP64_SHORT);
    [0, 0, count, count]
        .into_iter()
        .for_each(|field| short(field, out));
    long(length, out);
    long(offset, out);
    short(0, out);
}

/// A number in 32 bits, and whether it did not fit.
fn fit(number: u64) -> (u32, bool) {
    let short = u32::try_from(number).ok().filter(|&number| number < SEE_ZIP64);
    (short.unwrap_or(SEE_ZIP64), short.is_none())
}

fn short(number: u16, out: &mut Vec<u8>) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn long(number: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(&number.to_le_bytes());
}
