use super::super::{glyph, sheet::Sheet};
use coding::resolve::{DocumentFacts, PictureFacts, ProductFacts, Voucher};
use maud::{Markup, html};

/// The documents anyone may read: pictures are enlarged, others opened.
pub(in crate::page) fn documents(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    let voucher = p.vouchers.get("reports").copied().unwrap_or(Voucher::Maker);
    html! {
        @if !p.documents.is_empty() {
            section.card {
                (sheet.heading(w.documents, voucher))
                (leaves(&p.documents, sheet))
                @if let Some(day) = p.report_expires_on {
                    dl.rows { (sheet.row(w.report_valid, Some(&day.to_string()), None)) }
                }
            }
        }
    }
}

/// Documents as small pictures, or as a sign of a document.
pub(super) fn leaves(documents: &[DocumentFacts], sheet: &Sheet<'_>) -> Markup {
    html! {
        div.files {
            @for d in documents {
                @let kind = d.kind.label(sheet.lang);
                @match picture(d) {
                    Some(picture) => div {
                        (sheet.enlarge(&picture, kind, &html! {
                            span.leaf { img src=(picture.url) width=(picture.width) height=(picture.height) alt="" loading="lazy" decoding="async"; }
                            (kind) small { (d.name) }
                        }))
                    },
                    None => div {
                        a href=(d.url) { span.leaf { (glyph::document()) } (kind) small { (d.name) } }
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
