//! Files and folders need each other in one direction only, so that each can be read, moved and taken out by itself.

use super::rust;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The place of a file: its folders and its name.
pub(super) type Node = Vec<String>;

/// One file needs another one.
#[derive(Debug, Clone)]
pub(super) struct Arrow {
    pub(super) from: Node,
    pub(super) to: Node,
    pub(super) line: usize,
    pub(super) what: String,
}

#[test]
fn crates_have_no_circles_of_files_or_folders() {
    let mut found = String::new();
    for (name, read) in rust::crates() {
        found += &circles(&name, &read.arrows());
    }
    assert!(found.is_empty(), "{found}");
}

/// The circles of every folder, each shown by one import for every arrow; empty when there are none. In a folder stand its
/// files and its folders, each folder with all that is in it: a circle of files anywhere is one of these.
fn circles(name: &str, arrows: &[Arrow]) -> String {
    let mut folders: BTreeMap<&[String], BTreeMap<(&str, &str), &Arrow>> = BTreeMap::new();
    for arrow in arrows {
        let shared = arrow
            .from
            .iter()
            .zip(&arrow.to)
            .take_while(|(from, to)| from == to)
            .count();
        // The file of a folder itself (`mod.rs`, `lib.rs`) has no name in it.
        let from = arrow.from.get(shared).map_or("", String::as_str);
        let to = arrow.to.get(shared).map_or("", String::as_str);
        folders
            .entry(&arrow.from[..shared])
            .or_default()
            .entry((from, to))
            .or_insert(arrow);
    }
    let mut text = String::new();
    for (folder, edges) in folders {
        for knot in knots(&edges.keys().copied().collect()) {
            writeln!(
                text,
                "{name}/{}: {}",
                folder.join("/"),
                knot.iter().copied().collect::<Vec<_>>().join(", ")
            )
            .unwrap();
            for ((from, to), arrow) in &edges {
                if knot.contains(from) && knot.contains(to) {
                    let file = arrow.from.join("/");
                    writeln!(text, "    {from} → {to}   {file}:{} {}", arrow.line, arrow.what).unwrap();
                }
            }
        }
    }
    text
}

/// The sets of nodes each of which can be reached from each other one of its set.
fn knots<'a>(edges: &BTreeSet<(&'a str, &'a str)>) -> Vec<BTreeSet<&'a str>> {
    let reach = |from: &'a str| {
        let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(node) = next.pop() {
            let onward = edges.iter().filter(|(a, _)| *a == node).map(|(_, b)| *b);
            next.extend(onward.filter(|b| reached.insert(*b)));
        }
        reached
    };
    let nodes: BTreeSet<_> = edges.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let reached: BTreeMap<_, _> = nodes.iter().map(|node| (*node, reach(node))).collect();
    let knots: BTreeSet<BTreeSet<_>> = nodes
        .iter()
        .filter(|node| reached[*node].contains(*node))
        .map(|node| {
            let both = |other: &&str| reached[*other].contains(*node);
            reached[*node].iter().copied().filter(both).collect()
        })
        .collect();
    knots.into_iter().collect()
}

#[test]
fn a_circle_of_folders_is_found_although_no_files_make_one() {
    let arrow = |from: &str, to: &str| Arrow {
        from: from.split('/').map(str::to_owned).collect(),
        to: to.split('/').map(str::to_owned).collect(),
        line: 7,
        what: to.to_owned(),
    };
    let straight = [arrow("a/x", "b/y"), arrow("b/y", "c"), arrow("a/x", "a/z")];
    assert_eq!(circles("c", &straight), "");
    let bent = [arrow("a/x", "b/y"), arrow("b/z", "a/z"), arrow("a/x", "a/z")];
    assert_eq!(
        circles("c", &bent),
        "c/: a, b\n    a → b   a/x:7 b/y\n    b → a   b/z:7 a/z\n"
    );
}
