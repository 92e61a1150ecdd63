//! Pictures read back: pixels by the png crate and resvg, symbols by rqrr.

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};

/// A square picture, one byte of grey a pixel.
#[derive(Debug)]
pub struct Grey {
    pub side: usize,
    pub pixels: Vec<u8>,
    /// Pixels a metre, if the file says so.
    pub density: Option<u32>,
    /// Bits a pixel in the file.
    pub depth: usize,
}

impl Grey {
    pub fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels[y * self.side + x]
    }

    pub fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.side..][..self.side]
    }

    /// The text of the one symbol in the picture.
    pub fn text(&self) -> Option<String> {
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(self.side, self.side, |x, y| self.at(x, y));
        let grids = image.detect_grids();
        let [grid] = &*grids else { return None };
        grid.decode().ok().map(|(_, text)| text)
    }
}

/// Decodes a PNG.
pub fn read_png(file: &[u8]) -> Grey {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    decoder.ignore_checksums(false);
    let mut reader = decoder.read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut data).unwrap();
    reader.finish().unwrap();
    let info = reader.info();
    assert_eq!((frame.width, frame.width), (frame.height, info.width));
    let channels = frame.color_type.samples();
    let density = info.pixel_dims.map(|dims| {
        assert_eq!((dims.xppu, dims.unit), (dims.yppu, png::Unit::Meter));
        dims.xppu
    });
    Grey {
        side: frame.width as usize,
        pixels: data.chunks(channels).map(mean).collect(),
        density,
        depth: info.bit_depth as usize * info.color_type.samples(),
    }
}

/// Draws an SVG so many pixels wide on white.
pub fn draw_svg(file: &[u8], side: usize) -> Grey {
    let tree = Tree::from_data(file, &Options::default()).unwrap();
    let mut pixels = Pixmap::new(side as u32, side as u32).unwrap();
    pixels.fill(Color::WHITE);
    let scale = side as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let pixels = pixels.data().chunks(4).map(|pixel| mean(&pixel[..3])).collect();
    Grey {
        side,
        pixels,
        density: None,
        depth: 24,
    }
}

fn mean(channels: &[u8]) -> u8 {
    let sum: usize = channels.iter().map(|&channel| usize::from(channel)).sum();
    (sum / channels.len()) as u8
}

/// A picture of any shape.
#[derive(Debug)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    /// One byte of grey a pixel.
    pub pixels: Vec<u8>,
    pub colours: Vec<[u8; 3]>,
    pub density: Option<u32>,
}

impl Picture {
    /// The text of the one symbol in the picture.
    pub fn text(&self) -> Option<String> {
        let mut texts = self.texts();
        if texts.len() == 1 { texts.pop() } else { None }
    }

    /// The colours that occur.
    pub fn colours(&self) -> std::collections::BTreeSet<[u8; 3]> {
        self.colours.iter().copied().collect()
    }

    /// The texts of all symbols that can be read.
    pub fn texts(&self) -> Vec<String> {
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, |x, y| {
            self.pixels[y * self.width + x]
        });
        let grids = image.detect_grids();
        grids
            .iter()
            .filter_map(|grid| grid.decode().ok())
            .map(|(_, text)| text)
            .collect()
    }
}

/// Decodes a PNG of any shape.
pub fn read_oblong(file: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    decoder.ignore_checksums(false);
    let mut reader = decoder.read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut data).unwrap();
    reader.finish().unwrap();
    let pixels: Vec<[u8; 3]> = data
        .chunks(frame.color_type.samples())
        .map(|pixel| {
            if let [red, green, blue, ..] = *pixel {
                [red, green, blue]
            } else {
                [pixel[0]; 3]
            }
        })
        .collect();
    Picture {
        width: frame.width as usize,
        height: frame.height as usize,
        pixels: pixels.iter().map(|pixel| mean(pixel)).collect(),
        colours: pixels,
        density: reader.info().pixel_dims.map(|dims| dims.xppu),
    }
}

/// Draws an SVG of any shape so many pixels wide.
pub fn draw_oblong(file: &[u8], width: u32) -> Picture {
    let tree = Tree::from_data(file, &Options::default()).unwrap();
    let scale = width as f32 / tree.size().width();
    let mut pixels = Pixmap::new(width, (tree.size().height() * scale).round() as u32).unwrap();
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    read_oblong(&pixels.encode_png().unwrap())
}
