//! Points, rectangles and paths in millimetres, downwards from the upper left corner.

/// A place.
pub(crate) type Point = (f32, f32);

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Rect {
    pub(crate) const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    pub(crate) const fn right(self) -> f32 {
        self.x + self.width
    }

    pub(crate) const fn bottom(self) -> f32 {
        self.y + self.height
    }

    pub(crate) const fn centre(self) -> Point {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The rectangle without a margin, or with one if it is negative.
    pub(crate) fn inset(self, margin: f32) -> Self {
        Self {
            x: self.x + margin,
            y: self.y + margin,
            width: (self.width - 2.0 * margin).max(0.0),
            height: (self.height - 2.0 * margin).max(0.0),
        }
    }

    /// Whether another lies in it, but for what rounding does.
    #[cfg(test)]
    pub(crate) fn holds(self, other: Self) -> bool {
        const SLACK: f32 = 0.01;
        other.x >= self.x - SLACK
            && other.y >= self.y - SLACK
            && other.right() <= self.right() + SLACK
            && other.bottom() <= self.bottom() + SLACK
    }
}

/// A piece of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Segment {
    Move(Point),
    Line(Point),
    Cubic(Point, Point, Point),
    Close,
}

/// Lines and curves.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Path(pub(crate) Vec<Segment>);

impl Path {
    pub(crate) fn rect(rect: Rect) -> Self {
        Self(vec![
            Segment::Move((rect.x, rect.y)),
            Segment::Line((rect.right(), rect.y)),
            Segment::Line((rect.right(), rect.bottom())),
            Segment::Line((rect.x, rect.bottom())),
            Segment::Close,
        ])
    }

    /// A rectangle with round corners.
    pub(crate) fn rounded(rect: Rect, radius: f32) -> Self {
        let r = radius.min(rect.width / 2.0).min(rect.height / 2.0);
        // How far the handles of a quarter of a circle reach.
        let k = r * 0.447_7;
        let Rect { x, y, .. } = rect;
        let (right, bottom) = (rect.right(), rect.bottom());
        Self(vec![
            Segment::Move((x + r, y)),
            Segment::Line((right - r, y)),
            Segment::Cubic((right - k, y), (right, y + k), (right, y + r)),
            Segment::Line((right, bottom - r)),
            Segment::Cubic((right, bottom - k), (right - k, bottom), (right - r, bottom)),
            Segment::Line((x + r, bottom)),
            Segment::Cubic((x + k, bottom), (x, bottom - k), (x, bottom - r)),
            Segment::Line((x, y + r)),
            Segment::Cubic((x, y + k), (x + k, y), (x + r, y)),
            Segment::Close,
        ])
    }

    /// A smooth curve through `pieces + 1` points of a function of 0 to 1.
    pub(crate) fn curve(pieces: usize, at: impl Fn(f32) -> Point) -> Self {
        let step = 1.0 / pieces as f32;
        let slope = |t: f32| {
            let (before, after) = (at(t - step / 64.0), at(t + step / 64.0));
            // A third of the derivative over one piece.
            (
                (after.0 - before.0) * 32.0 / 3.0,
                (after.1 - before.1) * 32.0 / 3.0,
            )
        };
        let mut segments = vec![Segment::Move(at(0.0))];
        for piece in 0..pieces {
            let (t0, t1) = (piece as f32 * step, (piece + 1) as f32 * step);
            let (p0, p1, s0, s1) = (at(t0), at(t1), slope(t0), slope(t1));
            segments.push(Segment::Cubic(
                (p0.0 + s0.0, p0.1 + s0.1),
                (p1.0 - s1.0, p1.1 - s1.1),
                p1,
            ));
        }
        Self(segments)
    }

    /// The path scaled and then moved.
    pub(crate) fn placed(&self, scale: f32, (x, y): Point) -> impl Iterator<Item = Segment> {
        let place = move |(px, py): Point| (x + px * scale, y + py * scale);
        self.0.iter().map(move |segment| match *segment {
            Segment::Move(p) => Segment::Move(place(p)),
            Segment::Line(p) => Segment::Line(place(p)),
            Segment::Cubic(a, b, p) => Segment::Cubic(place(a), place(b), place(p)),
            Segment::Close => Segment::Close,
        })
    }
}
