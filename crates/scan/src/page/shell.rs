use super::{style, verdict, words::Words};
use kernel::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::sync::LazyLock;

static POLICY: LazyLock<String> = LazyLock::new(|| style::policy(&style::theme(None)));

/// What a page in our own colours may do.
pub(crate) fn policy() -> &'static str {
    &POLICY
}

/// What stands around the content of every page.
pub(super) struct Shell<'a> {
    pub(super) w: &'a Words,
    pub(super) title: &'a str,
    /// The declarations of the colours.
    pub(super) theme: &'a str,
    /// Classes of the head, by what is below it.
    pub(super) top: &'a str,
    /// In the head, beside our name.
    pub(super) beside: Markup,
    /// Below the head.
    pub(super) banner: Markup,
}

impl Shell<'_> {
    pub(super) fn around(self, content: Markup) -> String {
        let w = self.w;
        let page = html! {
            (DOCTYPE)
            html lang=(w.tag) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    meta name="format-detection" content="telephone=no";
                    meta name="robots" content="noindex";
                    title { (self.title) " · " (w.site) }
                    style { (PreEscaped(self.theme)) }
                    style { (PreEscaped(style::STYLE.as_str())) }
                }
                body {
                    a.skip href="#facts" { (w.skip) }
                    header class={ "top " (self.top) } {
                        div.bar { span.mark aria-hidden="true" {} (w.site) (self.beside) }
                        (self.banner)
                    }
                    (content)
                }
            }
        };
        page.into_string()
    }
}

/// A page of a few words, in our own colours.
pub(super) fn plain(title: &str, w: &Words, beside: Markup, content: &Markup) -> String {
    let theme = style::theme(None);
    let shell = Shell {
        w,
        title,
        theme: &theme,
        top: "",
        beside,
        banner: html! {},
    };
    shell.around(html! { main.frame #facts { div.facts.bare { (content) } } })
}

/// The page for when no answer can be given at this moment.
pub(crate) fn unavailable(lang: Lang) -> String {
    let w = Words::of(lang);
    plain(
        w.unavailable,
        w,
        html! {},
        &verdict::sorry(w.unavailable, w.come_back),
    )
}

/// The page for an address where there is nothing; `why` when there is more to say than that.
pub(crate) fn absent(why: Option<&str>, lang: Lang) -> String {
    let w = Words::of(lang);
    let content = html! {
        (verdict::sorry(w.absent, why.unwrap_or(w.absent_hint)))
        p { a href="/" { (w.to_home) } }
    };
    plain(w.absent, w, html! {}, &content)
}

/// The page for a day that is none, or has not come.
pub(crate) fn no_such_day(why: &str, lang: Lang) -> String {
    let w = Words::of(lang);
    let content =
        html! { (verdict::sorry(w.no_day, why)) p.notice { a href="?" rel="nofollow" { (w.as_of_today) } } };
    plain(w.no_day, w, html! {}, &content)
}
