//! What rich text may consist of: the contract with the editor, word for word the one of
//! `frontend/src/ui/rich/contract.ts`.

use std::borrow::Cow;
use web::{HttpsLink, upload::FileId};

/// Allowed elements of rich text with the attributes of each; classes are in [`CLASSES`].
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
    ("sub", &[]),
    ("sup", &[]),
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

/// Elements removed together with everything in them.
pub(super) const DROPPED: &[&str] = &[
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "head", "title",
    "textarea", "select",
];

/// The `rel` of every link in rich text.
pub(super) const LINK_REL: &str = "noopener noreferrer nofollow";

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
