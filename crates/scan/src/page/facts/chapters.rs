use super::{
    super::{
        image::{Room, image},
        sheet::Sheet,
    },
    documents::leaves,
};
use chrono::NaiveDate;
use facts::{Changed, Chapter, Entry, MissingChapter, Row, Text, Value};
use maud::{Markup, html};

/// Shows what domains tell, each chapter as a card.
pub(in crate::page) fn chapters(all: &[Chapter], today: NaiveDate, sheet: &Sheet<'_>) -> Markup {
    html! {
        @for chapter in all {
            section.card {
                (sheet.heading(chapter.title.of(sheet.lang), chapter.voucher))
                @if !chapter.rows.is_empty() {
                    dl.rows {
                        @for row in &chapter.rows { div { dt { (row.label.of(sheet.lang)) } dd { (value(row, today, sheet)) } } }
                    }
                }
                (entries(&chapter.entries, today, sheet))
                @if !chapter.documents.is_empty() { (leaves(&chapter.documents, chapter.voucher, sheet)) }
            }
        }
    }
}

/// So many entries of a chapter are shown at once; the others open at a touch.
const FIRST: usize = 3;

/// The entries of a chapter: a few, and then all.
fn entries(all: &[Entry], today: NaiveDate, sheet: &Sheet<'_>) -> Markup {
    let list = |some: &[Entry]| html! { ul.items { @for e in some { li { (entry(e, today, sheet)) } } } };
    match all.split_at_checked(FIRST) {
        Some((first, rest)) if !rest.is_empty() => html! {
            (list(first))
            details.rest {
                summary { (sheet.w.all(all.len())) }
                (list(rest))
            }
        },
        _ if all.is_empty() => html! {},
        _ => list(all),
    }
}

/// Says which chapters could not be read this time.
pub(super) fn missing(all: &[&MissingChapter], sheet: &Sheet<'_>) -> Markup {
    let titles: Vec<&str> = all.iter().map(|m| m.title.of(sheet.lang)).collect();
    html! { @if !titles.is_empty() { p.notice role="note" { (sheet.w.missing(&titles)) } } }
}

/// One thing of a chapter: its title, a line a fact, and its pictures.
fn entry(e: &Entry, today: NaiveDate, sheet: &Sheet<'_>) -> Markup {
    let title = e.title.of(sheet.lang);
    html! {
        b { (title) }
        @for row in &e.rows { p { (row.label.of(sheet.lang)) " " (value(row, today, sheet)) } }
        @if !e.pictures.is_empty() {
            div.files {
                @for picture in &e.pictures {
                    div {
                        (sheet.enlarge(picture, title, &html! {
                            span.leaf {
                                (image(picture, title, Room::Leaf))
                            }
                        }))
                    }
                }
            }
        }
    }
}

/// What something was, and what it is.
fn change(changed: &Changed, sheet: &Sheet<'_>) -> Markup {
    let word = |text: &Option<Text>| match text {
        Some(text) => text.of(sheet.lang).to_owned(),
        None => sheet.w.not_said.to_owned(),
    };
    html! {
        @match (&changed.from, &changed.to) {
            (None, None) => { (sheet.w.replaced) },
            (from, to) => { del { (word(from)) } " → " ins { (word(to)) } },
        }
    }
}

fn value(row: &Row, today: NaiveDate, sheet: &Sheet<'_>) -> Markup {
    html! {
        @match &row.value {
            Value::Plain(text) => { (text) },
            Value::Words(words) => { (words.of(sheet.lang)) },
            Value::Day(day) => { (day) },
            Value::Until(day) => { (sheet.until(*day, today)) },
            Value::Phone(number) => { a href={ "tel:" (number) } { (number) } },
            Value::Change(changed) => { (change(changed, sheet)) },
            Value::AsOf(day) => { a href={ "?on=" (day) } target="_blank" rel="nofollow" { (sheet.w.page_of(*day)) } },
            Value::Link(address) => { (sheet.address(address)) },
        }
        @if let Some(voucher) = row.voucher { " " (sheet.who(voucher)) }
    }
}
