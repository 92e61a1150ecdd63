//! How much work a drawing is, before it is drawn.
//!
//! References let a short file mean a lot of work: a mask drawn with a mask drawn with a mask. So the drawing is
//! walked as it would be drawn, each reference as often as it is used, and given up when that is too much.

use resvg::usvg::{ClipPath, Group, Mask, Node, Paint, Tree};

/// What a drawing may cost: some thousand shapes or two hundred layers, a few seconds at the worst.
const BUDGET: u32 = 5_000;
/// What a layer of its own costs, in shapes.
const LAYER: u32 = 20;
/// What a dashed line costs, which may be a million short ones.
const DASHES: u32 = 200;
/// How deep groups may be nested.
const DEPTH: u32 = 96;
/// How many of them a layer counts for, as it is in memory while those inside are drawn.
const LAYER_DEPTH: u32 = 6;
/// Pixels of an embedded picture that cost as much as a shape.
const PIXELS: f32 = 4_000.0;

/// Whether the drawing is soon drawn.
pub(super) fn is_light(tree: &Tree) -> bool {
    Scale { left: BUDGET }.group(tree.root(), DEPTH).is_some()
}

/// Weighs until there is nothing left of the budget.
struct Scale {
    left: u32,
}

impl Scale {
    fn spend(&mut self, cost: u32) -> Option<()> {
        self.left = self.left.checked_sub(cost)?;
        Some(())
    }

    fn group(&mut self, group: &Group, depth: u32) -> Option<()> {
        let (cost, levels) = if group.should_isolate() {
            (LAYER, LAYER_DEPTH)
        } else {
            (1, 1)
        };
        let depth = depth.checked_sub(levels)?;
        // Filters can be made to take any time, and a logo of three millimetres needs none.
        if !group.filters().is_empty() {
            return None;
        }
        self.spend(cost)?;
        group
            .clip_path()
            .map_or(Some(()), |clip| self.clip(clip, depth))?;
        group.mask().map_or(Some(()), |mask| self.mask(mask, depth))?;
        group
            .children()
            .iter()
            .try_for_each(|node| self.node(node, depth))
    }

    fn clip(&mut self, clip: &ClipPath, depth: u32) -> Option<()> {
        let depth = depth.checked_sub(LAYER_DEPTH)?;
        self.spend(LAYER)?;
        clip.clip_path().map_or(Some(()), |clip| self.clip(clip, depth))?;
        self.group(clip.root(), depth)
    }

    fn mask(&mut self, mask: &Mask, depth: u32) -> Option<()> {
        let depth = depth.checked_sub(LAYER_DEPTH)?;
        self.spend(LAYER)?;
        mask.mask().map_or(Some(()), |mask| self.mask(mask, depth))?;
        self.group(mask.root(), depth)
    }

    fn node(&mut self, node: &Node, depth: u32) -> Option<()> {
        match node {
            Node::Group(group) => self.group(group, depth),
            Node::Path(path) => {
                self.spend(1 + path.data().verbs().len() as u32 / 16)?;
                let is_dashed = path.stroke().is_some_and(|stroke| stroke.dasharray().is_some());
                self.spend(if is_dashed { DASHES } else { 0 })?;
                let paints = [
                    path.fill().map(|fill| fill.paint()),
                    path.stroke().map(|stroke| stroke.paint()),
                ];
                paints
                    .into_iter()
                    .flatten()
                    .try_for_each(|paint| self.paint(paint, depth))
            }
            Node::Image(image) => {
                self.spend(1 + (image.size().width() * image.size().height() / PIXELS) as u32)
            }
            Node::Text(_) => None,
        }
    }

    fn paint(&mut self, paint: &Paint, depth: u32) -> Option<()> {
        match paint {
            Paint::Pattern(pattern) => {
                self.spend(LAYER)?;
                self.group(pattern.root(), depth)
            }
            Paint::Color(_) | Paint::LinearGradient(_) | Paint::RadialGradient(_) => Some(()),
        }
    }
}
