//! The characters of codes, drawn once.

use crate::{font::Glyph, geometry::Segment};
use resvg::tiny_skia::{FillRule, Mask, PathBuilder, Transform};

/// The steps between paper and ink.
pub(super) const SHADES: usize = 16;

/// The characters of codes in one size.
#[derive(Debug)]
pub(super) struct Atlas {
    /// Pixels per em.
    pub(super) size: f32,
    stamps: Vec<Stamp>,
}

/// A character: how much ink is on each of its pixels, 0 to 15.
#[derive(Debug, Default)]
pub(super) struct Stamp {
    /// Pixels from where the character begins, and from the baseline.
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: usize,
    pub(super) shades: Vec<u8>,
}

impl Atlas {
    pub(super) fn new(glyphs: &[Glyph], size: f32) -> Self {
        Self {
            size,
            stamps: glyphs
                .iter()
                .map(|glyph| stamp(glyph, size).unwrap_or_default())
                .collect(),
        }
    }

    pub(super) fn stamp(&self, index: usize) -> Option<&Stamp> {
        self.stamps.get(index)
    }
}

fn stamp(glyph: &Glyph, size: f32) -> Option<Stamp> {
    let mut builder = PathBuilder::new();
    for segment in glyph.outline.placed(size, (0.0, 0.0)) {
        match segment {
            Segment::Move((x, y)) => builder.move_to(x, y),
            Segment::Line((x, y)) => builder.line_to(x, y),
            Segment::Cubic(a, b, p) => builder.cubic_to(a.0, a.1, b.0, b.1, p.0, p.1),
            Segment::Close => builder.close(),
        }
    }
    let path = builder.finish()?;
    let bounds = path.bounds();
    let (left, top) = (bounds.left().floor() as i32, bounds.top().floor() as i32);
    let (right, bottom) = (bounds.right().ceil() as i32, bounds.bottom().ceil() as i32);
    let (width, height) = ((right - left).max(1), (bottom - top).max(1));
    let mut mask = Mask::new(width as u32, height as u32)?;
    let transform = Transform::from_translate(-left as f32, -top as f32);
    mask.fill_path(&path, FillRule::Winding, true, transform);
    Some(Stamp {
        left,
        top,
        width: width as usize,
        shades: mask
            .data()
            .iter()
            .map(|coverage| coverage / SHADES as u8)
            .collect(),
    })
}
