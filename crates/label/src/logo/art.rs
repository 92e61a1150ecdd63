//! A logo drawn, ready to be put into a picture.

use resvg::tiny_skia::Pixmap;

/// A square of pixels, grey or coloured.
#[derive(Debug)]
pub(crate) struct Art {
    side: usize,
    grey: bool,
    /// One byte a pixel if grey, three if not.
    pixels: Vec<u8>,
}

impl Art {
    /// What is seen of these pixels on white paper; nothing if there are none.
    pub(super) fn over_white(pixels: Option<Pixmap>, side: usize) -> Self {
        let Some(pixels) = pixels else {
            return Self {
                side,
                grey: true,
                pixels: vec![255; side * side],
            };
        };
        let pixels = pixels.data().as_chunks::<4>().0;
        let colours = pixels.iter().map(|[red, green, blue, alpha]| {
            // The colours are already multiplied by their opacity.
            [red, green, blue].map(|colour| colour.saturating_add(255 - alpha))
        });
        let grey = colours
            .clone()
            .all(|[red, green, blue]| red == green && green == blue);
        let pixels = if grey {
            colours.map(|[grey, ..]| grey).collect()
        } else {
            colours.flatten().collect()
        };
        Self { side, grey, pixels }
    }

    /// Pixels along a side.
    pub(crate) const fn side(&self) -> usize {
        self.side
    }

    /// Whether there is no colour.
    pub(crate) const fn is_grey(&self) -> bool {
        self.grey
    }

    /// Whether all of it is white.
    pub(super) fn is_blank(&self) -> bool {
        self.pixels.iter().all(|&pixel| pixel == 255)
    }

    /// The rows of pixels from the top.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.pixels
            .chunks_exact(self.side * if self.grey { 1 } else { 3 })
    }

    /// A row of pixels; none below the last.
    pub(crate) fn row(&self, y: usize) -> Option<&[u8]> {
        self.rows().nth(y)
    }
}
