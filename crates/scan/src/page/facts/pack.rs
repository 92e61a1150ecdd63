use super::super::{glyph, sheet::Sheet};
use crate::{Answer, Verdict};
use facts::{ContentFacts, ParentFacts, Voucher};
use maud::{Markup, html};

/// The inspection reports of the batch, each by its name.
pub(super) fn reports(answer: &Answer<'_>, sheet: &Sheet<'_>) -> Markup {
    html! {
        @if !answer.batch_documents.is_empty() {
            section.card {
                (sheet.heading(sheet.w.batch_reports, Voucher::Maker))
                div.files {
                    @for d in answer.batch_documents {
                        div { a href=(d.url) { span.leaf { (glyph::document()) } (d.kind.label(sheet.lang)) small { (d.name) } } }
                    }
                }
            }
        }
    }
}

/// What is in a pack: each entry a line, with what is within it.
pub(super) fn contents(answer: &Answer<'_>, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    let shown = i64::try_from(answer.contents.len()).unwrap_or(i64::MAX);
    html! {
        @if !answer.contents.is_empty() {
            section.card {
                (sheet.heading(w.contents, Voucher::Maker))
                dl.rows {
                    @for entry in answer.contents {
                        div {
                            dt { (entry.product_name.as_deref().unwrap_or(&entry.trace_code)) }
                            dd {
                                (which(entry)) " × " (entry.quantity)
                                @if entry.verdict != Verdict::Valid { " " b { (entry.verdict.label(sheet.lang)) } }
                                @for inner in &entry.inside {
                                    br;
                                    small { (w.inside) " " (inner.product_name.as_deref().unwrap_or(&inner.trace_code)) " × " (inner.quantity) }
                                }
                            }
                        }
                    }
                }
                @if answer.contents_total > shown { p { (w.more_contents) } }
            }
        }
    }
}

/// Which pack it is, in a line, and what is wrong with it.
pub(super) fn name(parent: &ParentFacts, sheet: &Sheet<'_>) -> String {
    let own = match &parent.product_name {
        Some(name) => format!("{name} {}", parent.serial),
        None => parent.serial.clone(),
    };
    match parent.verdict {
        Verdict::Valid => own,
        verdict => format!("{own}（{}）", verdict.label(sheet.lang)),
    }
}

fn which(entry: &ContentFacts) -> String {
    match (&entry.first_serial, &entry.last_serial, &entry.batch_no) {
        (Some(first), Some(last), _) if first != last => format!("{first} – {last}"),
        (Some(first), _, _) => first.clone(),
        (None, _, Some(batch_no)) => batch_no.clone(),
        (None, _, None) => entry.trace_code.clone(),
    }
}
