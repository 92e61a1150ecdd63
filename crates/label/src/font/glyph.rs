//! A character drawn.

use crate::geometry::{Path, Segment};
use ttf_parser::OutlineBuilder;

/// A character of a font, in ems, downwards from its baseline.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) character: char,
    /// Its number in the font.
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) outline: Path,
}

/// Collects an outline.
#[derive(Debug)]
pub(crate) struct Outliner {
    pub(crate) path: Path,
    scale: f32,
    at: (f32, f32),
}

impl Outliner {
    pub(super) fn new(scale: f32) -> Self {
        Self {
            path: Path::default(),
            scale,
            at: (0.0, 0.0),
        }
    }

    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        (x * self.scale, -y * self.scale)
    }
}

impl OutlineBuilder for Outliner {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.path.0.push(Segment::Move(self.at));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.path.0.push(Segment::Line(self.at));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, end, from) = (self.point(x1, y1), self.point(x, y), self.at);
        // A quadratic curve as a cubic one.
        let towards = |p: (f32, f32)| {
            (
                p.0 + (control.0 - p.0) * 2.0 / 3.0,
                p.1 + (control.1 - p.1) * 2.0 / 3.0,
            )
        };
        self.at = end;
        self.path.0.push(Segment::Cubic(towards(from), towards(end), end));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.at = self.point(x, y);
        let segment = Segment::Cubic(self.point(x1, y1), self.point(x2, y2), self.at);
        self.path.0.push(segment);
    }

    fn close(&mut self) {
        self.path.0.push(Segment::Close);
    }
}
