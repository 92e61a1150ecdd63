//! Pictures made smaller, row by row as they come: each new pixel is the mean of those it covers.

use super::raster::Raster;
use crate::upload::Pixels;

/// How fine the share of a pixel at the edge of another is counted.
const WHOLE: u32 = 256;

/// A picture in the making.
pub(super) struct Shrink {
    from: Pixels,
    to: Pixels,
    channels: usize,
    columns: Vec<Column>,
    /// The rows that were taken in, and the row that is made now.
    taken: u32,
    sums: Vec<f32>,
    line: Vec<f32>,
    data: Vec<u8>,
}

/// The old pixels of a row that a new one covers: the first, how many, and the shares of the first and the last.
struct Column {
    first: usize,
    count: usize,
    head: u32,
    tail: u32,
}

/// A picture at a size that is not larger.
pub(super) fn smaller(raster: &Raster, to: Pixels) -> Raster {
    let mut shrink = Shrink::new(raster.size, to, raster.channels);
    let row_length = raster.size.width as usize * raster.channels;
    raster
        .data
        .chunks_exact(row_length)
        .for_each(|row| shrink.push(row));
    shrink.finish().unwrap_or_else(|| raster.clone())
}

impl Shrink {
    /// Begins a picture that is not larger than what comes.
    pub(super) fn new(from: Pixels, to: Pixels, channels: usize) -> Self {
        let length = to.width as usize * channels;
        Self {
            columns: (0..to.width)
                .map(|x| Column::of(x, from.width, to.width))
                .collect(),
            sums: vec![0.0; length],
            line: vec![0.0; length],
            data: Vec::with_capacity(length * to.height as usize),
            taken: 0,
            from,
            to,
            channels,
        }
    }

    /// Takes in the next row.
    pub(super) fn push(&mut self, row: &[u8]) {
        match self.channels {
            4 => self.across::<4>(row),
            _ => self.across::<3>(row),
        }
        // Where the row begins and ends among the new ones.
        let scale = |rows: u32| f64::from(rows) * f64::from(self.to.height) / f64::from(self.from.height);
        let (begin, end) = (scale(self.taken), scale(self.taken + 1));
        self.taken += 1;
        let next = begin.floor() + 1.0;
        let share = (end.min(next) - begin) as f32;
        for (sum, value) in self.sums.iter_mut().zip(&self.line) {
            *sum += value * share;
        }
        let is_last = self.taken == self.from.height;
        if end >= next - 1e-9 || is_last {
            self.finish_row();
            let rest = if is_last {
                0.0
            } else {
                (end - next).max(0.0) as f32
            };
            for (sum, value) in self.sums.iter_mut().zip(&self.line) {
                *sum = value * rest;
            }
        }
    }

    /// The picture, when all of it came.
    pub(super) fn finish(self) -> Option<Raster> {
        (self.taken == self.from.height && self.data.len() == self.sums.len() * self.to.height as usize)
            .then_some(Raster {
                size: self.to,
                channels: self.channels,
                data: self.data,
            })
    }

    /// Makes a row as wide as the new ones; colours count as much as they are opaque.
    fn across<const N: usize>(&mut self, row: &[u8]) {
        let pixels = row.as_chunks::<N>().0;
        let line = self.line.as_chunks_mut::<N>().0;
        for (column, new) in self.columns.iter().zip(line) {
            let covered = pixels
                .get(column.first..column.first + column.count)
                .unwrap_or_default();
            let mut sum = [0_u32; N];
            let mut weight = 0;
            for (i, pixel) in covered.iter().enumerate() {
                let share = match i {
                    0 => column.head,
                    i if i + 1 == column.count => column.tail,
                    _ => WHOLE,
                };
                weight += share;
                if N == 4 {
                    let opacity = pixel.last().map_or(0, |o| u32::from(*o));
                    for (sum, channel) in sum.iter_mut().zip(pixel).take(3) {
                        *sum += u32::from(*channel) * opacity / 255 * share;
                    }
                    if let Some(sum) = sum.last_mut() {
                        *sum += opacity * share;
                    }
                } else {
                    for (sum, channel) in sum.iter_mut().zip(pixel) {
                        *sum += u32::from(*channel) * share;
                    }
                }
            }
            let weight = weight.max(1) as f32;
            *new = sum.map(|sum| sum as f32 / weight);
        }
    }

    /// Writes the row that is whole now.
    fn finish_row(&mut self) {
        let level = |sum: f32| sum.round().clamp(0.0, 255.0) as u8;
        if self.channels != 4 {
            self.data.extend(self.sums.iter().map(|sum| level(*sum)));
            return;
        }
        for [r, g, b, opacity] in self.sums.as_chunks::<4>().0 {
            let colour = |sum: f32| {
                level(if *opacity > 0.0 {
                    sum / opacity * 255.0
                } else {
                    0.0
                })
            };
            self.data
                .extend([colour(*r), colour(*g), colour(*b), level(*opacity)]);
        }
    }
}

impl Column {
    fn of(x: u32, from: u32, to: u32) -> Self {
        let at = |x: u32| u64::from(x) * u64::from(from) * u64::from(WHOLE) / u64::from(to.max(1));
        let (begin, end) = (at(x), at(x + 1));
        let whole = u64::from(WHOLE);
        let (first, last) = (begin / whole, (end - 1) / whole);
        let share = |part: u64| u32::try_from(part).unwrap_or(WHOLE);
        let is_one = first == last;
        Self {
            first: usize::try_from(first).unwrap_or_default(),
            count: usize::try_from(last - first + 1).unwrap_or(1),
            head: share(if is_one {
                end - begin
            } else {
                whole - begin % whole
            }),
            tail: share(end - last * whole),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shrunk(
        from: (u32, u32),
        to: (u32, u32),
        channels: usize,
        pixel: impl Fn(u32, u32) -> Vec<u8>,
    ) -> Raster {
        let size = |(width, height)| Pixels { width, height };
        let mut shrink = Shrink::new(size(from), size(to), channels);
        for y in 0..from.1 {
            let row: Vec<u8> = (0..from.0).flat_map(|x| pixel(x, y)).collect();
            shrink.push(&row);
        }
        shrink.finish().unwrap()
    }

    #[test]
    fn an_even_picture_stays_even_at_any_size() {
        for from in [(1, 1), (7, 5), (100, 33), (464, 290)] {
            for to in [(1, 1), (3, 2), (7, 5), (90, 31)] {
                if to.0 > from.0 || to.1 > from.1 {
                    continue;
                }
                let even = shrunk(from, to, 3, |_, _| vec![10, 200, 255]);
                assert_eq!(even.data.len(), (to.0 * to.1 * 3) as usize);
                assert!(
                    even.data.chunks(3).all(|p| p == [10, 200, 255]),
                    "{from:?} {to:?}"
                );
                let glass = shrunk(from, to, 4, |_, _| vec![10, 200, 255, 51]);
                assert!(
                    glass
                        .data
                        .chunks(4)
                        .all(|p| p[3] == 51 && p[1].abs_diff(200) <= 3),
                    "{from:?} {to:?} {:?}",
                    &glass.data[..4]
                );
            }
        }
    }

    #[test]
    fn each_new_pixel_is_the_mean_of_what_it_covers() {
        // Black and white columns, in pairs; then a slope.
        let halves = shrunk((4, 4), (2, 2), 3, |x, _| {
            vec![if x % 2 == 0 { 0 } else { 255 }; 3]
        });
        assert!(
            halves.data.iter().all(|v| v.abs_diff(128) <= 1),
            "{:?}",
            halves.data
        );
        let slope = shrunk((256, 8), (64, 2), 3, |x, _| vec![x as u8; 3]);
        for (x, pixel) in slope.data.chunks(3).take(64).enumerate() {
            assert!(pixel[0].abs_diff((x * 4 + 2) as u8) <= 1, "{x}: {pixel:?}");
        }
        let down = shrunk((3, 300), (3, 7), 3, |_, y| vec![(y * 255 / 300) as u8; 3]);
        let column: Vec<u8> = down.data.chunks(9).map(|row| row[0]).collect();
        assert!(column.windows(2).all(|w| w[0] < w[1]), "{column:?}");
        // What is not there has no colour.
        let edge = shrunk((2, 1), (1, 1), 4, |x, _| {
            if x == 0 {
                vec![255, 0, 0, 255]
            } else {
                vec![0, 255, 0, 0]
            }
        });
        assert_eq!(edge.data, [255, 0, 0, 128]);
    }
}
