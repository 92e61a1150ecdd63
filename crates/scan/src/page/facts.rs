use super::words::Words;
use crate::{Answer, Verdict, answer::Notice};
use coding::resolve::ProductFacts;
use enterprise::PublicEnterprise;
use kernel::Lang;
use maud::{Markup, html};

/// The pictures, side by side, to be swiped through.
pub(super) fn pictures(product: &ProductFacts, w: &Words) -> Markup {
    html! {
        @if !product.pictures.is_empty() {
            div.pictures tabindex="0" role="group" aria-label=(w.picture) {
                @for (i, p) in product.pictures.iter().enumerate() {
                    img src=(p.url) width=(p.width) height=(p.height) alt={ (product.name) " " (i + 1) }
                        loading=[(i > 0).then_some("lazy")] decoding="async";
                }
            }
        }
    }
}

/// The code itself, with what belongs to its batch or unit.
pub(super) fn code(answer: &Answer<'_>, w: &Words) -> Markup {
    let is_issued = matches!(
        answer.verdict,
        Verdict::Valid | Verdict::Inactive | Verdict::Voided
    );
    let is_internal = answer.notices.contains(&Notice::InternalCode);
    let label = if is_internal {
        w.internal_code
    } else {
        w.trace_code
    };
    html! {
        @if answer.gtin.is_some() {
            section.card {
                h2 { (w.code) @if is_issued { span.voucher { (w.registered) } } }
                dl {
                    (row(label, answer.trace_code.or(answer.gtin)))
                    (row(w.batch_no, answer.batch_no))
                    (row(w.serial, answer.serial))
                    (row(w.made_on, answer.made_on.map(|d| d.to_string()).as_deref()))
                    (row(w.expires_on, answer.expires_on.map(|d| d.to_string()).as_deref()))
                }
            }
        }
    }
}

/// What the maker says of the product.
pub(super) fn product(p: &ProductFacts, w: &Words) -> Markup {
    html! {
        section.card {
            h2 { (w.product) span.voucher { (w.self_declared) } }
            dl {
                (row(w.name, Some(&p.name)))
                (row(w.brand, p.brand_name.as_deref()))
                (row(w.model, Some(&p.model)))
                (row(w.product_type, Some(&p.product_type)))
                (row(w.standards, Some(&p.standards.join("；"))))
                (row(w.licence, p.licence_number.as_deref()))
                (row(w.certificate, p.certificate_number.as_deref()))
                (row(w.warranty, p.warranty_period.as_deref()))
                @if let Some(phone) = &p.service_phone {
                    dt { (w.service_phone) }
                    dd { a href={ "tel:" (phone) } { (phone) } }
                }
                @for a in &p.attributes { (row(&a.name, Some(&a.value))) }
            }
        }
    }
}

/// The documents anyone may read.
pub(super) fn documents(p: &ProductFacts, lang: Lang, w: &Words) -> Markup {
    html! {
        @if !p.documents.is_empty() {
            section.card {
                h2 { (w.documents) span.voucher { (w.self_declared) } }
                ul.documents {
                    @for d in &p.documents {
                        li { a href=(d.url) { (d.kind.label(lang)) span { (d.name) } } }
                    }
                }
            }
        }
    }
}

/// Who answers for it.
pub(super) fn maker(m: &PublicEnterprise, w: &Words) -> Markup {
    html! {
        section.card {
            h2 { (w.maker) span.voucher { (w.registered) } }
            dl {
                (row(w.maker, Some(&m.name)))
                (row(w.uscc, Some(&m.uscc)))
                (row(w.address, Some(&m.address)))
                @if let Some(website) = &m.website {
                    dt { (w.website) }
                    dd { a href=(website) rel="noopener noreferrer nofollow" target="_blank" { (website) } }
                }
            }
        }
    }
}

fn row(label: &str, value: Option<&str>) -> Markup {
    html! { @if let Some(value) = value.filter(|v| !v.is_empty()) { dt { (label) } dd { (value) } } }
}
