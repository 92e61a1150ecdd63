//! Every notice text is sent by somebody.

use super::files::{ROOT, below};
use std::{fs, path::Path};

/// The texts a file declares, as their code names them: `Enum::Variant`.
fn declared(text: &str) -> Vec<String> {
    let mut found = vec![];
    for part in text.split("\nnotify::notices! {").skip(1) {
        let Some((_, rest)) = part.split_once("pub enum ") else {
            continue;
        };
        let name = rest.split(' ').next().unwrap_or_default();
        let body = rest.split("\n}\n").next().unwrap_or_default();
        let lines = body.lines().filter(|l| l.contains("} = \""));
        found.extend(lines.filter_map(|l| Some(format!("{name}::{}", l.trim().split(' ').next()?))));
    }
    found
}

#[test]
fn every_notice_text_is_sent() {
    let files = below(&Path::new(ROOT).join("crates"), &["rs"]);
    let texts: Vec<String> = files
        .iter()
        .filter(|path| path.components().any(|c| c.as_os_str() == "src"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let all: Vec<String> = texts.iter().flat_map(|text| declared(text)).collect();
    assert!(
        all.len() >= 20 && all.contains(&"ProductNotice::ReportExpiring".to_owned()),
        "{all:?}"
    );
    // What tests say is no sending.
    let sent: Vec<&str> = texts
        .iter()
        .map(|t| t.split("#[cfg(test)]").next().unwrap_or_default())
        .collect();
    let silent: Vec<_> = all
        .iter()
        .filter(|name| !sent.iter().any(|t| t.contains(name.as_str())))
        .collect();
    assert!(silent.is_empty(), "nothing sends {silent:?}");
    let made_up = "\nnotify::notices! {\n    /// X.\n    pub enum N to enterprises {\n        A { b: String } = \"a\" in K by [],\n    }\n}\n";
    assert_eq!(declared(made_up), ["N::A"]);
}
