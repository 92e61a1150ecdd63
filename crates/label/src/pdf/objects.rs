//! Numbered objects.

use crate::{Error, deflater::Deflater, number::push_integer};
use std::io::Write;

/// How much is collected before it is written.
const BUFFER: usize = 128 << 10;

/// Writes objects to `W`, and to `D` where each begins.
#[derive(Debug)]
pub(super) struct Objects<W, D> {
    out: W,
    offsets: D,
    /// Objects written.
    pub(super) count: u64,
    /// Bytes written, with those in the buffer.
    pub(super) length: u64,
    buffer: Vec<u8>,
    offset_buffer: Vec<u8>,
    deflater: Deflater,
    deflated: Vec<u8>,
}

impl<W: Write, D: Write> Objects<W, D> {
    pub(super) fn new(out: W, offsets: D, count: u64, length: u64) -> Self {
        Self {
            out,
            offsets,
            count,
            length,
            buffer: Vec::with_capacity(2 * BUFFER),
            offset_buffer: Vec::with_capacity(2 * BUFFER),
            deflater: Deflater::new(true),
            deflated: vec![],
        }
    }

    /// Writes what is no object.
    pub(super) fn raw(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.buffer.extend_from_slice(bytes);
        self.length += bytes.len() as u64;
        if self.buffer.len() >= BUFFER {
            self.write_out()?;
        }
        Ok(())
    }

    /// Writes the next object and returns its number.
    pub(super) fn object(&mut self, body: &[u8]) -> Result<u64, Error> {
        let number = self.begin();
        self.raw(body)?;
        self.raw(b"\nendobj\n")?;
        Ok(number)
    }

    /// Writes the next object, a compressed stream with these entries in its dictionary.
    pub(super) fn stream(&mut self, entries: &str, data: &[u8]) -> Result<u64, Error> {
        self.deflated.clear();
        self.deflater.begin();
        self.deflater.write(data, &mut self.deflated);
        self.deflater.finish(&mut self.deflated);
        let number = self.begin();
        let head = format!(
            "<<{entries}/Filter/FlateDecode/Length {}>>stream\n",
            self.deflated.len()
        );
        self.raw(head.as_bytes())?;
        let data = std::mem::take(&mut self.deflated);
        self.raw(&data)?;
        self.deflated = data;
        self.raw(b"\nendstream\nendobj\n")?;
        Ok(number)
    }

    fn begin(&mut self) -> u64 {
        self.offset_buffer.extend_from_slice(&self.length.to_le_bytes());
        self.count += 1;
        let before = self.buffer.len();
        push_integer(self.count, &mut self.buffer);
        self.buffer.extend_from_slice(b" 0 obj\n");
        self.length += (self.buffer.len() - before) as u64;
        self.count
    }

    /// Writes what is still in memory.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        self.write_out()?;
        self.out.flush()?;
        self.offsets.flush()?;
        Ok(())
    }

    pub(super) fn into_parts(self) -> (W, D) {
        (self.out, self.offsets)
    }

    fn write_out(&mut self) -> Result<(), Error> {
        self.out.write_all(&self.buffer)?;
        self.offsets.write_all(&self.offset_buffer)?;
        self.buffer.clear();
        self.offset_buffer.clear();
        Ok(())
    }
}

/// A text as PDF stores it: UTF-16 in hexadecimal digits, in which nothing has a meaning of its own.
pub(super) fn text(text: &str) -> String {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    let digits: String = units.map(|unit| format!("{unit:04X}")).collect();
    format!("<{digits}>")
}
