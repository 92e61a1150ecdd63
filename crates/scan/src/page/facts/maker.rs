use super::super::{glyph, sheet::Sheet};
use enterprise::MakerFacts;
use facts::{ProductFacts, Voucher};
use maud::{Markup, html};

/// The brand, with its sign and its video.
pub(in crate::page) fn brand(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let Some(brand) = &p.brand else {
        return html! {};
    };
    let w = sheet.w;
    html! {
        section.card {
            (sheet.heading(w.brand, Voucher::Maker))
            div.brand {
                @if let Some(logo) = &brand.logo { img src={ (logo) "?w=360" } width="72" height="72" alt="" loading="lazy" decoding="async"; }
                div { strong { (brand.name) } @if let Some(name) = &brand.name_en { small { (name) } } }
            }
            @if let Some(text) = &brand.introduction { p.lines { (text) } }
            @if let Some(video) = &brand.video {
                @if video.is_playable {
                    video src=(video.url) controls playsinline preload="none" poster=[brand.logo.as_ref()] aria-label=(w.video) {}
                } @else {
                    a.go href=(video.url) { (w.download_video) (glyph::forth()) }
                }
            }
        }
    }
}

/// Who answers for it.
pub(in crate::page) fn maker(m: &MakerFacts, sheet: &Sheet<'_>) -> Markup {
    let w = sheet.w;
    html! {
        section.card {
            (sheet.heading(w.maker, Voucher::Maker))
            dl.rows {
                (sheet.row(w.maker, Some(&m.name), None))
                // Its check character was compared.
                (sheet.row(w.uscc, Some(&m.uscc), Some(Voucher::Platform)))
                (sheet.row(w.address, Some(&m.address), None))
                @if let Some(phone) = &m.phone {
                    div { dt { (w.phone) } dd { a href={ "tel:" (phone) } { (phone) } } }
                }
            }
            @if let Some(licence) = &m.licence {
                a.go href=(licence) { (glyph::document()) (w.business_licence) (glyph::forth()) }
            }
            @if let Some(website) = &m.website {
                a.go href=(sheet.leave(website)) rel="noopener noreferrer nofollow" { (glyph::away()) (w.website) (glyph::forth()) }
            }
        }
    }
}
