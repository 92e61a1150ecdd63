//! Pictures made smaller or larger.

use resvg::tiny_skia::{IntSize, Pixmap};

/// A picture as large as fits the middle of a square.
pub(super) fn fit(pixels: &Pixmap, side: usize) -> Option<Pixmap> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let longer = width.max(height);
    let new = |length: usize| (length * side / longer).max(1);
    let (new_width, new_height) = (new(width), new(height));
    let source = pixels.data().as_chunks::<4>().0;

    // Rows first, then columns; each new pixel is the mean of those it covers.
    let across = spans(width, new_width);
    let rows: Vec<Vec<[f32; 4]>> = source
        .chunks_exact(width)
        .map(|row| {
            across
                .iter()
                .map(|span| span.mean(|x| row.get(x).map(|pixel| pixel.map(f32::from))))
                .collect()
        })
        .collect();
    let mut data = vec![0; side * side * 4];
    let (left, top) = ((side - new_width) / 2, (side - new_height) / 2);
    let lines = data.chunks_exact_mut(side * 4).skip(top);
    for (line, span) in lines.zip(spans(height, new_height)) {
        let pixels = line.as_chunks_mut::<4>().0.iter_mut().skip(left).take(new_width);
        for (x, pixel) in pixels.enumerate() {
            let mean = span.mean(|y| rows.get(y).and_then(|row| row.get(x)).copied());
            *pixel = mean.map(|channel| channel.round() as u8);
        }
    }
    Pixmap::from_vec(data, IntSize::from_wh(side as u32, side as u32)?)
}

/// A stretch of old pixels that becomes one new pixel.
struct Span {
    from: f32,
    to: f32,
}

/// The stretches `old` pixels are divided in to become `new` ones.
fn spans(old: usize, new: usize) -> Vec<Span> {
    let at = |pixel: usize| (pixel as f64 * old as f64 / new as f64) as f32;
    (0..new)
        .map(|pixel| Span {
            from: at(pixel),
            to: at(pixel + 1),
        })
        .collect()
}

impl Span {
    /// The mean of the pixels, those at the ends for the share that is inside.
    fn mean(&self, pixel: impl Fn(usize) -> Option<[f32; 4]>) -> [f32; 4] {
        let mut sum = [0.0; 4];
        let mut weight = 0.0;
        for x in self.from as usize..self.to.ceil() as usize {
            let share = self.to.min(x as f32 + 1.0) - self.from.max(x as f32);
            if let Some(pixel) = pixel(x) {
                sum.iter_mut()
                    .zip(pixel)
                    .for_each(|(sum, channel)| *sum += channel * share);
                weight += share;
            }
        }
        sum.map(|channel| channel / weight)
    }
}
