//! What one Rust file says of others: its `use` lines, the names it hands on, and every other path in it.

use super::tokens::{Token, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// A path as it is written, from the module it is written in.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
}

/// A file, which is a module with all modules written into it.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// Names that stand for something elsewhere: of `use` lines.
    pub(super) names: BTreeMap<String, Vec<String>>,
    /// Modules all of whose names are handed on: `pub use x::*`.
    pub(super) globs: Vec<Vec<String>>,
    /// What it uses. A name that is only handed on is not used.
    pub(super) uses: Vec<Written>,
    /// Macros that stand at the root of the crate, wherever they are written.
    pub(super) exported: BTreeSet<String>,
}

impl Module {
    /// Reads a file that is the module `place` of its crate.
    pub(super) fn read(source: &str, place: &[String]) -> Self {
        let tokens = tokens(source);
        let mut reader = Reader {
            tokens: &tokens,
            at: 0,
            place: place.to_vec(),
            inner: vec![],
            depth: 0,
            module: Self::default(),
        };
        reader.read();
        reader.module
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    place: Vec<String>,
    /// The modules written into the file that are open here, with the depth of their braces.
    inner: Vec<(String, usize)>,
    depth: usize,
    module: Module,
}

impl Reader<'_> {
    fn text(&self, ahead: usize) -> &str {
        self.tokens.get(self.at + ahead).map_or("", |t| t.text.as_str())
    }

    fn read(&mut self) {
        while self.at < self.tokens.len() {
            match self.text(0) {
                "{" => {
                    self.depth += 1;
                    self.at += 1;
                }
                "}" => {
                    if self.inner.last().is_some_and(|(_, depth)| *depth == self.depth) {
                        self.inner.pop();
                    }
                    self.depth = self.depth.saturating_sub(1);
                    self.at += 1;
                }
                "mod" if self.text(2) == "{" => {
                    self.depth += 1;
                    self.inner.push((self.text(1).to_owned(), self.depth));
                    self.at += 3;
                }
                "use" => self.use_line(),
                // `pub(in crate::a)` says who may look, and uses nothing.
                "in" if self.text(1) == "crate" && self.at > 1 && self.tokens[self.at - 2].text == "pub" => {
                    while self.text(0) != ")" {
                        self.at += 1;
                    }
                }
                "macro_rules" if self.text(1) == "!" => {
                    if self.at >= 3 && self.tokens[self.at - 2].text == "macro_export" {
                        self.module.exported.insert(self.text(2).to_owned());
                    }
                    self.at += 3;
                }
                _ => self.path(),
            }
        }
    }

    fn use_line(&mut self) {
        let public = self.at > 0 && matches!(self.tokens[self.at - 1].text.as_str(), "pub" | ")");
        let line = self.tokens[self.at].line;
        self.at += 1;
        let mut found = vec![];
        self.tree(&mut vec![], &mut found);
        for (mut segments, name) in found {
            // A name that ends in `self` is the module before it.
            if segments.last().is_some_and(|s| s == "self") && segments.len() > 1 {
                segments.pop();
            }
            let segments = self.absolute(segments);
            match name.as_deref() {
                Some("*") => self.module.globs.push(segments.clone()),
                Some("_") => {}
                Some(name) => {
                    self.module.names.insert(name.to_owned(), segments.clone());
                }
                None => {
                    let last = segments.last().cloned().unwrap_or_default();
                    self.module.names.insert(last, segments.clone());
                }
            }
            if !public {
                self.module.uses.push(Written { segments, line });
            }
        }
    }

    /// Reads `a::{b, c as d, e::*}`: each path, and the name it gets here when that is not its last.
    fn tree(&mut self, before: &mut Vec<String>, found: &mut Vec<(Vec<String>, Option<String>)>) {
        let own = before.len();
        loop {
            match self.text(0) {
                "::" => self.at += 1,
                "{" => {
                    self.at += 1;
                    while self.text(0) != "}" && self.at < self.tokens.len() {
                        self.tree(before, found);
                    }
                    self.at += 1;
                    break;
                }
                "*" => {
                    found.push((before.clone(), Some("*".to_owned())));
                    self.at += 1;
                    break;
                }
                "as" => {
                    found.push((before.clone(), Some(self.text(1).to_owned())));
                    self.at += 2;
                    break;
                }
                "," | ";" | "}" | "" => {
                    if before.len() > own {
                        found.push((before.clone(), None));
                    }
                    break;
                }
                word => {
                    before.push(word.to_owned());
                    self.at += 1;
                }
            }
        }
        before.truncate(own);
        if matches!(self.text(0), "," | ";") {
            self.at += 1;
        }
    }

    fn path(&mut self) {
        let first = self.at;
        let is_word = |t: &str| t.starts_with(|c: char| c.is_alphabetic() || c == '_');
        let mut segments = vec![];
        while is_word(self.text(0)) {
            segments.push(self.text(0).to_owned());
            self.at += 1;
            if self.text(0) != "::" || !is_word(self.text(1)) {
                break;
            }
            self.at += 1;
        }
        if segments.len() > 1 {
            let line = self.tokens[first].line;
            let segments = self.absolute(segments);
            self.module.uses.push(Written { segments, line });
        }
        self.at = self.at.max(first + 1);
    }

    /// The path from the root of the crate (`crate`, …) when it says that it is one; else as it is, from this module.
    fn absolute(&self, segments: Vec<String>) -> Vec<String> {
        let mut here = self.place.clone();
        here.extend(self.inner.iter().map(|(name, _)| name.clone()));
        let mut rest = segments.as_slice();
        match rest.first().map(String::as_str) {
            Some("crate") => return segments,
            Some("self") => rest = &rest[1..],
            Some("super") => {
                while rest.first().is_some_and(|s| s == "super") {
                    here.pop();
                    rest = &rest[1..];
                }
            }
            _ => return segments,
        }
        let mut path = vec!["crate".to_owned()];
        path.extend(here);
        path.extend(rest.iter().cloned());
        path
    }
}
