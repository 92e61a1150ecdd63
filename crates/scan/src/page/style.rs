use super::{colour::Colour, menus};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The style of all pages.
pub(super) static STYLE: LazyLock<String> = LazyLock::new(|| {
    let parts = [
        include_str!("style/frame.css"),
        include_str!("style/verdict.css"),
        include_str!("style/facts.css"),
        include_str!("style/menus.css"),
        // The console imports this file too: what its editor shows is what the page shows.
        include_str!("style/rich.css"),
    ];
    parts.map(packed).concat() + &menus::style()
});

/// A style sheet without line breaks, indentation and lines that are comments.
fn packed(css: &str) -> String {
    css.lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("/*"))
        .collect()
}

static STYLE_HASH: LazyLock<String> = LazyLock::new(|| hash(&STYLE));

/// The colours of one page, in a style element of its own.
pub(super) fn theme(colour: Option<&str>) -> String {
    Colour::parse(colour).style()
}

/// What a page may do: show its own pictures and videos in its own style, and nothing else.
pub(super) fn policy(theme: &str) -> String {
    format!(
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'sha256-{}' 'sha256-{}'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'self'",
        *STYLE_HASH,
        hash(theme)
    )
}

fn hash(style: &str) -> String {
    STANDARD.encode(Sha256::digest(style))
}
