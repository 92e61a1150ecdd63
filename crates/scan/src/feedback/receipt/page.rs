use super::FeedbackReceipt;
use crate::feedback::{FeedbackState, shell, words::Words};
use kernel::Lang;
use maud::{Markup, html};

/// The receipt, with what the maker replied.
pub(super) fn render(receipt: &FeedbackReceipt, receipts: &str, lang: Lang) -> String {
    let w = Words::of(lang);
    let (headline, is_good) = headline(receipt, w);
    let content = html! {
        section.state.good[is_good] {
            h1 { (headline) }
            p.soft { (w.number) }
            p.number { (receipt.receipt_number) }
            p.soft { (w.keep) }
        }
        section.card {
            h2 { (w.reply_of) }
            @if receipt.replies.is_empty() { p.said { (w.no_reply) } }
            @for reply in &receipt.replies {
                div.reply { p.said { (reply.text) } time { (w.time(reply.replied_at)) } }
            }
        }
        section.card {
            h2 { (w.own) }
            p.said { (receipt.text) }
            dl {
                (row(w.kind, Some(receipt.kind.label(lang))))
                (row(w.state, Some(receipt.state.label(lang))))
                (row(w.sent_at, Some(&w.time(receipt.created_at))))
                (row(w.about, receipt.product_name.as_deref()))
                (row(w.trace_code, Some(&receipt.trace_code)))
                (row(w.batch_no, receipt.batch_no.as_deref()))
                (row(w.serial, receipt.serial.as_deref()))
                (row(w.to, Some(&receipt.maker_name)))
            }
        }
        (shell::lookup(receipts, "", None, w))
    };
    shell::shell(headline, w, &content)
}

/// The page where a number is typed in; with what is wrong with the one that was.
pub(super) fn search(receipts: &str, number: &str, wrong: Option<&str>, lang: Lang) -> String {
    let w = Words::of(lang);
    shell::shell(w.lookup, w, &shell::lookup(receipts, number, wrong, w))
}

fn headline<'w>(receipt: &FeedbackReceipt, w: &'w Words) -> (&'w str, bool) {
    match (receipt.replies.is_empty(), receipt.state) {
        (false, _) => (w.replied, true),
        (true, FeedbackState::Open) => (w.received, true),
        (true, FeedbackState::InProgress) => (w.working, false),
        (true, FeedbackState::Done) => (w.done, true),
    }
}

fn row(label: &str, value: Option<&str>) -> Markup {
    html! { @if let Some(value) = value { dt { (label) } dd { (value) } } }
}
