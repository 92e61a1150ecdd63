//! What the maker added: menus, each with a content of its own (F077), and icons at the foot (F079).

use super::{glyph, rich::dressed, sheet::Sheet};
use facts::{AppFacts, MenuFacts, MenuKind, PageFacts};
use maud::{Markup, PreEscaped, html};

/// Menus up to this many bytes together come with the page; longer ones are pages of their own, so that a scan stays
/// quick.
const INLINE: usize = 16_000;

/// Which menus come with the page.
fn inline(menus: &[MenuFacts]) -> impl Fn(usize) -> bool {
    let mut room = INLINE;
    let fits: Vec<bool> = menus
        .iter()
        .map(|m| {
            let fits = m.kind != MenuKind::Link && m.content.len() <= room;
            room -= if fits { m.content.len() } else { 0 };
            fits
        })
        .collect();
    move |i| fits.get(i) == Some(&true)
}

/// The list of menus; `open` is the one whose page this is.
pub(super) fn list(page: &PageFacts, open: Option<usize>, sheet: &Sheet<'_>) -> Markup {
    let is_inline = inline(&page.menus);
    let here = |i: Option<usize>| (open == i).then_some("here");
    html! {
        @if !page.menus.is_empty() {
            nav.menus aria-label=(sheet.w.sections) {
                @if open.is_none() { a.here href="#facts" { (sheet.w.trace) } }
                @for (i, menu) in page.menus.iter().enumerate() {
                    @if menu.kind == MenuKind::Link {
                        a href=(sheet.leave(&menu.content)) rel="noopener noreferrer nofollow" { (menu.title) (glyph::away()) }
                    } @else if open.is_none() && is_inline(i) {
                        a href={ "#m" (i + 1) } { (menu.title) }
                    } @else {
                        a class=[here(Some(i))] href=(address(sheet.gtin, i)) { (menu.title) }
                    }
                }
            }
        }
    }
}

/// The contents that come with the page; the address shows one of them.
pub(super) fn panels(page: &PageFacts, sheet: &Sheet<'_>) -> Markup {
    let is_inline = inline(&page.menus);
    html! {
        @for (i, menu) in page.menus.iter().enumerate().filter(|(i, _)| is_inline(*i)) {
            section.panel.card id={ "m" (i + 1) } aria-label=(menu.title) {
                (content(menu, sheet))
                a.back href="#facts" { (sheet.w.back) (glyph::forth()) }
            }
        }
    }
}

/// One menu as a page of its own.
pub(super) fn panel(menu: &MenuFacts, sheet: &Sheet<'_>) -> Markup {
    html! { section.panel.open.card { (content(menu, sheet)) } }
}

fn content(menu: &MenuFacts, sheet: &Sheet<'_>) -> Markup {
    html! {
        h2 { (menu.title) }
        @if menu.kind == MenuKind::Rich {
            div.rich-content { (PreEscaped(dressed(&menu.content, sheet))) }
        } @else {
            div.plain { (menu.content) }
        }
    }
}

/// Where a menu of its own is.
pub(super) fn address(gtin: &str, index: usize) -> String {
    format!("/menus/{gtin}/{}", index + 1)
}

/// The rule that marks the menu the address shows: one selector a menu, as no script may do it.
pub(super) fn style() -> String {
    let one = |n| format!("#m{n}:target~.menus a[href=\"#m{n}\"]");
    let all: Vec<String> = (1..=10).map(one).collect();
    format!(
        "{}{{border-color:var(--theme);color:var(--accent);font-weight:600}}",
        all.join(",")
    )
}

/// The icons at the foot.
pub(super) fn apps(all: &[AppFacts], sheet: &Sheet<'_>) -> Markup {
    html! {
        @if !all.is_empty() {
            nav.apps aria-label=(sheet.w.apps) {
                @for app in all {
                    a class=(app.kind.as_str()) href=(sheet.leave(&app.url)) rel="noopener noreferrer nofollow" {
                        @match &app.icon {
                            Some(icon) => { img src={ (icon.url) "?w=360" } width="34" height="34" alt="" loading="lazy" decoding="async"; }
                            None => { (glyph::app(app.kind)) }
                        }
                        (app.label(sheet.lang))
                    }
                }
            }
        }
    }
}
