//! Label paper.

use crate::Error;

/// Common label paper, A4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 65 labels of 38.1 × 21.2 mm.
    A4x65,
    /// 40 labels of 45.7 × 25.4 mm.
    A4x40,
    /// 24 labels of 63.5 × 33.9 mm.
    A4x24,
    /// 21 labels of 63.5 × 38.1 mm.
    A4x21,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::A4x65, Self::A4x40, Self::A4x24, Self::A4x21];

    /// Width and height of a label in millimetres.
    pub const fn label(self) -> (f32, f32) {
        match self {
            Self::A4x65 => (38.1, 21.2),
            Self::A4x40 => (45.7, 25.4),
            Self::A4x24 => (63.5, 33.9),
            Self::A4x21 => (63.5, 38.1),
        }
    }

    /// Where the labels are.
    pub const fn sheet(self) -> Sheet {
        let (columns, rows, left, top, gap) = match self {
            Self::A4x65 => (5, 13, 4.75, 10.7, 2.5),
            Self::A4x40 => (4, 10, 9.85, 21.5, 2.5),
            Self::A4x24 => (3, 8, 7.25, 12.9, 2.5),
            Self::A4x21 => (3, 7, 7.25, 15.15, 2.5),
        };
        Sheet {
            width: 210.0,
            height: 297.0,
            columns,
            rows,
            left,
            top,
            gap_x: gap,
            gap_y: 0.0,
            crop_marks: false,
        }
    }
}

/// Where labels are on a page, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// The width of the page.
    pub width: f32,
    /// The height of the page.
    pub height: f32,
    /// Labels beside each other.
    pub columns: u32,
    /// Labels below each other.
    pub rows: u32,
    /// From the left edge to the first label.
    pub left: f32,
    /// From the upper edge to the first label.
    pub top: f32,
    /// Between two labels beside each other.
    pub gap_x: f32,
    /// Between two labels below each other.
    pub gap_y: f32,
    /// Whether marks in the margin say where to cut.
    pub crop_marks: bool,
}

/// The largest page in millimetres: PDF readers know no larger one.
const LARGEST: f32 = 5_000.0;

impl Sheet {
    /// A roll: each label is a page.
    pub const fn roll((width, height): (f32, f32)) -> Self {
        Self {
            width,
            height,
            columns: 1,
            rows: 1,
            left: 0.0,
            top: 0.0,
            gap_x: 0.0,
            gap_y: 0.0,
            crop_marks: false,
        }
    }

    /// As many labels as a page has room for, in its middle.
    pub fn filled(
        (width, height): (f32, f32),
        label: (f32, f32),
        margin: f32,
        gap: f32,
    ) -> Result<Self, Error> {
        let fits = |page: f32, label: f32| ((page - 2.0 * margin + gap + 0.001) / (label + gap)).floor();
        let (columns, rows) = (fits(width, label.0), fits(height, label.1));
        // NaN is not larger than anything.
        let some = columns >= 1.0 && rows >= 1.0;
        if !some {
            return Err(Error::SheetTooSmall);
        }
        let before = |page: f32, label: f32, count: f32| (page - count * (label + gap) + gap) / 2.0;
        let sheet = Self {
            width,
            height,
            columns: columns as u32,
            rows: rows as u32,
            left: before(width, label.0, columns),
            top: before(height, label.1, rows),
            gap_x: gap,
            gap_y: gap,
            crop_marks: false,
        };
        sheet.check(label)?;
        Ok(sheet)
    }

    /// Labels on a page.
    pub const fn places(&self) -> u64 {
        self.columns as u64 * self.rows as u64
    }

    /// Checks that all labels are on the page.
    pub fn check(&self, (width, height): (f32, f32)) -> Result<(), Error> {
        let end = |first: f32, count: u32, label: f32, gap: f32| first + count as f32 * (label + gap) - gap;
        let numbers = [self.left, self.top, self.gap_x, self.gap_y];
        let fits = self.places() > 0
            && self.places() <= 10_000
            && numbers.iter().all(|number| *number >= 0.0)
            && self.width <= LARGEST
            && self.height <= LARGEST
            && end(self.left, self.columns, width, self.gap_x) <= self.width + 0.01
            && end(self.top, self.rows, height, self.gap_y) <= self.height + 0.01;
        if fits { Ok(()) } else { Err(Error::SheetTooSmall) }
    }

    /// Where a label of a page begins.
    pub(crate) fn place(&self, number: u64, (width, height): (f32, f32)) -> (f32, f32) {
        let columns = u64::from(self.columns.max(1));
        let (column, row) = ((number % columns) as f32, (number / columns) as f32);
        (
            self.left + column * (width + self.gap_x),
            self.top + row * (height + self.gap_y),
        )
    }

    /// The lines that say where to cut, outside the labels: where each begins and ends.
    pub(crate) fn marks(&self, (width, height): (f32, f32)) -> Vec<((f32, f32), (f32, f32))> {
        const LENGTH: f32 = 3.0;
        const DISTANCE: f32 = 0.7;
        let mut marks = vec![];
        let right = self.left + self.columns as f32 * (width + self.gap_x) - self.gap_x;
        let bottom = self.top + self.rows as f32 * (height + self.gap_y) - self.gap_y;
        let edges = |first: f32, count: u32, label: f32, gap: f32| {
            (0..count).flat_map(move |number| {
                let begin = first + number as f32 * (label + gap);
                [begin, begin + label]
            })
        };
        for x in edges(self.left, self.columns, width, self.gap_x) {
            marks.push((
                (x, (self.top - DISTANCE - LENGTH).max(0.0)),
                (x, self.top - DISTANCE),
            ));
            marks.push((
                (x, bottom + DISTANCE),
                (x, (bottom + DISTANCE + LENGTH).min(self.height)),
            ));
        }
        for y in edges(self.top, self.rows, height, self.gap_y) {
            marks.push((
                ((self.left - DISTANCE - LENGTH).max(0.0), y),
                (self.left - DISTANCE, y),
            ));
            marks.push((
                (right + DISTANCE, y),
                ((right + DISTANCE + LENGTH).min(self.width), y),
            ));
        }
        marks.retain(|(from, to)| from.0 <= to.0 && from.1 <= to.1);
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // F239: the paper people buy, with its real dimensions.
    #[test]
    fn paper_holds_its_labels() {
        for (paper, count) in Paper::ALL.into_iter().zip([65, 40, 24, 21]) {
            let sheet = paper.sheet();
            assert_eq!(sheet.places(), count);
            sheet.check(paper.label()).unwrap();
            let (x, y) = sheet.place(count - 1, paper.label());
            // The margins are equal on both sides, within half a millimetre.
            assert!(
                (210.0 - x - paper.label().0 - sheet.left).abs() < 0.5,
                "{paper:?}"
            );
            assert!((297.0 - y - paper.label().1 - sheet.top).abs() < 0.5, "{paper:?}");
        }
    }

    #[test]
    fn pages_are_filled_or_refused() {
        let sheet = Sheet::filled((210.0, 297.0), (20.0, 30.0), 8.0, 2.0).unwrap();
        assert_eq!((sheet.columns, sheet.rows), (8, 8));
        for (margin, gap) in [(100.0, 0.0), (f32::NAN, 0.0), (0.0, f32::INFINITY)] {
            assert!(Sheet::filled((210.0, 297.0), (20.0, 30.0), margin, gap).is_err());
        }
    }
}
