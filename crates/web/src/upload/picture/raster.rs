//! Pixels in memory.

use super::orientation::Orientation;
use crate::upload::Pixels;

/// A picture of red, green and blue, perhaps with opacity, eight bits each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    pub(super) size: Pixels,
    /// 3, or 4 with opacity.
    pub(super) channels: usize,
    pub(super) data: Vec<u8>,
}

impl Raster {
    /// The picture upright.
    pub(super) fn turned(self, orientation: Orientation) -> Self {
        if orientation.is_upright() {
            return self;
        }
        let shown = orientation.shown(self.size);
        let (width, height) = (self.size.width as usize, self.size.height as usize);
        let row_length = shown.width as usize * self.channels;
        let mut data = vec![0; self.data.len()];
        for (y, row) in self.data.chunks_exact(width * self.channels).enumerate() {
            for (x, pixel) in row.chunks_exact(self.channels).enumerate() {
                let (to_x, to_y) = orientation.place((x, y), (width, height));
                let at = to_y * row_length + to_x * self.channels;
                if let Some(place) = data.get_mut(at..at + self.channels) {
                    place.copy_from_slice(pixel);
                }
            }
        }
        Self {
            size: shown,
            data,
            ..self
        }
    }

    /// The same without its opacity, when nothing shines through.
    pub(super) fn opaque(self) -> Self {
        let pixels = self.data.as_chunks::<4>().0;
        if self.channels != 4 || pixels.iter().any(|[.., opacity]| *opacity != 255) {
            return self;
        }
        Self {
            channels: 3,
            data: pixels.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect(),
            ..self
        }
    }
}
