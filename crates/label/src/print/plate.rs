//! The compressed pixels of labels whose symbols are of one size.
//!
//! A label is one DEFLATE block with codes fitted to the template. What all labels have in common is bits that are
//! copied; the rows of a symbol are runs of modules, looked up; only the text of the code is compressed anew. Rows are
//! stored as their difference to the row above, so that those that repeat a row of modules are the same on all labels.

use super::canvas::Canvas;
use crate::{
    png::{BitString, BitWriter, Checksum, Codebook, Frequencies, Token, tokens},
    qr::dark_runs,
    template::Modules,
};

/// Filters of PNG.
const PLAIN: u8 = 0;
const UP: u8 = 2;

/// Where a symbol is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) left: usize,
    pub(super) top: usize,
    /// Modules along its side.
    pub(super) size: usize,
    /// Pixels a module.
    pub(super) scale: usize,
    /// How light and dark modules are stored.
    pub(super) light: u8,
    pub(super) dark: u8,
}

/// Labels whose symbols are at this spot, if that is all that differs there.
#[derive(Debug)]
pub(super) struct Plate {
    pub(super) spot: Option<Spot>,
    bands: Vec<Band>,
    codebook: Codebook,
    begin: BitString,
    end: BitString,
    /// Runs of modules that stay light or dark, become dark, and become light, by their length.
    runs: [Vec<Piece>; 3],
}

/// Bits of a stream and the checksum of what they stand for.
#[derive(Debug, Default)]
struct Piece {
    bits: BitString,
    sum: Checksum,
}

/// Rows of a picture.
#[derive(Debug)]
enum Band {
    /// The same on all labels.
    Common(Piece),
    /// What is before, between and after the rows of modules.
    Symbol(Vec<Piece>),
    /// To be compressed, from this row up to that.
    Own(usize, usize),
}

/// A band before it is compressed.
enum Raw {
    Common(Vec<u8>),
    Symbol(Vec<Vec<u8>>),
    Own(usize, usize),
}

impl Plate {
    /// For labels that differ in the symbol and in these rows.
    pub(super) fn new(canvas: &Canvas, spot: Option<Spot>, mut own: Vec<(usize, usize)>) -> Self {
        own.sort_unstable();
        let raw = cut(canvas, spot, &own);
        let runs = spot.map_or_else(Default::default, runs);
        let mut frequencies = Frequencies::new();
        // The text of codes may need any of them.
        let any: Vec<_> = (0..=255)
            .map(Token::Literal)
            .chain((3..=258).map(|length| Token::Match { length, distance: 1 }))
            .chain([Token::End])
            .collect();
        frequencies.count(&any, 1);
        for band in &raw {
            match band {
                Raw::Common(rows) => frequencies.count(&tokens(rows), 8),
                Raw::Symbol(parts) => parts.iter().for_each(|part| frequencies.count(&tokens(part), 8)),
                &Raw::Own(first, end) => {
                    frequencies.count(&tokens(&pack(canvas, &canvas.values, (first, end), PLAIN)), 8)
                }
            }
        }
        for run in runs.iter().flat_map(|runs| runs.iter().skip(1).take(4)) {
            frequencies.count(&tokens(run), 100);
        }
        let codebook = Codebook::fit(&frequencies);
        let piece = |bytes: &[u8]| {
            let mut bits = BitString::default();
            codebook.write(&tokens(bytes), &mut bits);
            Piece {
                bits,
                sum: Checksum::of_many(bytes),
            }
        };
        let bands = raw
            .into_iter()
            .map(|band| match band {
                Raw::Common(rows) => Band::Common(piece(&rows)),
                Raw::Symbol(parts) => Band::Symbol(parts.iter().map(|part| piece(part)).collect()),
                Raw::Own(first, end) => Band::Own(first, end),
            })
            .collect();
        let runs = runs.map(|runs| runs.iter().map(|run| piece(run)).collect());
        let (mut begin, mut end) = (BitString::default(), BitString::default());
        codebook.write_header(&mut begin);
        codebook.write(&[Token::End], &mut end);
        Self {
            spot,
            bands,
            begin,
            end,
            runs,
            codebook,
        }
    }

    /// Writes the pixels of a label: the symbol, and the rows that are its own as they are in `values`.
    pub(super) fn write(
        &self,
        canvas: &Canvas,
        values: &[u8],
        modules: Option<&Modules<'_>>,
        out: &mut Vec<u8>,
    ) {
        // The zlib header: a window of 32 KiB, fastest compression.
        out.extend_from_slice(&[0x78, 0x01]);
        let mut bits = BitWriter::new(out);
        bits.put_string(&self.begin);
        let mut sum = Checksum::default();
        for band in &self.bands {
            match band {
                Band::Common(piece) => sum = put(piece, sum, &mut bits),
                Band::Symbol(parts) => sum = self.write_symbol(parts, modules, sum, &mut bits),
                &Band::Own(first, end) => {
                    let rows = pack(canvas, values, (first, end), PLAIN);
                    self.codebook.put(&rows, &mut bits);
                    sum = sum.then(Checksum::of_many(&rows));
                }
            }
        }
        bits.put_string(&self.end);
        bits.finish();
        out.extend_from_slice(&sum.adler32().to_be_bytes());
    }

    fn write_symbol(
        &self,
        parts: &[Piece],
        modules: Option<&Modules<'_>>,
        mut sum: Checksum,
        bits: &mut BitWriter<'_>,
    ) -> Checksum {
        let Some(modules) = modules else { return sum };
        // Before the first row and after the last all is light.
        let mut above: &[u64] = &[];
        let rows = modules.rows().chain(std::iter::once(&[][..]));
        for (part, row) in parts.iter().zip(rows) {
            sum = put(part, sum, bits);
            let mut at = 0;
            let mut run = |kind: usize, end: usize, sum: Checksum| {
                let piece = self.runs.get(kind).and_then(|runs| runs.get(end - at));
                at = end;
                piece.map_or(sum, |piece| put(piece, sum, bits))
            };
            let (darker, lighter) = (changed(row, above), changed(above, row));
            let mut darker = dark_runs(&darker).map(|run| (run, 1)).peekable();
            let mut lighter = dark_runs(&lighter).map(|run| (run, 2)).peekable();
            loop {
                let next = match (darker.peek(), lighter.peek()) {
                    (Some(a), Some(b)) if a.0 < b.0 => darker.next(),
                    (Some(_), None) => darker.next(),
                    _ => lighter.next(),
                };
                let Some(((begin, end), kind)) = next else { break };
                sum = run(0, begin, sum);
                sum = run(kind, end, sum);
            }
            sum = run(0, modules.size, sum);
            above = row;
        }
        parts.last().map_or(sum, |last| put(last, sum, bits))
    }
}

fn put(piece: &Piece, sum: Checksum, bits: &mut BitWriter<'_>) -> Checksum {
    bits.put_string(&piece.bits);
    sum.then(piece.sum)
}

/// The modules of a row that are dark and were not.
fn changed(row: &[u64], above: &[u64]) -> [u64; 3] {
    std::array::from_fn(|word| {
        let of = |row: &[u64]| row.get(word).copied().unwrap_or_default();
        of(row) & !of(above)
    })
}

/// The pixels of runs of modules, as differences to the row above.
fn runs(spot: Spot) -> [Vec<Vec<u8>>; 3] {
    let darker = spot.dark.wrapping_sub(spot.light);
    [0, darker, darker.wrapping_neg()].map(|difference| {
        (0..=spot.size)
            .map(|length| vec![difference; length * spot.scale])
            .collect()
    })
}

/// Cuts a picture into what is the same and what differs.
fn cut(canvas: &Canvas, spot: Option<Spot>, own: &[(usize, usize)]) -> Vec<Raw> {
    // The row below the symbol tells the difference to its last row.
    let symbol = spot.map(|spot| (spot.top, spot.top + spot.size * spot.scale + 1));
    let mut differing: Vec<_> = own
        .iter()
        .map(|rows| (*rows, false))
        .chain(symbol.map(|rows| (rows, true)))
        .collect();
    differing.sort_unstable();
    let mut bands = vec![];
    let (mut at, mut filter) = (0, PLAIN);
    for ((first, end), is_symbol) in differing {
        let (first, end) = (first.max(at), end.min(canvas.height));
        if first >= end {
            continue;
        }
        if at < first {
            bands.push(Raw::Common(pack(canvas, &canvas.values, (at, first), filter)));
            filter = UP;
        }
        match spot.filter(|_| is_symbol) {
            Some(spot) => bands.push(Raw::Symbol(around(canvas, spot, (first, end), filter))),
            None => bands.push(Raw::Own(first, end)),
        }
        // A row below rows that differ cannot lean on them.
        filter = if is_symbol { UP } else { PLAIN };
        at = end;
    }
    if at < canvas.height {
        bands.push(Raw::Common(pack(
            canvas,
            &canvas.values,
            (at, canvas.height),
            filter,
        )));
    }
    bands
}

/// What is around the rows of modules: before the first, between two, and after the last.
fn around(canvas: &Canvas, spot: Spot, rows: (usize, usize), filter: u8) -> Vec<Vec<u8>> {
    let bytes = pack(canvas, &canvas.values, rows, filter);
    let (left, right) = (1 + spot.left, 1 + spot.left + spot.size * spot.scale);
    let mut parts = vec![];
    let mut part = vec![];
    for (number, row) in bytes.chunks_exact(canvas.width + 1).enumerate() {
        if number % spot.scale == 0 {
            part.extend_from_slice(row.get(..left).unwrap_or_default());
            parts.push(std::mem::take(&mut part));
            part.extend_from_slice(row.get(right..).unwrap_or_default());
        } else {
            // It repeats the row of modules above.
            part.extend_from_slice(row);
        }
    }
    parts.push(part);
    parts
}

/// Rows as the file stores them: the first with this filter, the others as what differs from the row above.
fn pack(canvas: &Canvas, values: &[u8], (first, end): (usize, usize), filter: u8) -> Vec<u8> {
    let mut out = Vec::with_capacity((end - first) * (canvas.width + 1));
    let (mut above, mut packed) = (vec![], vec![]);
    if filter == UP
        && let Some(row) = first
            .checked_sub(1)
            .and_then(|above| values.chunks_exact(canvas.width).nth(above))
    {
        canvas.pack(row, &mut above);
    }
    for (number, row) in values
        .chunks_exact(canvas.width)
        .take(end)
        .skip(first)
        .enumerate()
    {
        packed.clear();
        canvas.pack(row, &mut packed);
        let filter = if number == 0 { filter } else { UP };
        out.push(filter);
        if filter == UP {
            out.extend(
                packed
                    .iter()
                    .zip(&above)
                    .map(|(byte, above)| byte.wrapping_sub(*above)),
            );
        } else {
            out.extend_from_slice(&packed);
        }
        std::mem::swap(&mut above, &mut packed);
    }
    out
}
