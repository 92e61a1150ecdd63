//! Which module carries which bit: annex F of ISO/IEC 16022.

use super::size::Size;

/// Where the bits of the codewords are in a symbol.
#[derive(Debug, Default)]
pub(super) struct Placement {
    /// The column and row of each bit, first codeword first, highest bit first.
    modules: Vec<(u16, u16)>,
    /// Dark modules that carry nothing: finder patterns and the corner of some sizes.
    fixed: Vec<(u16, u16)>,
}

impl Placement {
    pub(super) fn new(size: Size) -> Self {
        let mut walk = Walk::new(size.inner());
        walk.go();
        let mut modules = vec![(0, 0); (size.data + size.correction) * 8];
        let mut fixed = vec![];
        for (at, cell) in walk.cells.iter().enumerate() {
            let (row, column) = (at / walk.side, at % walk.side);
            // Each region has its finder pattern: a dark line to the left and below, a broken one above and right.
            let module = (outer(column, size), outer(row, size));
            match cell {
                Some(bit) => {
                    if let Some(place) = modules.get_mut(*bit) {
                        *place = module;
                    }
                }
                // The last corner of sizes with four modules too many: a small chessboard.
                None if (row + column) % 2 == 0 => fixed.push(module),
                None => {}
            }
        }
        let period = size.region() + 2;
        for y in 0..size.side {
            for x in 0..size.side {
                let (left, below) = (x % period == 0, y % period == period - 1);
                let (above, right) = (
                    y % period == 0 && x % 2 == 0,
                    x % period == period - 1 && y % 2 == 1,
                );
                if left || below || above || right {
                    fixed.push((x as u16, y as u16));
                }
            }
        }
        Self { modules, fixed }
    }

    /// The modules of the bits in their order.
    pub(super) fn modules(&self) -> &[(u16, u16)] {
        &self.modules
    }

    /// The modules that are always dark.
    pub(super) fn fixed(&self) -> &[(u16, u16)] {
        &self.fixed
    }
}

/// A column or row of the modules that carry bits, counted with the finder patterns.
const fn outer(inner: usize, size: Size) -> u16 {
    (inner + 2 * (inner / size.region()) + 1) as u16
}

/// The walk over the modules that gives them their bits.
struct Walk {
    side: usize,
    /// Eight times the codeword plus the bit, row by row.
    cells: Vec<Option<usize>>,
    codeword: usize,
}

impl Walk {
    fn new(side: usize) -> Self {
        Self {
            side,
            cells: vec![None; side * side],
            codeword: 0,
        }
    }

    fn go(&mut self) {
        let side = self.side as i32;
        let (mut row, mut column) = (4, 0);
        while row < side || column < side {
            match (row, column) {
                (r, 0) if r == side => self.corner([
                    (-1, 0),
                    (-1, 1),
                    (-1, 2),
                    (0, -2),
                    (0, -1),
                    (1, -1),
                    (2, -1),
                    (3, -1),
                ]),
                (r, 0) if r == side - 2 && side % 4 != 0 => {
                    self.corner([
                        (-3, 0),
                        (-2, 0),
                        (-1, 0),
                        (0, -4),
                        (0, -3),
                        (0, -2),
                        (0, -1),
                        (1, -1),
                    ]);
                }
                (r, 0) if r == side - 2 && side % 8 == 4 => {
                    self.corner([
                        (-3, 0),
                        (-2, 0),
                        (-1, 0),
                        (0, -2),
                        (0, -1),
                        (1, -1),
                        (2, -1),
                        (3, -1),
                    ]);
                }
                (r, 2) if r == side + 4 && side % 8 == 0 => {
                    self.corner([
                        (-1, 0),
                        (-1, -1),
                        (0, -3),
                        (0, -2),
                        (0, -1),
                        (1, -3),
                        (1, -2),
                        (1, -1),
                    ]);
                }
                _ => {}
            }
            while row >= 0 && column < side {
                if row < side && column >= 0 && self.is_free(row, column) {
                    self.utah(row, column);
                }
                row -= 2;
                column += 2;
            }
            row += 1;
            column += 3;
            while row < side && column >= 0 {
                if row >= 0 && column < side && self.is_free(row, column) {
                    self.utah(row, column);
                }
                row += 2;
                column -= 2;
            }
            row += 3;
            column += 1;
        }
    }

    fn is_free(&self, row: i32, column: i32) -> bool {
        self.cells
            .get((row * self.side as i32 + column) as usize)
            .is_some_and(Option::is_none)
    }

    /// The usual shape of a codeword, its last bit at this module.
    fn utah(&mut self, row: i32, column: i32) {
        let shape = [
            (-2, -2),
            (-2, -1),
            (-1, -2),
            (-1, -1),
            (-1, 0),
            (0, -2),
            (0, -1),
            (0, 0),
        ];
        let side = self.side as i32;
        let shape = shape.map(|(down, right)| {
            let (mut row, mut column) = (row + down, column + right);
            if row < 0 {
                row += side;
                column += 4 - (side + 4) % 8;
            }
            if column < 0 {
                column += side;
                row += 4 - (side + 4) % 8;
            }
            (row, column)
        });
        self.place(shape);
    }

    /// A shape around a corner; negative numbers count from the other side.
    fn corner(&mut self, shape: [(i32, i32); 8]) {
        let side = self.side as i32;
        let wrap = |at: i32| if at < 0 { at + side } else { at };
        self.place(shape.map(|(row, column)| (wrap(row), wrap(column))));
    }

    fn place(&mut self, shape: [(i32, i32); 8]) {
        for (bit, (row, column)) in shape.into_iter().enumerate() {
            if let Some(cell) = self.cells.get_mut((row * self.side as i32 + column) as usize) {
                *cell = Some(self.codeword * 8 + bit);
            }
        }
        self.codeword += 1;
    }
}
