//! The sanitiser of rich text. It is the authority: what the editor promises is not believed. The list is the
//! one of `frontend/src/ui/rich/contract.ts`; a test compares them.

use super::{
    allowed::{CLASSES, DROPPED, ELEMENTS, LINK_REL, attribute},
    outline::{Excess, outline},
    removed::Removed,
};
use ammonia::{Builder, UrlRelative};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

static SANITISED: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().map(|(name, _)| *name).collect())
        .clean_content_tags(DROPPED.iter().copied().collect())
        .tag_attributes(attributes())
        .allowed_classes(CLASSES.iter().map(|(name, c)| (*name, set(c))).collect())
        .set_tag_attribute_values(HashMap::from([("video", HashMap::from([("controls", "")]))]))
        .link_rel(Some(LINK_REL))
        .url_schemes(HashSet::from(["https"]))
        // The filter judges each address as a whole.
        .url_relative(UrlRelative::PassThrough)
        .strip_comments(true)
        .attribute_filter(attribute);
    builder
});

/// `class` and `rel` are set by rules of their own.
fn attributes() -> HashMap<&'static str, HashSet<&'static str>> {
    let own = |list: &'static [&'static str]| list.iter().copied().filter(|a| !matches!(*a, "class" | "rel"));
    ELEMENTS
        .iter()
        .map(|(name, list)| (*name, own(list).collect()))
        .collect()
}

fn set(list: &'static [&'static str]) -> HashSet<&'static str> {
    list.iter().copied().collect()
}

/// Counts the rules of the sanitiser: raised whenever it takes out more than before, so that what older ones let pass is sanitised
/// again where it is read.
pub const SANITISER: i64 = 1;

/// Rich text without anything that is not on the list, and what was taken out.
#[must_use]
pub fn sanitise(html: &str) -> (String, Vec<Removed>) {
    let read = outline(html);
    (cleaned(&read.html), read.removed)
}

/// Rich text as it may be shown. Of what is in excess the words stay, or nothing.
#[must_use]
pub fn shown(html: &str) -> String {
    cleaned(&outline(html).html)
}

/// What is to be judged of rich text before it is sanitised: whether it costs too much, whether anything would be seen, and the
/// bytes it will have.
pub(super) fn judge(html: &str) -> (Option<Excess>, bool, usize) {
    let read = outline(html);
    let left = without_hollow(&read.html);
    (read.excess, is_blank(&left), left.len())
}

/// The list is applied to an outline, which nests and counts as it may.
fn cleaned(outline: &str) -> String {
    without_hollow(&SANITISED.clean(outline).to_string())
}

/// Pictures and videos that lost their address are nothing. The text was just serialised, so `<` begins a tag wherever it
/// stands, and no attribute holds a bare `>` before its quote ends.
fn without_hollow(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<img").into_iter().chain(rest.find("<video")).min() {
        let (before, tag) = rest.split_at(at);
        kept.push_str(before);
        let end = end_of_tag(tag);
        let (tag, after) = tag.split_at(end);
        rest = after;
        match tag.contains(" src=\"/files/") {
            true => kept.push_str(tag),
            false => rest = rest.strip_prefix("</video>").unwrap_or(rest),
        }
    }
    kept.push_str(rest);
    kept
}

/// Finds the end of the tag that begins here, respecting quotes.
pub(super) fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (i, b) in tag.bytes().enumerate() {
        match b {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return i + 1,
            _ => {}
        }
    }
    tag.len()
}

/// True when the rich text shows nothing to a reader.
#[must_use]
pub fn is_blank(shown: &str) -> bool {
    let mut rest = shown;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        if is_ink(text)
            || ["<img", "<video", "<hr", "<table"]
                .iter()
                .any(|t| tag.starts_with(t))
        {
            return false;
        }
        rest = tag.split_at(end_of_tag(tag)).1;
    }
    !is_ink(rest)
}

fn is_ink(text: &str) -> bool {
    text.replace("&nbsp;", " ").chars().any(|c| !c.is_whitespace())
}
