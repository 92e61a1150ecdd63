//! Which rows of a label are the same on all, with these compressed already.

use super::canvas::Canvas;
use crate::deflater::Deflater;
use crate::png::Checksum;

/// Filters of PNG.
const PLAIN: u8 = 0;
const UP: u8 = 2;

/// Rows of a picture.
#[derive(Debug)]
pub(super) enum Band {
    /// The same on all labels: a piece of a DEFLATE stream and the checksum of what it stands for.
    Common { deflated: Vec<u8>, sum: Checksum },
    /// To be painted: from this row up to that.
    Own { first: usize, end: usize },
}

/// Cuts a picture at the rows that differ.
pub(super) fn cut(canvas: &Canvas, mut own: Vec<(usize, usize)>) -> Vec<Band> {
    own.sort_unstable();
    let mut bands = vec![];
    let mut at = 0;
    for (first, end) in own {
        let first = first.max(at);
        let end = end.min(canvas.height);
        if first >= end {
            continue;
        }
        match bands.last_mut() {
            Some(Band::Own { end: last, .. }) if *last == first => *last = end,
            _ => {
                bands.extend(common(canvas, at, first));
                bands.push(Band::Own { first, end });
            }
        }
        at = end;
    }
    bands.extend(common(canvas, at, canvas.height));
    bands
}

fn common(canvas: &Canvas, first: usize, end: usize) -> Option<Band> {
    if first >= end {
        return None;
    }
    let (mut rows, mut packer) = (vec![], Packer::default());
    // The row above differs from label to label.
    packer.pack(canvas, &canvas.values, (first, end), PLAIN, &mut rows);
    let mut deflater = Deflater::thorough(false);
    let mut deflated = vec![];
    deflater.begin();
    deflater.write(&rows, &mut deflated);
    deflater.flush(&mut deflated);
    Some(Band::Common {
        deflated,
        sum: Checksum::of_many(&rows),
    })
}

/// Writes rows as a PNG stores them.
#[derive(Debug, Default)]
pub(super) struct Packer {
    above: Vec<u8>,
    row: Vec<u8>,
}

impl Packer {
    /// Writes rows of a picture: the first with this filter, the others as what differs from the row above.
    pub(super) fn pack(
        &mut self,
        canvas: &Canvas,
        values: &[u8],
        (first, end): (usize, usize),
        filter: u8,
        out: &mut Vec<u8>,
    ) {
        let width = canvas.width;
        let rows = values.chunks_exact(width).take(end).skip(first);
        for (number, row) in rows.enumerate() {
            self.row.clear();
            canvas.pack(row, &mut self.row);
            let filter = if number == 0 { filter } else { UP };
            out.push(filter);
            if filter == UP {
                out.extend(
                    self.row
                        .iter()
                        .zip(&self.above)
                        .map(|(byte, above)| byte.wrapping_sub(*above)),
                );
            } else {
                out.extend_from_slice(&self.row);
            }
            std::mem::swap(&mut self.above, &mut self.row);
        }
    }

    /// The same for rows that differ: they do not lean on the row above.
    pub(super) fn pack_own(
        &mut self,
        canvas: &Canvas,
        values: &[u8],
        rows: (usize, usize),
        out: &mut Vec<u8>,
    ) {
        self.pack(canvas, values, rows, PLAIN, out);
    }
}
