//! The outline of rich text: its allowed tags and its words, well nested and bounded, read in one pass without a tree. A parser builds
//! trees whose cost grows with the square of their depth, or that are far larger than their text; of an outline it cannot.

use super::{
    allowed::{DROPPED, ELEMENTS, LINK_REL, attribute},
    dense::is_dense,
    removed::{MOST, Removed, strange_parts},
};
use html5ever::{
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, states::RawKind},
};
use std::{cell::RefCell, collections::BTreeSet};

/// Bytes of rich text in one menu; pictures and videos are files and do not count.
pub const RICH_BYTES: usize = 100_000;

/// How deeply elements may nest.
pub const DEPTH: usize = 32;

/// How many elements and comments rich text may have.
pub const NODES: usize = 5_000;

/// Why rich text costs more than it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    /// More than [`DEPTH`] levels.
    Depth,
    /// More than [`NODES`] elements.
    Nodes,
    /// Too many attributes in one tag.
    Attributes,
    /// More bytes than are kept of it, once its signs are written as HTML has them.
    Bytes,
}

/// What one pass finds.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Allowed tags and words; what is in excess is not in it.
    pub(super) html: String,
    /// What is not allowed, in order.
    pub(super) removed: Vec<Removed>,
    /// The first excess.
    pub(super) excess: Option<Excess>,
}

/// How much is kept of what an older row holds; what comes in is refused long before.
const KEPT: usize = 2 * RICH_BYTES;

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// What ends a paragraph by beginning.
const BLOCKS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "table",
    "blockquote",
    "hr",
    "div",
    "section",
    "article",
    "address",
    "pre",
    "center",
    "dl",
    "dd",
    "dt",
    "form",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "figure",
    "figcaption",
    "details",
    "summary",
    "fieldset",
    "menu",
    "li",
];

/// What is in a cell neither ends nor is ended by what is outside.
const CELLS: &[&str] = &["table", "td", "th", "caption"];

/// Reads rich text once. The cost is linear in its length whatever it is.
pub(super) fn outline(html: &str) -> Outline {
    if is_dense(html) {
        return Outline {
            excess: Some(Excess::Attributes),
            ..Outline::default()
        };
    }
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Reader::default(), Default::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut read = tokenizer.sink.0.into_inner();
    read.close_to(0);
    Outline {
        html: read.html,
        removed: read.removed.into_iter().take(MOST).collect(),
        excess: read.excess,
    }
}

#[derive(Default)]
struct Reader(RefCell<Reading>);

#[derive(Default)]
struct Reading {
    html: String,
    removed: BTreeSet<Removed>,
    excess: Option<Excess>,
    /// The open elements, and whether each is written.
    open: Vec<(String, bool)>,
    nodes: usize,
    /// The element that is left out with all that is in it, and how often it is open.
    skipped: Option<(String, usize)>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut read = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => read.end(&tag.name),
            Token::TagToken(tag) => {
                read.start(&tag);
                // What these hold is no markup; the tree builder, which is not here, would say so.
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "iframe" | "noembed" | "noframes" | "xmp" => {
                        TokenSinkResult::RawData(RawKind::Rawtext)
                    }
                    "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::CharacterTokens(text) if read.skipped.is_none() => read.words(&text),
            Token::CommentToken(_) => {
                read.count();
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reading {
    /// Counts a node; false for one too many.
    fn count(&mut self) -> bool {
        self.nodes += 1;
        let fits = self.nodes <= NODES;
        if !fits {
            self.excess.get_or_insert(Excess::Nodes);
        }
        fits
    }

    fn words(&mut self, text: &str) {
        let room = KEPT.saturating_sub(self.html.len());
        if escape(text, false, room, &mut self.html) {
            self.excess.get_or_insert(Excess::Bytes);
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        if self.removed.len() < 4 * MOST {
            strange_parts(tag, &mut self.removed);
        }
        if !self.count() || self.html.len() > KEPT {
            return;
        }
        let is_void = VOID.contains(&name);
        let is_drawing = matches!(name, "svg" | "math");
        if let Some((skipped, times)) = &mut self.skipped {
            *times += usize::from(skipped == name && !(is_drawing && tag.self_closing));
            return;
        }
        // A document's head holds no content, and its own rules drop what is in it.
        if DROPPED.contains(&name) && name != "head" {
            let is_closed = is_void || (is_drawing && tag.self_closing);
            if !is_closed {
                self.skipped = Some((name.to_owned(), 1));
            }
            return;
        }
        self.end_before(name);
        let allowed = ELEMENTS.iter().find(|(known, _)| *known == name);
        if !is_void && self.open.len() >= DEPTH {
            self.excess.get_or_insert(Excess::Depth);
            return;
        }
        if let Some((_, attributes)) = allowed {
            write_tag(tag, attributes, &mut self.html);
        }
        if !is_void {
            self.open.push((name.to_owned(), allowed.is_some()));
        }
    }

    /// Ends what the beginning of this element ends.
    fn end_before(&mut self, name: &str) {
        match name {
            "li" => self.end_inner(&["li"], &["ul", "ol", "table", "td", "th"]),
            "dd" | "dt" => self.end_inner(&["dd", "dt"], &["dl", "table", "td", "th"]),
            "td" | "th" => self.end_inner(&["td", "th"], &["table"]),
            "tr" => self.end_inner(&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => self.end_inner(&["thead", "tbody", "tfoot"], &["table"]),
            "a" => self.end_inner(&["a"], CELLS),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end_inner(&["p"], CELLS);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((skipped, times)) = &mut self.skipped {
            if skipped == name {
                *times -= 1;
                if *times == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        let within: &[&str] = match name {
            "table" => &[],
            "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" => &["table"],
            _ => CELLS,
        };
        self.end_inner(&[name], within);
    }

    /// Ends the innermost of these that is open, and what is in it, unless a border lies between.
    fn end_inner(&mut self, names: &[&str], borders: &[&str]) {
        let inner = self
            .open
            .iter()
            .rposition(|(open, _)| names.contains(&open.as_str()) || borders.contains(&open.as_str()));
        if let Some(at) = inner
            && self
                .open
                .get(at)
                .is_some_and(|(open, _)| names.contains(&open.as_str()))
        {
            self.close_to(at);
        }
    }

    /// Closes what is open from this level on.
    fn close_to(&mut self, level: usize) {
        while self.open.len() > level {
            if let Some((name, true)) = self.open.pop() {
                self.html.push_str(&format!("</{name}>"));
            }
        }
    }
}

/// Writes an allowed element with those of its attributes that may stay.
fn write_tag(tag: &Tag, attributes: &[&str], html: &mut String) {
    html.push('<');
    html.push_str(&tag.name);
    for a in &tag.attrs {
        let name: &str = &a.name.local;
        if name == "rel" || !attributes.contains(&name) {
            continue;
        }
        if let Some(value) = attribute(&tag.name, name, &a.value) {
            html.push_str(&format!(" {name}=\""));
            escape(&value, true, usize::MAX, html);
            html.push('"');
        }
    }
    if attributes.contains(&"rel") {
        html.push_str(&format!(" rel=\"{LINK_REL}\""));
    }
    html.push('>');
}

/// Writes text as HTML has it; true when there was not room for all of it.
fn escape(text: &str, quoted: bool, room: usize, html: &mut String) -> bool {
    let end = html.len().saturating_add(room);
    for c in text.chars() {
        if html.len() >= end {
            return true;
        }
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' if quoted => html.push_str("&quot;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            c => html.push(c),
        }
    }
    false
}
