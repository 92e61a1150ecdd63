use super::super::{
    glyph,
    image::{Room, image},
    sheet::Sheet,
};
use chrono::NaiveDate;
use facts::{DocumentFacts, DocumentKind, PictureFacts, ProductFacts, Voucher};
use maud::{Markup, html};

/// The documents anyone may read: pictures are enlarged, others opened.
pub(in crate::page) fn documents(p: &ProductFacts, today: NaiveDate, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    html! {
        @if !p.documents.is_empty() {
            section.card {
                (sheet.heading(w.documents, Voucher::Maker))
                (leaves(&p.documents, Voucher::Maker, sheet))
                @if p.report_kind.is_some() || p.report_expires_on.is_some() {
                    dl.rows {
                        (sheet.row(w.report_kind, p.report_kind.map(|kind| kind.label(sheet.lang)), None))
                        @if let Some(day) = p.report_expires_on {
                            div { dt { (w.report_valid) } dd { (sheet.until(day, today)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Documents as small pictures, or as a sign of a document, and who answers for the reports among them.
pub(super) fn leaves(documents: &[DocumentFacts], of_reports: Voucher, sheet: &Sheet<'_>) -> Markup {
    let who = |d: &DocumentFacts| {
        let is_told = d.kind == DocumentKind::Report && of_reports != Voucher::Maker;
        html! { @if is_told { (sheet.who(of_reports)) } }
    };
    html! {
        div.files {
            @for d in documents {
                @let kind = d.kind.label(sheet.lang);
                @match picture(d) {
                    Some(picture) => div {
                        (sheet.enlarge(&picture, kind, &html! {
                            span.leaf { (image(&picture, "", Room::Leaf)) }
                            (kind) small { (d.name) } (who(d))
                        }))
                    },
                    None => div {
                        a href=(d.url) { span.leaf { (glyph::document()) } (kind) small { (d.name) } (who(d)) }
                    },
                }
            }
        }
    }
}

fn picture(d: &DocumentFacts) -> Option<PictureFacts> {
    Some(PictureFacts {
        url: d.url.clone(),
        width: d.width?,
        height: d.height?,
    })
}
