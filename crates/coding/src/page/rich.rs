//! The sanitiser of rich text (R22). It is the authority: what the editor promises is not believed. The list is the
//! one of `frontend/src/ui/rich/contract.ts`; a test compares them.

use super::removed::{Removed, removed_by};
use ammonia::{Builder, UrlRelative};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::LazyLock,
};
use web::{HttpsLink, upload::FileId};

/// What rich text may consist of, and the attributes of each; classes are in [`CLASSES`].
pub(super) const ELEMENTS: &[(&str, &[&str])] = &[
    ("h2", &["class"]),
    ("h3", &["class"]),
    ("h4", &["class"]),
    ("p", &["class"]),
    ("br", &[]),
    ("hr", &[]),
    ("blockquote", &[]),
    ("ul", &[]),
    ("ol", &["start"]),
    ("li", &[]),
    ("strong", &[]),
    ("em", &[]),
    ("u", &[]),
    ("s", &[]),
    ("span", &["class"]),
    ("a", &["href", "rel"]),
    ("img", &["src", "alt", "width", "height"]),
    ("video", &["src", "poster", "controls"]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["colspan", "rowspan"]),
    ("td", &["colspan", "rowspan"]),
];

const ALIGNMENTS: &[&str] = &["a-center", "a-right", "a-justify"];
const COLOURS: &[&str] = &[
    "c-red", "c-orange", "c-green", "c-blue", "c-purple", "c-grey", "m-red", "m-yellow", "m-green", "m-blue",
];

/// Looks are classes, as the page allows no inline styles.
pub(super) const CLASSES: &[(&str, &[&str])] = &[
    ("p", ALIGNMENTS),
    ("h2", ALIGNMENTS),
    ("h3", ALIGNMENTS),
    ("h4", ALIGNMENTS),
    ("span", COLOURS),
];

/// What is taken out together with everything in it.
pub(super) const DROPPED: &[&str] = &[
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "head", "title",
    "textarea", "select",
];

/// What every link of rich text says of where it leads.
pub(super) const LINK_REL: &str = "noopener noreferrer nofollow";

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
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

/// The value an attribute keeps, none when it may not stay.
pub(super) fn attribute<'a>(element: &str, name: &str, value: &'a str) -> Option<Cow<'a, str>> {
    match (element, name) {
        ("a", "href") => {
            let link = value.trim().parse::<HttpsLink>().ok()?;
            Some(link.as_str().to_owned().into())
        }
        (_, "src" | "poster") => file(value).map(|_| value.into()),
        (_, "width" | "height" | "start" | "colspan" | "rowspan") => is_number(value).then(|| value.into()),
        (_, "alt") => Some(value.into()),
        ("video", "controls") => Some("".into()),
        // Classes are compared with their own list.
        (_, "class") => Some(value.into()),
        _ => None,
    }
}

/// The file an address of ours names: `/files/{id}` and nothing else.
pub(super) fn file(address: &str) -> Option<FileId> {
    address.strip_prefix("/files/")?.parse().ok()
}

/// Of one to four digits, so that no layout is torn.
fn is_number(value: &str) -> bool {
    (1..=4).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit()) && !value.starts_with('0')
}

/// Rich text without anything that is not on the list, and what was taken out.
#[must_use]
pub fn sanitise(html: &str) -> (String, Vec<Removed>) {
    (shown(html), removed_by(html))
}

/// Rich text as it may be shown; done again whenever it is read, so that what came in some other way is clean too.
#[must_use]
pub fn shown(html: &str) -> String {
    without_hollow(&SANITISER.clean(html).to_string())
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

/// Where the tag that begins here ends, quotes respected.
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

/// Whether a reader would see nothing.
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
