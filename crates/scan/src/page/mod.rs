//! The page behind a code. One document: its style is inside, there is no script, and nothing else has to be fetched
//! but the pictures.

mod facts;
mod verdict;
mod words;

use crate::{Answer, feedback::form_path};
use actix_web::{HttpResponse, HttpResponseBuilder, http::header};
use base64::{Engine, engine::general_purpose::STANDARD};
use coding::PublicBase;
use kernel::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;
use words::Words;

const STYLE: &str = include_str!("page.css");

static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; img-src 'self'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'"
    )
});

/// What the page may do: show its own pictures in its own style.
pub(crate) fn policy() -> &'static str {
    &POLICY
}

/// The page for when no answer can be given at this moment.
pub(crate) fn unavailable(lang: Lang) -> String {
    let w = Words::of(lang);
    shell(
        w.unavailable,
        &w,
        html! {
            main { section class="verdict warn" { div { h1 { (w.unavailable) } p { (w.come_back) } } } }
        },
    )
}

/// The answer as a page.
pub(crate) fn respond(
    mut response: HttpResponseBuilder,
    answer: &Answer<'_>,
    base: &PublicBase,
    lang: Lang,
) -> HttpResponse {
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy()))
        .body(render(answer, form_path(base, answer).as_deref(), lang))
}

fn render(answer: &Answer<'_>, feedback: Option<&str>, lang: Lang) -> String {
    let w = Words::of(lang);
    let title = answer
        .product
        .as_ref()
        .map_or(answer.verdict.label(lang), |p| p.name.as_str());
    shell(
        title,
        &w,
        html! {
            main { (body(answer, lang, &w)) }
            footer {
                @if let Some(at) = feedback { p { a href=(at) rel="nofollow" { (w.feedback) } } }
                p { (w.about) }
                p.time { (w.answered_at) " " (w.time(answer.answered_at)) }
            }
        },
    )
}

fn shell(title: &str, w: &Words, content: Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(w.tag) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="format-detection" content="telephone=no";
                meta name="robots" content="noindex";
                title { (title) " · " (w.site) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { span.mark aria-hidden="true" {} (w.site) }
                (content)
            }
        }
    };
    page.into_string()
}

fn body(answer: &Answer<'_>, lang: Lang, w: &Words) -> Markup {
    html! {
        @if let Some(product) = &answer.product { (facts::pictures(product, w)) }
        (verdict::card(answer, lang, w))
        (facts::code(answer, w))
        @if let Some(product) = &answer.product {
            (facts::product(product, w))
            (facts::documents(product, lang, w))
        }
        @if let Some(maker) = &answer.maker { (facts::maker(maker, w)) }
    }
}
