use super::{super::sheet::Sheet, documents::leaves};
use facts::{ProductFacts, Voucher};
use maud::{Markup, html};

/// What was measured, each with its own report (F163).
pub(in crate::page) fn indicators(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    html! {
        @if !p.indicators.is_empty() {
            section.card {
                (sheet.heading(w.quality, Voucher::Maker))
                ul.items {
                    @for i in &p.indicators {
                        li {
                            div.pair { b { (i.name) } span.measure { (i.result) } }
                            p {
                                (i.kind.label(sheet.lang))
                                @if let Some(requirement) = &i.requirement { " · " (w.requirement) " " (requirement) }
                                @if let Some(day) = i.tested_on { " · " (w.tested_on) " " (day) }
                            }
                            @if let Some(report) = &i.report { (leaves(std::slice::from_ref(report), Voucher::Maker, sheet)) }
                        }
                    }
                }
            }
        }
    }
}

/// What goes into it (F164), its suppliers by the names meant for the public.
pub(in crate::page) fn parts(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    html! {
        @if !p.parts.is_empty() {
            section.card {
                (sheet.heading(w.parts, Voucher::Maker))
                ul.items {
                    @for part in &p.parts {
                        li {
                            div.pair {
                                b { (part.name) @if let Some(model) = &part.model { " " (model) } }
                                span { (part.kind.label(sheet.lang)) }
                            }
                            @if let Some(supplier) = &part.supplier { p { (w.supplier) "：" (supplier) } }
                            @if let Some(number) = &part.licence_number { p { (w.licence) "：" (number) } }
                        }
                    }
                }
            }
        }
    }
}
