use super::words::Words;
use actix_web::{HttpResponse, HttpResponseBuilder, http::header};
use base64::{Engine, engine::general_purpose::STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const STYLE: &str = include_str!("feedback.css");

/// What the pages may do: look as they do, and send their form to where they came from.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
});

/// A page. Its address may be the only key to what it shows, so it is neither kept nor told to others.
pub(super) fn respond(mut response: HttpResponseBuilder, page: String) -> HttpResponse {
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY.as_str()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::VARY, "accept, accept-language"))
        .insert_header((header::REFERRER_POLICY, "same-origin"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body(page)
}

/// The frame of all pages. There is no script, and nothing else has to be fetched.
pub(super) fn shell(title: &str, w: &Words, content: &Markup) -> String {
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
                main { (content) }
            }
        }
    };
    page.into_string()
}

/// A page that says what is wrong, and nothing else.
pub(super) fn refusal(headline: &str, detail: &str, w: &Words) -> String {
    shell(
        headline,
        w,
        &html! {
            section.card { h1 { (headline) } p { (detail) } }
        },
    )
}

/// Where a receipt is looked up by its number.
pub(super) fn lookup(at: &str, number: &str, wrong: Option<&str>, w: &Words) -> Markup {
    html! {
        form.lookup.card method="get" action=(at) {
            h2 { label for="number" { (w.lookup) } }
            div.row {
                input #number name="number" value=(number) required autocomplete="off" spellcheck="false"
                    autocapitalize="characters" placeholder=(w.number)
                    aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| "number-wrong")];
                button.plain type="submit" { (w.look_up) }
            }
            @if let Some(wrong) = wrong { p.wrong #number-wrong { (wrong) } }
        }
    }
}
