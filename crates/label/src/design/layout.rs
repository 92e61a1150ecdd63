//! Where things are on a label.

use super::Design;
use crate::geometry::Rect;

/// Where things are on a label. Nothing overlaps, and all but the bands lies within the margin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    pub(crate) label: Rect,
    /// A twentieth of the shorter side: a millimetre on a label of 20 × 30 mm.
    pub(crate) unit: f32,
    /// The logo or what takes its place.
    pub(crate) sign: Option<Rect>,
    pub(crate) name: Rect,
    /// The free lines.
    pub(crate) lines: Rect,
    /// A square with the symbol and its quiet zone.
    pub(crate) symbol: Rect,
    /// The text of the code.
    pub(crate) code: Rect,
    /// The head with logo and name, to the edges.
    pub(crate) band: Rect,
    /// The foot with the code, to the edges.
    pub(crate) foot: Rect,
    /// Room for a ribbon of waves or a line.
    pub(crate) ribbon: Rect,
    /// Whether the free lines are on the band.
    pub(crate) lines_on_band: bool,
}

/// What is to be laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Content {
    pub(crate) design: Design,
    pub(crate) sign: bool,
    pub(crate) lines: usize,
}

impl Layout {
    pub(crate) fn new(width: f32, height: f32, content: Content) -> Self {
        let label = Rect::new(0.0, 0.0, width, height);
        if is_upright(label) {
            Self::above(label, content)
        } else {
            Self::beside(label, content)
        }
    }

    /// Higher than wide: head, symbol, lines and code below each other.
    fn above(label: Rect, content: Content) -> Self {
        let unit = label.width / 20.0;
        let Content { design, lines, .. } = content;
        let inner = inner(label, design, unit);
        let gap = 0.45 * unit;
        let head = (inner.height * 0.2).clamp(3.4 * unit, 6.0 * unit);
        let ribbon = if design == Design::Ribbon { 1.7 * unit } else { 0.0 };
        let code = 2.9 * unit;
        let lines_height = (lines as f32 * 1.75 * unit).min(inner.height * 0.22);
        let left = inner.height - head - code - ribbon - lines_height - 3.0 * gap;
        let side = inner.width.min(left).max(0.0);
        // What is left over goes around the symbol.
        let air = (left - side).max(0.0) / 2.0;
        let band = Rect::new(0.0, 0.0, label.width, inner.y + head + gap / 2.0);
        let head = Rect::new(inner.x, inner.y, inner.width, head);
        let ribbon = Rect::new(0.0, head.bottom() + gap / 2.0, label.width, ribbon);
        let symbol = Rect::new(
            inner.x + (inner.width - side) / 2.0,
            head.bottom() + ribbon.height + gap + air,
            side,
            side,
        );
        let lines = Rect::new(inner.x, symbol.bottom() + air, inner.width, lines_height);
        let code = Rect::new(inner.x, inner.bottom() - code, inner.width, code);
        let (sign, name) = split_head(head, content.sign, unit);
        Self {
            label,
            unit,
            sign,
            name,
            lines,
            symbol,
            code,
            band,
            foot: Rect::new(
                0.0,
                code.y - gap / 2.0,
                label.width,
                label.height - code.y + gap / 2.0,
            ),
            ribbon,
            lines_on_band: false,
        }
    }

    /// Wider than high: the symbol on the left, head and lines beside it, the code below both.
    fn beside(label: Rect, content: Content) -> Self {
        let unit = label.height / 20.0;
        let Content { design, lines, .. } = content;
        let mut inner = inner(label, design, unit);
        let gap = 0.45 * unit;
        let ribbon = if design == Design::Ribbon { 1.5 * unit } else { 0.0 };
        let top = if ribbon > 0.0 {
            ribbon + 0.4 * unit
        } else {
            inner.y
        };
        inner.height -= top - inner.y;
        inner.y = top;
        let code = Rect::new(inner.x, inner.bottom() - 1.7 * unit, inner.width, 1.7 * unit);
        let height = inner.height - code.height - gap;
        let side = height.min(inner.width * 0.56).max(0.0);
        let symbol = Rect::new(inner.x, inner.y + (height - side) / 2.0, side, side);
        let x = symbol.right() + 0.9 * unit;
        // What is on a band stays away from its edge.
        let below = if design.has_band() { 0.7 * unit } else { 0.0 };
        let column = Rect::new(x, inner.y, (inner.right() - x).max(0.0), height - below);
        let lines_height = (lines as f32 * 1.9 * unit).min(column.height * 0.5);
        let head = Rect::new(
            column.x,
            column.y,
            column.width,
            column.height - lines_height - gap,
        );
        let (sign, name) = stack_head(head, content.sign, unit);
        let band_bottom = code.y - gap / 2.0;
        Self {
            label,
            unit,
            sign,
            name,
            lines: Rect::new(column.x, head.bottom() + gap, column.width, lines_height),
            symbol,
            code,
            band: Rect::new(x - 0.5 * unit, 0.0, label.width - x + 0.5 * unit, band_bottom),
            foot: Rect::new(
                0.0,
                code.y - 0.3 * unit,
                label.width,
                label.height - code.y + 0.3 * unit,
            ),
            ribbon: Rect::new(0.0, 0.25 * unit, label.width, ribbon),
            lines_on_band: design.has_band(),
        }
    }

    /// Whether things are below each other.
    pub(crate) fn is_upright(&self) -> bool {
        is_upright(self.label)
    }

    /// All that must not leave the label.
    #[cfg(test)]
    pub(crate) fn parts(&self) -> impl Iterator<Item = Rect> {
        [self.name, self.lines, self.symbol, self.code]
            .into_iter()
            .chain(self.sign)
    }
}

/// Whether it is clearly higher than wide.
fn is_upright(label: Rect) -> bool {
    label.height >= 1.25 * label.width
}

/// The room for content.
fn inner(label: Rect, design: Design, unit: f32) -> Rect {
    let mut inner = label.inset(design.margin() * unit);
    if design == Design::Microtext {
        // The bar is on the left.
        inner.x += 1.1 * unit;
        inner.width -= 1.1 * unit;
    }
    if design.has_foot() {
        inner.height += 0.4 * unit;
    }
    inner
}

/// The logo on the left of the name.
fn split_head(head: Rect, sign: bool, unit: f32) -> (Option<Rect>, Rect) {
    if !sign {
        return (None, head);
    }
    let side = head.height.min(head.width / 3.0);
    let square = Rect::new(head.x, head.y + (head.height - side) / 2.0, side, side);
    let x = square.right() + 0.6 * unit;
    (Some(square), Rect::new(x, head.y, head.right() - x, head.height))
}

/// The logo above the name.
fn stack_head(head: Rect, sign: bool, unit: f32) -> (Option<Rect>, Rect) {
    if !sign {
        return (None, head);
    }
    let side = (head.height * 0.48).min(head.width).min(6.0 * unit);
    let square = Rect::new(head.x, head.y, side, side);
    let y = square.bottom() + 0.4 * unit;
    (Some(square), Rect::new(head.x, y, head.width, head.bottom() - y))
}

#[cfg(test)]
mod tests {
    use super::*;

    // F233, F235: every design in both layouts, at 2:3 and at free sizes.
    #[test]
    fn nothing_overlaps_or_leaves_the_label() {
        let sizes = [
            (20.0, 30.0),
            (30.0, 20.0),
            (40.0, 60.0),
            (50.0, 50.0),
            (63.5, 38.1),
            (38.1, 21.2),
            (25.0, 70.0),
            (90.0, 20.0),
        ];
        for design in Design::ALL {
            for ((width, height), lines) in sizes.into_iter().zip([0, 1, 2, 3, 4].into_iter().cycle()) {
                for sign in [false, true] {
                    let layout = Layout::new(width, height, Content { design, sign, lines });
                    let parts: Vec<_> = layout.parts().collect();
                    for (at, part) in parts.iter().enumerate() {
                        assert!(layout.label.holds(*part), "{design:?} {width} {part:?}");
                        for other in &parts[at + 1..] {
                            let apart = part.right() <= other.x + 0.01
                                || other.right() <= part.x + 0.01
                                || part.bottom() <= other.y + 0.01
                                || other.bottom() <= part.y + 0.01;
                            assert!(apart, "{design:?} {width} × {height}: {part:?} {other:?}");
                        }
                    }
                    assert!(
                        layout.symbol.width >= 0.4 * width.min(height),
                        "{design:?} {width} {:?}",
                        layout.symbol
                    );
                }
            }
        }
    }
}
