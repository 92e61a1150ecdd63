use super::super::{glyph, sheet::Sheet};
use facts::{ProductFacts, Voucher, field_label};
use maud::{Markup, html};

/// What the maker says of the product.
pub(in crate::page) fn product(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    let row = |label, value: Option<&str>, field| sheet.row(label, value, p.vouchers.get(field).copied());
    html! {
        section.card {
            (sheet.heading(w.product, Voucher::Maker))
            dl.rows {
                (row(w.name, Some(&p.name), "name"))
                (row(w.product_type, Some(&p.product_type), "product_type"))
                (row(w.model, Some(&p.model), "model"))
                (row(w.brand, p.brand_name.as_deref(), "brand_name"))
                (row(w.standards, Some(&p.standards.join("；")), "standards"))
                (row(w.licence, p.licence_number.as_deref(), "licence_number"))
                (row(w.certificate, p.certificate_number.as_deref(), "certificate_number"))
                @for linked in &p.linked_codes {
                    (sheet.row(linked.scheme.label(sheet.lang), Some(&linked.code), None))
                }
                (row(w.warranty, p.warranty_period.as_deref(), "warranty_period"))
                @if let Some(phone) = &p.service_phone {
                    div { dt { (w.service_phone) } dd { a href={ "tel:" (phone) } { (phone) } } }
                }
                @for field in p.unreadable.iter().filter_map(|f| field_label(f, sheet.lang)) {
                    (sheet.row(field, Some(w.unreadable), None))
                }
            }
        }
    }
}

/// What no field is for (F072).
pub(in crate::page) fn attributes(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    html! {
        @if !p.attributes.is_empty() {
            section.card {
                (sheet.heading(sheet.w.attributes, Voucher::Maker))
                dl.rows { @for a in &p.attributes { (sheet.row(&a.name, Some(&a.value), None)) } }
            }
        }
    }
}

/// What the maker adds for its business (F166).
pub(in crate::page) fn commercial(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let (w, c) = (sheet.w, &p.commercial);
    let links = [
        (w.website, c.website.as_deref()),
        (w.lottery, c.lottery_url.as_deref()),
    ];
    let is_empty = c.honours.is_none() && c.credit_grade.is_none() && links.iter().all(|(_, l)| l.is_none());
    html! {
        @if !is_empty {
            section.card {
                (sheet.heading(w.commercial, Voucher::Maker))
                @if c.honours.is_some() || c.credit_grade.is_some() {
                    dl.rows {
                        (sheet.row(w.credit, c.credit_grade.as_deref(), None))
                        @if let Some(honours) = &c.honours { div { dt { (w.honours) } dd.plain { (honours) } } }
                    }
                }
                @for (label, link) in links {
                    @if let Some(link) = link {
                        a.go href=(sheet.leave(link)) rel="noopener noreferrer nofollow" { (glyph::away()) (label) (glyph::forth()) }
                    }
                }
            }
        }
    }
}
