use super::super::sheet::Sheet;
use crate::{Answer, answer::RelatedAnswer};
use facts::Voucher;
use maud::{Markup, html};

/// Lists the codes that go with the one that was scanned, and where each stands.
pub(super) fn related(answer: &Answer<'_>, sheet: &Sheet<'_>) -> Markup {
    html! {
        @if !answer.related.is_empty() {
            section.card {
                (sheet.heading(sheet.w.related, Voucher::Maker))
                dl.rows {
                    @for code in &answer.related {
                        div {
                            dt { (code.role.of(sheet.lang)) }
                            dd { (name(code)) " " small { (code.verdict.label(sheet.lang)) } }
                        }
                    }
                }
            }
        }
    }
}

fn name(code: &RelatedAnswer<'_>) -> String {
    let own = code.serial.or(code.batch_no);
    let parts = [code.product_name, Some(own.unwrap_or(code.gtin))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
