//! How large a drawing becomes when its references are followed, before they are.
//!
//! Masks, patterns and uses are expanded as often as they are referred to, so a short file may become larger than
//! memory: twelve masks that each use twelve masks, and so on. Sums over the document tell before anything is built.

use resvg::usvg::roxmltree::{Document, Node, NodeId};
use std::collections::HashMap;

/// How many elements a drawing may become.
const MOST_ELEMENTS: u64 = 100_000;
/// How deep elements may be nested, also by reference.
const MOST_LEVELS: u32 = 40;
/// How long style sheets may be together; each rule is tried on each element.
const MOST_STYLE: usize = 16 << 10;

/// Whether the drawing stays within reason; not if it refers to itself, nor if its style can not be told.
pub(super) fn are_bounded(document: &Document<'_>) -> bool {
    survey(document).is_some()
}

fn survey(document: &Document<'_>) -> Option<Extent> {
    let mut by_id: HashMap<_, Vec<_>> = HashMap::new();
    let mut rules = Vec::new();
    let mut left = MOST_STYLE;
    for node in document.descendants() {
        values(node, "id").for_each(|id| by_id.entry(id).or_default().push(node));
        match node.tag_name().name() {
            "style" => {
                let style = node.text().unwrap_or_default();
                left = left.checked_sub(style.len())?;
                rules.extend(parse(style)?);
            }
            // It is repeated for every point of a line, which nobody counts here.
            "marker" => return None,
            _ => {}
        }
    }
    Survey {
        by_id,
        rules,
        known: HashMap::new(),
    }
    .extent(document.root_element(), 0)
}

/// What an element becomes.
#[derive(Clone, Copy)]
struct Extent {
    elements: u64,
    levels: u32,
}

/// What a style sheet refers to for elements of a class, or for all.
struct Rule<'a> {
    class: Option<&'a str>,
    target: &'a str,
}

struct Survey<'a, 'input> {
    by_id: HashMap<&'a str, Vec<Node<'a, 'input>>>,
    rules: Vec<Rule<'a>>,
    known: HashMap<NodeId, Extent>,
}

impl<'a, 'input> Survey<'a, 'input> {
    /// What an element at this level becomes, if that is within reason.
    fn extent(&mut self, node: Node<'a, 'input>, level: u32) -> Option<Extent> {
        // Whatever refers to itself ends here.
        if level > MOST_LEVELS {
            return None;
        }
        if let Some(known) = self.known.get(&node.id()) {
            return (level + known.levels <= MOST_LEVELS).then_some(*known);
        }
        let mut all = Extent {
            elements: 1,
            levels: 0,
        };
        for child in node.children().filter(Node::is_element) {
            self.include(&mut all, child, level, 1)?;
        }
        for address in values(node, "href") {
            self.include_all(&mut all, address.trim().strip_prefix('#'), level, 1)?;
        }
        // Paints are inherited: each element inside may draw its own.
        let inside = all.elements;
        for target in self.painted_with(node) {
            self.include_all(&mut all, Some(target), level, inside)?;
        }
        self.known.insert(node.id(), all);
        Some(all)
    }

    /// Adds what the elements of an id become, so many times.
    fn include_all(&mut self, all: &mut Extent, id: Option<&'a str>, level: u32, times: u64) -> Option<()> {
        let targets = id.and_then(|id| self.by_id.get(id)).cloned();
        targets
            .into_iter()
            .flatten()
            .try_for_each(|target| self.include(all, target, level, times))
    }

    /// Adds what another element becomes, so many times.
    fn include(&mut self, all: &mut Extent, node: Node<'a, 'input>, level: u32, times: u64) -> Option<()> {
        let one = self.extent(node, level + 1)?;
        all.elements = all.elements.saturating_add(one.elements.saturating_mul(times));
        all.levels = all.levels.max(one.levels + 1);
        (all.elements <= MOST_ELEMENTS).then_some(())
    }

    /// The ids in `url(#id)`, in its attributes and in the rules that may apply to it.
    fn painted_with(&self, node: Node<'a, 'input>) -> Vec<&'a str> {
        let classes: Vec<_> = values(node, "class").flat_map(str::split_whitespace).collect();
        let applies = |rule: &&Rule<'a>| rule.class.is_none_or(|class| classes.contains(&class));
        let rules = self.rules.iter().filter(applies).map(|rule| rule.target);
        node.attributes()
            .flat_map(|attribute| targets(attribute.value()))
            .chain(rules)
            .collect()
    }
}

/// The values of an attribute, in whichever namespace.
fn values<'a>(node: Node<'a, '_>, name: &str) -> impl Iterator<Item = &'a str> {
    node.attributes()
        .filter(move |attribute| attribute.name() == name)
        .map(|attribute| attribute.value())
}

/// The rules of a style sheet that refer to something. None if a selector is more than a class, an id or a name:
/// drawing programs write no others, and matching them may take any time.
fn parse(style: &str) -> Option<Vec<Rule<'_>>> {
    let mut rules = Vec::new();
    for rule in style.split('}').filter(|rule| !rule.trim().is_empty()) {
        let (selectors, body) = rule.split_once('{')?;
        for selector in selectors.split(',').map(str::trim) {
            let name = selector.trim_start_matches(['.', '#']);
            if !name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '*'))
            {
                return None;
            }
            let class = selector.strip_prefix('.');
            rules.extend(targets(body).map(|target| Rule { class, target }));
        }
    }
    Some(rules)
}

/// The ids in `url(#id)`.
fn targets(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|rest| {
        let address = rest.split(')').next()?;
        address
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''))
            .strip_prefix('#')
    })
}
