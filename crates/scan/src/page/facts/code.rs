use super::{
    super::sheet::Sheet,
    chapters::{chapters, missing},
    pack,
    related::related,
};
use crate::{Answer, answer::Hint};
use facts::Voucher;
use maud::{Markup, html};

/// The code itself, with what belongs to its batch or unit.
pub(in crate::page) fn code(answer: &Answer<'_>, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    let is_internal = answer.hints.contains(&Hint::InternalCode);
    let label = if is_internal {
        w.internal_code
    } else {
        w.trace_code
    };
    let is_known = answer.verdict.is_of_an_issued_code();
    let row = |label, value: Option<&str>| sheet.row(label, value, None);
    html! {
        @if answer.gtin.is_some() {
            section.card {
                @if is_known { (sheet.heading(w.code, Voucher::Platform)) } @else { h2 { (w.code) } }
                dl.rows {
                    (row(label, answer.trace_code.or(answer.gtin)))
                    (row(w.batch_no, answer.batch_no))
                    (row(w.serial, answer.serial))
                    (row(w.made_on, answer.made_on.map(|d| d.to_string()).as_deref()))
                    (row(w.expires_on, answer.expires_on.map(|d| d.to_string()).as_deref()))
                    (row(w.ex_factory_on, answer.ex_factory_on.map(|d| d.to_string()).as_deref()))
                    (row(w.quantity, quantity(answer, sheet).as_deref()))
                    (row(w.parent, answer.parent.map(|p| pack::name(p, sheet)).as_deref()))
                }
            }
            (pack::reports(answer, sheet))
            (pack::contents(answer, sheet))
            (related(answer, sheet))
            (chapters(answer.code_chapters, answer.answered_at.beijing_date(), sheet))
            (missing(&answer.missing_chapters, sheet))
        }
    }
}

/// How many there are of the batch, and how sure that is.
fn quantity(answer: &Answer<'_>, sheet: &Sheet<'_>) -> Option<String> {
    let (count, kind) = (answer.batch_quantity?, answer.quantity_kind?);
    Some(format!("{count}（{}）", kind.label(sheet.lang)))
}
