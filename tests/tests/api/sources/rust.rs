//! Which file of a crate needs which other one.

use super::{
    circles::{Arrow, Node},
    files::{self, ROOT},
    module::Module,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A crate as the files it is made of, by their place in it.
pub(super) struct Crate {
    modules: BTreeMap<Node, Module>,
    exported: BTreeMap<String, Node>,
}

/// Every crate of the folder `crates`.
pub(super) fn crates() -> Vec<(String, Crate)> {
    let mut names: Vec<_> = fs::read_dir(Path::new(ROOT).join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let source = Path::new(ROOT).join("crates").join(&name).join("src");
            (name, Crate::read(&source))
        })
        .collect()
}

impl Crate {
    /// Reads all files below a folder `src`.
    pub(super) fn read(source: &Path) -> Self {
        let files = files::below(source, &["rs"]);
        Self::of(files.iter().map(|path| {
            let text = fs::read_to_string(path).unwrap();
            (place(path.strip_prefix(source).unwrap()), text)
        }))
    }

    /// Made of texts and their places.
    pub(super) fn of(files: impl Iterator<Item = (Node, String)>) -> Self {
        let modules: BTreeMap<_, _> = files
            .map(|(place, text)| {
                let module = Module::read(&text, &place);
                (place, module)
            })
            .collect();
        let exported = modules
            .iter()
            .flat_map(|(place, m)| m.exported.iter().map(|name| (name.clone(), place.clone())))
            .collect();
        Self { modules, exported }
    }

    /// Every use of one file by another.
    pub(super) fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = vec![];
        for (from, module) in &self.modules {
            for written in &module.uses {
                let to = self.file_of(from, &written.segments, &mut BTreeSet::new());
                if let Some(to) = to.filter(|to| to != from) {
                    arrows.push(Arrow {
                        from: from.clone(),
                        to,
                        line: written.line,
                        what: written.segments.join("::"),
                    });
                }
            }
        }
        arrows
    }

    /// The file in which the thing is written that a path means in the module `at`; none when it is of another crate.
    fn file_of(
        &self,
        at: &Node,
        segments: &[String],
        seen: &mut BTreeSet<(Node, Vec<String>)>,
    ) -> Option<Node> {
        if !seen.insert((at.clone(), segments.to_vec())) {
            return None;
        }
        let (first, rest) = segments.split_first()?;
        if first == "crate" {
            return self.walk(&vec![], rest, seen);
        }
        let module = self.modules.get(at)?;
        // `use diesel::diesel` is a name of another crate, and not of itself.
        if let Some(full) = module.names.get(first).filter(|full| full.first() != Some(first)) {
            let full: Vec<_> = full.iter().chain(rest).cloned().collect();
            return self.file_of(at, &full, seen);
        }
        let mut child = at.clone();
        child.push(first.clone());
        self.modules
            .contains_key(&child)
            .then(|| self.walk(&child, rest, seen))
            .flatten()
    }

    /// Goes from module to module along a path, and on from names that are only handed on.
    fn walk(
        &self,
        from: &Node,
        segments: &[String],
        seen: &mut BTreeSet<(Node, Vec<String>)>,
    ) -> Option<Node> {
        let Some((first, rest)) = segments.split_first() else {
            return Some(from.clone());
        };
        let mut child = from.clone();
        child.push(first.clone());
        if self.modules.contains_key(&child) {
            return self.walk(&child, rest, seen);
        }
        if from.is_empty() && self.exported.contains_key(first) {
            return self.exported.get(first).cloned();
        }
        let module = self.modules.get(from)?;
        if module.names.contains_key(first) {
            return self.file_of(from, segments, seen).or_else(|| Some(from.clone()));
        }
        let handed_on = module.globs.iter().find_map(|glob| {
            let full: Vec<_> = glob.iter().chain(segments).cloned().collect();
            self.file_of(from, &full, seen)
        });
        Some(handed_on.unwrap_or_else(|| from.clone()))
    }
}

/// `product/life/mod.rs` and `product/life.rs` are `product, life`; `lib.rs` and `main.rs` are the root.
fn place(path: &Path) -> Node {
    let mut place: PathBuf = path.with_extension("");
    if matches!(
        place.file_name().and_then(|n| n.to_str()),
        Some("mod" | "lib" | "main")
    ) {
        place.pop();
    }
    place
        .iter()
        .map(|part| part.to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_name_that_is_handed_on_belongs_to_its_file() {
    let files = [
        (
            "",
            "pub mod a; mod b; pub use a::Thing; #[macro_export] macro_rules! m { () => {} }",
        ),
        (
            "a",
            "mod store; mod model; pub use model::*; pub use store::find;",
        ),
        (
            "a/store",
            "use super::model::Thing; fn find() -> crate::b::Other { super::Thing }",
        ),
        ("a/model", "pub struct Thing;"),
        (
            "b",
            "use crate::{Thing, a::{self, find as search}}; use std::fmt; fn f() { a::find(); crate::m!() }",
        ),
    ];
    let node = |place: &str| -> Node {
        place
            .split('/')
            .filter(|p| !p.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let read = Crate::of(
        files
            .iter()
            .map(|(place, text)| (node(place), (*text).to_owned())),
    );
    let arrows: BTreeSet<_> = read
        .arrows()
        .into_iter()
        .map(|a| format!("{} {}", a.from.join("/"), a.to.join("/")))
        .collect();
    let expected = [
        "a/store a/model",
        "a/store b",
        "b ",
        "b a",
        "b a/model",
        "b a/store",
    ];
    assert_eq!(arrows.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}
