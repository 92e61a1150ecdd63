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
    // The operator compared both with the licence; else only the check character is right.
    let (of_name, of_code) = match m.is_verified {
        true => (Some(Voucher::BusinessLicence), Voucher::BusinessLicence),
        false => (None, Voucher::Format),
    };
    html! {
        section.card {
            (sheet.heading(w.maker, Voucher::Maker))
            @if !m.is_verified { p.unverified role="note" { (w.maker_unverified) } }
            dl.rows {
                (sheet.row(w.maker, Some(&m.name), of_name))
                @for former in &m.former_names {
                    (sheet.row(w.former_name, Some(&w.held(&former.name, former.held_from, former.held_until)), None))
                }
                (sheet.row(w.uscc, Some(&m.uscc), Some(of_code)))
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
