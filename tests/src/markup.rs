//! A page as a browser reads it, judged by what could run or leave.

use html5ever::{
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer},
};
use std::cell::RefCell;

/// What the pages behind codes are made of.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "nav",
    "section",
    "details",
    "summary",
    "footer",
    "div",
    "span",
    "p",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "dl",
    "dt",
    "dd",
    "ul",
    "ol",
    "li",
    "b",
    "strong",
    "em",
    "u",
    "s",
    "small",
    "br",
    "hr",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
    "video",
    "svg",
    "path",
    "circle",
    "rect",
];

const ATTRIBUTES: &[&str] = &[
    "lang",
    "charset",
    "name",
    "content",
    "class",
    "id",
    "href",
    "rel",
    "src",
    "alt",
    "width",
    "height",
    "role",
    "tabindex",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "loading",
    "sizes",
    "srcset",
    "decoding",
    "fetchpriority",
    "controls",
    "playsinline",
    "preload",
    "poster",
    "viewbox",
    "focusable",
    "d",
    "cx",
    "cy",
    "r",
    "x",
    "y",
    "rx",
    "colspan",
    "rowspan",
    "title",
    "start",
];

/// Everything in a page that could run, or fetch from elsewhere; none is right.
pub fn faults(page: &str) -> Vec<String> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page));
    let tokenizer = Tokenizer::new(Judge::default(), Default::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Judge(RefCell<Vec<String>>);

impl TokenSink for Judge {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.judge(&tag),
            Token::CommentToken(text) => self.0.borrow_mut().push(format!("comment {text}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Judge {
    fn judge(&self, tag: &Tag) {
        let mut found = self.0.borrow_mut();
        let element: &str = &tag.name;
        if !ELEMENTS.contains(&element) {
            found.push(format!("<{element}>"));
        }
        for a in &tag.attrs {
            let (name, value): (&str, &str) = (&a.name.local, &a.value);
            if !ATTRIBUTES.contains(&name.to_ascii_lowercase().as_str()) {
                found.push(format!("<{element} {name}>"));
            }
            if matches!(name, "href" | "src" | "poster") && !is_ours(value) {
                found.push(format!("<{element} {name}={value}>"));
            }
        }
    }
}

/// A place on this server, on this page, or a telephone.
fn is_ours(address: &str) -> bool {
    let path = address.starts_with('/') && !address.starts_with("//") && !address.contains('\\');
    path || address.starts_with('#') || address.starts_with("?lang=") || address.starts_with("tel:")
}

/// The attempts of `data/xss.txt`.
pub fn attempts() -> Vec<String> {
    let written = include_str!("../data/xss.txt");
    let lines = written.lines().filter(|l| !l.starts_with("# "));
    let escapes = [
        ("\\t", "\t"),
        ("\\n", "\n"),
        ("\\0", "\0"),
        ("\\x0b", "\u{b}"),
        ("\\x00", "\0"),
        ("\\x3c", "<"),
    ];
    lines
        .map(|l| {
            escapes
                .iter()
                .fold(l.to_owned(), |text, (from, to)| text.replace(from, to))
        })
        .collect()
}
