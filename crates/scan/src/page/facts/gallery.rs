use super::super::{
    glyph,
    image::{Room, first_image, image},
    sheet::Sheet,
};
use facts::{ProductFacts, field_label};
use maud::{Markup, html};

/// The pictures, one beside the other, to be swiped through and enlarged.
pub(in crate::page) fn gallery(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let all = p.pictures.len();
    html! {
        @if all > 0 {
            div.gallery {
                div.slides tabindex="0" role="group" aria-label=(sheet.w.pictures) {
                    @for (i, picture) in p.pictures.iter().enumerate() {
                        @let alt = format!("{} {}", p.name, i + 1);
                        (sheet.enlarge(picture, &alt, &html! {
                            // The first is the largest thing on a phone's screen.
                            @if i == 0 { (first_image(picture, &alt, Room::Page)) } @else { (image(picture, &alt, Room::Page)) }
                            @if all > 1 { span aria-hidden="true" { (i + 1) "/" (all) } }
                        }))
                    }
                }
            }
        }
    }
}

/// What it is called, and what its maker changed lately.
pub(in crate::page) fn title(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let brand = p
        .brand
        .as_ref()
        .map(|b| b.name.as_str())
        .or(p.brand_name.as_deref());
    html! {
        section.card.title aria-label=(sheet.w.name) {
            strong { (p.name) }
            div.chips {
                @if let Some(brand) = brand { span { (brand) } }
                span { (p.model) }
                span { (p.product_type) }
            }
            (changed(p, sheet))
        }
    }
}

fn changed(p: &ProductFacts, sheet: &Sheet<'_>) -> Markup {
    let Some(update) = &p.updated else {
        return html! {};
    };
    let fields: Vec<&str> = update
        .changed_fields
        .iter()
        .filter_map(|f| field_label(f, sheet.lang))
        .collect();
    html! {
        @if !fields.is_empty() {
            p.changed { (glyph::changed()) span { (sheet.w.updated(&update.on.to_string(), &fields)) } }
        }
    }
}
