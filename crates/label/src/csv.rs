//! CSV tables, written to a stream in constant memory.

use crate::Error;
use std::io::Write;

/// How much is collected before it is written.
const BUFFER: usize = 64 << 10;

/// One value of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'a str),
    /// A number.
    Number(i64),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether the file begins with a byte-order mark, without which Excel takes UTF-8 for the local encoding.
    pub byte_order_mark: bool,
    /// Whether a text a spreadsheet would take for a formula gets an apostrophe before it.
    ///
    /// A cell that begins with `=`, `+`, `-` or `@` is a formula, which may call programs and send data; leading
    /// tabs and line ends are skipped, and the full-width signs are taken for the others.
    pub guard_formulas: bool,
    /// What stands between two values.
    pub separator: Separator,
}

impl Default for Options {
    /// For people with Excel.
    fn default() -> Self {
        Self {
            byte_order_mark: true,
            guard_formulas: true,
            separator: Separator::Comma,
        }
    }
}

impl Options {
    /// For a program: nothing but the values.
    pub const fn plain(separator: Separator) -> Self {
        Self {
            byte_order_mark: false,
            guard_formulas: false,
            separator,
        }
    }
}

/// What stands between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// As in CSV.
    Comma,
    /// As in the text files printing lines take.
    Tab,
}

impl Separator {
    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Tab => b'\t',
        }
    }
}

/// Writes a table as in RFC 4180: commas, CRLF, quotes where needed.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    buffer: Vec<u8>,
    guard_formulas: bool,
    separator: u8,
    /// Bytes already written.
    written: u64,
}

impl<W: Write> Writer<W> {
    /// Begins a table.
    pub fn new(out: W, options: Options) -> Self {
        let mut writer = Self::resume(out, options, 0);
        if options.byte_order_mark {
            writer.buffer.extend_from_slice("\u{FEFF}".as_bytes());
        }
        writer
    }

    /// Continues a table that has been cut back to the length [`flush`](Self::flush) returned.
    pub fn resume(out: W, options: Options, length: u64) -> Self {
        let buffer = Vec::with_capacity(2 * BUFFER);
        Self {
            out,
            buffer,
            guard_formulas: options.guard_formulas,
            separator: options.separator.byte(),
            written: length,
        }
    }

    /// Writes a row.
    pub fn write(&mut self, row: &[Cell<'_>]) -> Result<(), Error> {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                self.buffer.push(self.separator);
            }
            match *cell {
                Cell::Empty => {}
                Cell::Text(text) => self.push_text(text),
                Cell::Number(number) => {
                    self.buffer
                        .extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
                }
            }
        }
        self.buffer.extend_from_slice(b"\r\n");
        if self.buffer.len() >= BUFFER {
            self.write_out()?;
        }
        Ok(())
    }

    /// Writes what is still in memory and returns the length of the table.
    pub fn flush(&mut self) -> Result<u64, Error> {
        self.write_out()?;
        self.out.flush()?;
        Ok(self.written)
    }

    /// Ends the table.
    pub fn finish(mut self) -> Result<W, Error> {
        self.flush()?;
        Ok(self.out)
    }

    fn write_out(&mut self) -> Result<(), Error> {
        self.out.write_all(&self.buffer)?;
        self.written += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }

    fn push_text(&mut self, text: &str) {
        let apostrophe = if self.guard_formulas && is_formula(text.as_bytes()) {
            "'"
        } else {
            ""
        };
        if !is_special(text.as_bytes(), self.separator) {
            if !apostrophe.is_empty() {
                self.buffer.extend_from_slice(apostrophe.as_bytes());
            }
            self.buffer.extend_from_slice(text.as_bytes());
            return;
        }
        self.buffer.push(b'"');
        self.buffer.extend_from_slice(apostrophe.as_bytes());
        for part in text.split_inclusive('"') {
            self.buffer.extend_from_slice(part.as_bytes());
            if part.ends_with('"') {
                self.buffer.push(b'"');
            }
        }
        self.buffer.push(b'"');
    }
}

/// Whether a text needs quotes.
fn is_special(text: &[u8], separator: u8) -> bool {
    // What is special comes before the digits and letters, and most texts have nothing of the kind: eight bytes at a
    // time, as cells are too short for vectors.
    const FIRST_PLAIN: u8 = b'-';
    const LOW: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = text.as_chunks::<8>();
    let low = words.iter().fold(0, |any, word| {
        let word = u64::from_le_bytes(*word);
        any | (word.wrapping_sub(LOW * FIRST_PLAIN as u64) & !word)
    });
    let low = low & (LOW << 7) != 0 || rest.iter().any(|byte| *byte < FIRST_PLAIN);
    low && text
        .iter()
        .any(|byte| matches!(byte, b'"' | b'\r' | b'\n') || *byte == separator)
}

/// Whether a spreadsheet would calculate this.
fn is_formula(text: &[u8]) -> bool {
    match text {
        [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n', ..] => true,
        // ＝ ＋ － ＠
        [0xEF, 0xBC, 0x9D | 0x8B | 0x8D | 0xA0, ..] => true,
        _ => false,
    }
}
