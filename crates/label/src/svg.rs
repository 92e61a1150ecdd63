//! Symbols as SVG files.
//!
//! All dark modules are one stroked path of horizontal runs with relative moves, a quarter of the size of a
//! rectangle for every module.

use crate::{Symbol, qr::dark_runs};

/// What the pictures of a design have in common.
#[derive(Debug)]
pub(crate) struct Design {
    quiet_zone: usize,
    /// From the beginning to the view box.
    head: String,
    /// The title, if there is one.
    title: String,
    /// Whether the text encoded is told as the description.
    describe: bool,
}

/// A picture in the middle of a symbol.
#[derive(Debug)]
pub(crate) struct Inset<'a> {
    /// Modules it covers along a side.
    pub(crate) side: usize,
    /// Its address: a data URI.
    pub(crate) href: &'a str,
}

impl Design {
    /// Pictures of this width and height, a number with its unit.
    pub(crate) fn new(width: &str, quiet_zone: usize, title: Option<&str>, describe: bool) -> Self {
        let head = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{width}" shape-rendering="crispEdges" viewBox="0 0 "#
        );
        let title = title.map(|title| format!("<title>{}</title>", Escaped(title)));
        Self {
            quiet_zone,
            head,
            title: title.unwrap_or_default(),
            describe,
        }
    }

    /// Writes the picture of a symbol that encodes this text.
    pub(crate) fn write(&self, symbol: &Symbol, text: &str, inset: Option<&Inset<'_>>, out: &mut Vec<u8>) {
        let side = symbol.size() + 2 * self.quiet_zone;
        out.extend_from_slice(self.head.as_bytes());
        push(out, side);
        out.push(b' ');
        push(out, side);
        out.extend_from_slice(b"\">");
        out.extend_from_slice(self.title.as_bytes());
        if self.describe {
            out.extend_from_slice(b"<desc>");
            escape(text, |part| out.extend_from_slice(part.as_bytes()));
            out.extend_from_slice(b"</desc>");
        }
        out.extend_from_slice(b"<path fill=\"#fff\" d=\"M0 0h");
        push(out, side);
        out.push(b'v');
        push(out, side);
        out.extend_from_slice(b"H0z\"/><path stroke=\"#000\" d=\"");
        write_path(symbol.rows(), self.quiet_zone, out);
        out.extend_from_slice(b"\"/>");
        if let Some(inset) = inset {
            write_inset(inset, side, out);
        }
        out.extend_from_slice(b"</svg>\n");
    }
}

/// Writes the dark modules as runs, so far to the right and below the origin.
pub(crate) fn write_path<'a>(rows: impl Iterator<Item = &'a [u64]>, margin: usize, out: &mut Vec<u8>) {
    out.push(b'M');
    push(out, margin);
    out.push(b' ');
    push(out, margin);
    out.extend_from_slice(b".5");
    let mut x = 0;
    let mut y = 0;
    for (row, modules) in rows.enumerate() {
        for (begin, end) in dark_runs(modules) {
            if row == y {
                TOKENS.gap(begin - x, out);
            } else {
                out.extend_from_slice(if begin < x { b"m-" } else { b"m" });
                push(out, begin.abs_diff(x));
                out.push(b' ');
                push(out, row - y);
                out.push(b'h');
            }
            TOKENS.run(end - begin, out);
            (x, y) = (end, row);
        }
    }
}

fn write_inset(inset: &Inset<'_>, side: usize, out: &mut Vec<u8>) {
    let Inset { side: width, href } = inset;
    let first = side.saturating_sub(*width) / 2;
    // The programs of some printers know the address by its old name only.
    let image = format!(
        r#"<image xmlns:xlink="http://www.w3.org/1999/xlink" x="{first}" y="{first}" width="{width}" height="{width}" xlink:href="{href}"/>"#
    );
    out.extend_from_slice(image.as_bytes());
}

/// Writes a number.
fn push(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// The pieces of a path, ready to be copied.
struct Tokens {
    /// A move along the row and the beginning of a line.
    gaps: [Token; 178],
    /// The length of a line.
    runs: [Token; 178],
}

/// Up to eight bytes.
#[derive(Clone, Copy)]
struct Token {
    bytes: [u8; 8],
    length: u8,
}

#[expect(clippy::indexing_slicing, reason = "computed when this is compiled")]
static TOKENS: Tokens = {
    let mut tokens = Tokens {
        gaps: [Token::EMPTY; 178],
        runs: [Token::EMPTY; 178],
    };
    let mut number = 0;
    while number < 178 {
        tokens.gaps[number] = Token::EMPTY
            .with(b'm')
            .with_number(number)
            .with(b' ')
            .with(b'0')
            .with(b'h');
        tokens.runs[number] = Token::EMPTY.with_number(number);
        number += 1;
    }
    tokens
};

impl Token {
    const EMPTY: Self = Self {
        bytes: [0; 8],
        length: 0,
    };

    #[expect(clippy::indexing_slicing, reason = "computed when this is compiled")]
    const fn with(mut self, byte: u8) -> Self {
        self.bytes[self.length as usize] = byte;
        self.length += 1;
        self
    }

    const fn with_number(self, number: usize) -> Self {
        let digit = b'0' + (number % 10) as u8;
        if number < 10 {
            self.with(digit)
        } else {
            self.with_number(number / 10).with(digit)
        }
    }

    /// Copies eight bytes, which is one instruction, and takes back those too many.
    #[inline]
    fn write(self, out: &mut Vec<u8>) {
        let length = out.len() + usize::from(self.length);
        out.extend_from_slice(&self.bytes);
        out.truncate(length);
    }
}

impl Tokens {
    #[inline]
    fn gap(&self, modules: usize, out: &mut Vec<u8>) {
        self.gaps.get(modules).copied().unwrap_or(Token::EMPTY).write(out);
    }

    #[inline]
    fn run(&self, modules: usize, out: &mut Vec<u8>) {
        self.runs.get(modules).copied().unwrap_or(Token::EMPTY).write(out);
    }
}

/// A text with what XML would take for its own written as references, and what it forbids replaced.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut result = Ok(());
        escape(self.0, |part| {
            result = result.and_then(|()| formatter.write_str(part))
        });
        result
    }
}

fn escape(text: &str, mut write: impl FnMut(&str)) {
    let special =
        |c: char| matches!(c, '<' | '>' | '&' | '"' | '\'' | '\u{FFFE}' | '\u{FFFF}') || c.is_ascii_control();
    for part in text.split_inclusive(special) {
        let plain = part.strip_suffix(special).unwrap_or(part);
        write(plain);
        match part.get(plain.len()..) {
            Some("<") => write("&lt;"),
            Some(">") => write("&gt;"),
            Some("&") => write("&amp;"),
            Some("\"") => write("&quot;"),
            Some("'") => write("&apos;"),
            Some("") | None => {}
            // Of the control characters only these may stand in XML.
            Some(space @ ("\t" | "\n")) => write(space),
            Some("\r") => write("&#13;"),
            Some(_) => write("\u{FFFD}"),
        }
    }
}
