//! How large a drawing becomes when its references are followed, before they are.
//!
//! Masks, patterns and uses are expanded as often as they are referred to, so a short file may become larger than
//! memory: twelve masks that each use twelve masks, and so on. Sums over the document tell before anything is built.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node, NodeId};

/// How many elements a drawing may become.
const MOST_ELEMENTS: u64 = 100_000;
/// How deep elements may be nested, also by reference.
const MOST_LEVELS: u32 = 40;

/// Whether the drawing stays within reason; also false if it refers to itself.
pub(super) fn are_bounded(document: &Document<'_>) -> bool {
    // A marker is repeated for every point of a line, which nobody counts here.
    let mut elements = document.descendants();
    if elements.any(|node| node.tag_name().name() == "marker") {
        return false;
    }
    let mut survey = Survey {
        by_id: document
            .descendants()
            .filter_map(|node| Some((node.attribute("id")?, node)))
            .collect(),
        rules: document
            .descendants()
            .filter(|node| node.tag_name().name() == "style")
            .flat_map(rules)
            .collect(),
        known: HashMap::new(),
    };
    survey.extent(document.root_element(), 0).is_some()
}

/// What an element becomes.
#[derive(Clone, Copy)]
struct Extent {
    elements: u64,
    levels: u32,
}

/// What a style sheet refers to for elements of these classes, or for all.
struct Rule<'a> {
    classes: Vec<&'a str>,
    targets: Vec<&'a str>,
}

struct Survey<'a, 'input> {
    by_id: HashMap<&'a str, Node<'a, 'input>>,
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
        for target in node.attributes().filter(|attribute| attribute.name() == "href") {
            if let Some(target) = target
                .value()
                .trim()
                .strip_prefix('#')
                .and_then(|id| self.by_id.get(id))
            {
                self.include(&mut all, *target, level, 1)?;
            }
        }
        // Paints are inherited: each element inside may draw its own.
        let inside = all.elements;
        for id in self.painted_with(node) {
            if let Some(target) = self.by_id.get(id) {
                self.include(&mut all, *target, level, inside)?;
            }
        }
        self.known.insert(node.id(), all);
        Some(all)
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
        let classes: Vec<&str> = node
            .attribute("class")
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let applies = |rule: &&Rule<'a>| {
            rule.classes.is_empty() || rule.classes.iter().any(|class| classes.contains(class))
        };
        let rules = self
            .rules
            .iter()
            .filter(applies)
            .flat_map(|rule| rule.targets.iter().copied());
        node.attributes()
            .flat_map(|attribute| targets(attribute.value()))
            .chain(rules)
            .collect()
    }
}

/// The rules of a style sheet that refer to something. What is not understood applies to all elements.
fn rules<'a>(style: Node<'a, '_>) -> Vec<Rule<'a>> {
    let mut rules = Vec::new();
    for rule in style.text().unwrap_or_default().split('}') {
        let (selectors, body) = rule.rsplit_once('{').unwrap_or(("", rule));
        let targets: Vec<_> = targets(body).collect();
        let simple = selectors
            .split(',')
            .map(|selector| selector.trim().strip_prefix('.'));
        let is_name = |name: &&str| {
            name.chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        };
        let classes: Option<Vec<_>> = simple.map(|class| class.filter(is_name)).collect();
        if !targets.is_empty() {
            rules.push(Rule {
                classes: classes.unwrap_or_default(),
                targets,
            });
        }
    }
    rules
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
