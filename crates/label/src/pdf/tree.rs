//! The tree of pages.

use super::objects::Objects;
use crate::Error;
use std::io::Write;

/// Children of a node.
const CHILDREN: u64 = 64;

/// The nodes above the pages, the root first, and the numbers of all objects from there on.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    pages: u64,
    /// Objects before the root.
    before: u64,
    /// Nodes of each level, the root's first.
    levels: Vec<u64>,
}

impl Tree {
    pub(super) fn new(pages: u64, before: u64) -> Self {
        let mut levels = vec![];
        let mut nodes = pages;
        loop {
            nodes = nodes.div_ceil(CHILDREN).max(1);
            levels.insert(0, nodes);
            if nodes == 1 {
                return Self {
                    pages,
                    before,
                    levels,
                };
            }
        }
    }

    /// The number of the root.
    pub(super) const fn root(&self) -> u64 {
        self.before + 1
    }

    /// The number of a page; its content comes right after it.
    pub(super) fn page(&self, page: u64) -> u64 {
        self.before + self.levels.iter().sum::<u64>() + 2 * page + 1
    }

    /// The number of the node above a page.
    pub(super) fn parent(&self, page: u64) -> u64 {
        self.node(self.levels.len() - 1, page / CHILDREN)
    }

    fn node(&self, level: usize, node: u64) -> u64 {
        self.root() + self.levels.iter().take(level).sum::<u64>() + node
    }

    /// Writes all nodes.
    pub(super) fn write<W: Write, D: Write>(&self, objects: &mut Objects<W, D>) -> Result<(), Error> {
        for (level, &nodes) in self.levels.iter().enumerate() {
            // So many pages are below a child.
            let span = CHILDREN.pow((self.levels.len() - 1 - level) as u32);
            let below = self.levels.get(level + 1).copied();
            for node in 0..nodes {
                let children = node * CHILDREN..((node + 1) * CHILDREN).min(below.unwrap_or(self.pages));
                let kids: Vec<_> = children
                    .map(|child| match below {
                        Some(_) => format!("{} 0 R", self.node(level + 1, child)),
                        None => format!("{} 0 R", self.page(child)),
                    })
                    .collect();
                let first = node * CHILDREN * span;
                let count = (first + CHILDREN * span).min(self.pages) - first;
                let parent = match level.checked_sub(1) {
                    Some(above) => format!("/Parent {} 0 R", self.node(above, node / CHILDREN)),
                    None => String::new(),
                };
                let body = format!("<</Type/Pages/Count {count}{parent}/Kids[{}]>>", kids.join(" "));
                objects.object(body.as_bytes())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_one_another() {
        for pages in [1, 64, 65, 4_096, 4_097, 100_000] {
            let tree = Tree::new(pages, 9);
            let mut objects = Objects::new(vec![], vec![], 9, 0);
            tree.write(&mut objects).unwrap();
            assert_eq!(tree.root(), 10);
            assert_eq!(tree.page(0), objects.count + 1);
            assert_eq!(tree.page(pages - 1), objects.count + 2 * pages - 1);
            assert!(tree.parent(pages - 1) <= objects.count);
        }
    }
}
