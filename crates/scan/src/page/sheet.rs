use super::{
    glyph,
    image::{Room, image},
    words::Words,
};
use chrono::NaiveDate;
use facts::{PictureFacts, Voucher};
use kernel::Lang;
use maud::{Markup, html};
use std::{
    cell::{Cell, RefCell},
    collections::HashSet,
};

/// A page while it is written: its language, and what is found on the way.
pub(super) struct Sheet<'a> {
    pub(super) lang: Lang,
    pub(super) w: &'static Words,
    /// The trace code all links of the page are judged by.
    pub(super) gtin: &'a str,
    /// Where the page leads.
    links: RefCell<HashSet<String>>,
    enlarged: Cell<usize>,
    /// Whether it is the part that differs from scan to scan. The page around it was written before, so that nothing here
    /// may add to its links or enlarged pictures.
    is_of_scan: bool,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(lang: Lang, gtin: &'a str) -> Self {
        Self {
            lang,
            w: Words::of(lang),
            gtin,
            links: RefCell::default(),
            enlarged: Cell::new(0),
            is_of_scan: false,
        }
    }

    /// The part of a page that differs from scan to scan.
    pub(super) fn of_scan(lang: Lang, gtin: &'a str) -> Self {
        Self {
            is_of_scan: true,
            ..Self::new(lang, gtin)
        }
    }

    /// Every address the page leads to; the notice lets nobody go elsewhere.
    pub(super) fn into_links(self) -> HashSet<String> {
        self.links.into_inner()
    }

    /// The way to another site: through our notice, which names it.
    pub(super) fn leave(&self, to: &str) -> String {
        self.links.borrow_mut().insert(to.to_owned());
        let escaped: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
        format!("/leave?code={}&to={escaped}", self.gtin)
    }

    /// An address elsewhere, as a link where the page may have links of its own.
    pub(super) fn address(&self, to: &str) -> Markup {
        match self.is_of_scan {
            true => html! { (to) },
            false => html! { a href=(self.leave(to)) rel="noopener noreferrer nofollow" { (to) } },
        }
    }

    /// Who answers for something.
    pub(super) fn who(&self, voucher: Voucher) -> Markup {
        html! {
            span class={ "who " (voucher.as_str()) } {
                @if voucher.is_compared() { (glyph::check()) }
                (voucher.label(self.lang))
            }
        }
    }

    /// A picture that opens over the page when it is touched: without script, by the address alone, so that going
    /// back closes it.
    pub(super) fn enlarge(&self, picture: &PictureFacts, alt: &str, small: &Markup) -> Markup {
        if self.is_of_scan {
            return html! { a href=(picture.url) { (small) } };
        }
        let n = self.enlarged.get() + 1;
        self.enlarged.set(n);
        html! {
            a id={ "t" (n) } href={ "#z" (n) } title=(self.w.zoom) { (small) }
            div.zoom id={ "z" (n) } {
                (image(picture, alt, Room::Screen))
                div {
                    a href={ "#t" (n) } { (glyph::close()) (self.w.close) }
                    a href=(picture.url) { (glyph::zoom()) (self.w.original) }
                }
            }
        }
    }

    /// A heading with who answers for what is below it.
    pub(super) fn heading(&self, text: &str, voucher: Voucher) -> Markup {
        html! { h2 { (text) (self.who(voucher)) } }
    }

    /// A last day, and that it is past.
    pub(super) fn until(&self, day: NaiveDate, today: NaiveDate) -> Markup {
        html! { (day) @if day < today { " " span.late { (self.w.is_expired) } } }
    }

    /// A line of a table, if there is anything to say.
    pub(super) fn row(&self, label: &str, value: Option<&str>, voucher: Option<Voucher>) -> Markup {
        html! {
            @if let Some(value) = value.filter(|v| !v.is_empty()) {
                div {
                    dt { (label) }
                    dd { (value) @if let Some(voucher) = voucher { (self.who(voucher)) } }
                }
            }
        }
    }
}
