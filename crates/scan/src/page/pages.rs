use super::{
    facts, menus,
    packed::Packed,
    report,
    sheet::Sheet,
    shell::{Shell, plain},
    style, verdict,
    words::Words,
};
use crate::Answer;
use ::facts::{Snapshot, Voucher};
use actix_web::{FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder, dev::Payload, http::header};
use chrono::NaiveDate;
use kernel::Lang;
use maud::{Markup, html};
use quick_cache::sync::Cache;
use std::{
    collections::HashSet,
    future::{Ready, ready},
    sync::Arc,
};
use web::Problem;

/// Stands for what differs from scan to scan; no record holds a control character.
const GAP: &str = "\u{1}gap\u{1}";

/// How many pages are held, each in one language.
const HELD: usize = 1_000;

/// The pages of products, written when they are first asked for and again when anything of them changed.
#[derive(Clone)]
pub struct Pages {
    held: Arc<Cache<(String, bool, bool), Arc<Page>>>,
}

/// The page of a product without what differs from scan to scan.
pub(crate) struct Page {
    /// What it was written from.
    snapshot: Arc<Snapshot>,
    /// On which day, as certificates expire.
    day: NaiveDate,
    packed: Packed,
    policy: String,
    /// Where it leads.
    pub(super) links: HashSet<String>,
}

/// How somebody looks.
#[derive(Debug, Clone)]
pub(crate) struct PageLook {
    /// In which language.
    pub(crate) lang: Lang,
    /// Whether the browser unpacks.
    pub(crate) takes_gzip: bool,
    /// What leads to the same answer in the other language, without another scan; none in a preview.
    pub(crate) again: Option<String>,
    /// Where words to the maker go.
    pub(crate) feedback: Option<String>,
}

impl PageLook {
    /// As the request says.
    pub(crate) fn of(req: &HttpRequest, lang: Lang, again: String, feedback: Option<String>) -> Self {
        Self {
            lang,
            takes_gzip: takes_gzip(req),
            again: Some(again),
            feedback,
        }
    }
}

pub(super) fn takes_gzip(req: &HttpRequest) -> bool {
    let accepted = req.headers().get(header::ACCEPT_ENCODING);
    accepted.is_some_and(|v| v.to_str().is_ok_and(|v| v.contains("gzip")))
}

impl Pages {
    /// Begins with no page written.
    #[must_use]
    pub fn new() -> Self {
        Self {
            held: Arc::new(Cache::new(HELD)),
        }
    }

    /// The answer as a page.
    pub(crate) fn respond(
        &self,
        mut response: HttpResponseBuilder,
        answer: &Answer<'_>,
        snapshot: Option<&Arc<Snapshot>>,
        look: &PageLook,
    ) -> HttpResponse {
        response.content_type("text/html; charset=utf-8");
        let Some(snapshot) = snapshot else {
            let w = Words::of(look.lang);
            let sheet = Sheet::of_scan(look.lang, answer.gtin.unwrap_or_default());
            let content = html! {
                (earlier_day(answer, w)) (verdict::card(answer, look.lang, w)) (facts::code(answer, &sheet))
                @if answer.as_of.is_none() { (report::to_authorities(w)) }
            };
            return response
                .insert_header((header::CONTENT_SECURITY_POLICY, super::policy()))
                .body(plain(
                    answer.verdict.label(look.lang),
                    w,
                    other_language(look, w),
                    &content,
                ));
        };
        let today = answer.answered_at.beijing_date();
        let page = self.page(snapshot, answer.product.is_some(), look.lang, today);
        let parts = differing(answer, look);
        let parts = parts.each_ref().map(String::as_str);
        response.insert_header((header::CONTENT_SECURITY_POLICY, page.policy.as_str()));
        match look.takes_gzip {
            true => response
                .insert_header((header::CONTENT_ENCODING, "gzip"))
                .body(page.packed.gzip(&parts)),
            false => response.body(page.packed.plain(&parts)),
        }
    }

    /// The page of a product as it is now.
    pub(super) fn page(
        &self,
        snapshot: &Arc<Snapshot>,
        shows_product: bool,
        lang: Lang,
        day: NaiveDate,
    ) -> Arc<Page> {
        let key = (snapshot.product.gtin.clone(), shows_product, lang == Lang::En);
        let is_true = |p: &Arc<Page>| Arc::ptr_eq(&p.snapshot, snapshot) && p.day == day;
        if let Some(held) = self.held.get(&key).filter(is_true) {
            return held;
        }
        let page = Arc::new(Page::write(Arc::clone(snapshot), shows_product, lang, day));
        // A preview's snapshot is nobody's else, so it must not push out what scans need.
        if snapshot.is_stored() {
            self.held.insert(key, Arc::clone(&page));
        }
        page
    }
}

/// What differs from scan to scan, in the order of the gaps.
fn differing(answer: &Answer<'_>, look: &PageLook) -> [String; 5] {
    let w = Words::of(look.lang);
    let sheet = Sheet::of_scan(look.lang, answer.gtin.unwrap_or_default());
    let ask = look.feedback.as_ref();
    let ask = ask.map(|form| report::to_maker(form, answer.verdict, w));
    // Whoever holds what may be a counterfeit is shown at once where to tell; a question comes after the facts.
    let (report, question) = match report::is_suspect(answer.verdict) {
        true => (ask, None),
        false => (None, ask),
    };
    [
        other_language(look, w).into_string(),
        html! {
            (earlier_day(answer, w)) (verdict::card(answer, look.lang, w))
            @if let Some(report) = &report { (report) }
        }
        .into_string(),
        facts::code(answer, &sheet).into_string(),
        question.map(Markup::into_string).unwrap_or_default(),
        w.time(answer.answered_at),
    ]
}

/// Says that the page is of an earlier day, so that nobody takes it for today's.
fn earlier_day(answer: &Answer<'_>, w: &Words) -> Markup {
    html! {
        @if let Some(day) = answer.as_of {
            p.notice role="note" { (w.as_of(day)) " " a href="?" rel="nofollow" { (w.as_of_today) } }
        }
    }
}

fn other_language(look: &PageLook, w: &Words) -> Markup {
    let other = if look.lang == Lang::Zh { "en" } else { "zh" };
    html! {
        @if let Some(again) = &look.again {
            a href={ "?lang=" (other) (again) } lang=(w.other_tag) rel="nofollow" { (w.other_lang) }
        }
    }
}

impl Page {
    fn write(snapshot: Arc<Snapshot>, shows_product: bool, lang: Lang, day: NaiveDate) -> Self {
        let product = &snapshot.product;
        let (w, sheet) = (Words::of(lang), Sheet::new(lang, &product.gtin));
        let colour = product.page.theme.colour.as_ref().filter(|_| shows_product);
        let theme = style::theme(colour.map(|c| c.0.as_str()));
        let gap = || html! { (GAP) };
        let content = if shows_product {
            full(&snapshot, day, &sheet)
        } else {
            let maker = facts::maker(&snapshot.maker, &sheet);
            html! {
                main.frame #facts { div.facts.bare { (gap()) (gap()) (maker) (gap()) } }
                (footer(w))
            }
        };
        let header = product
            .page
            .theme
            .header_picture
            .as_ref()
            .filter(|_| shows_product);
        let banner = html! {
            @if let Some(picture) = header {
                img.banner src=(picture.url) width=(picture.width) height=(picture.height) alt="" fetchpriority="high" decoding="async";
            }
        };
        let top = match (shows_product && !product.page.menus.is_empty(), header) {
            (true, _) => "menued",
            (false, Some(_)) => "pictured",
            (false, None) => "",
        };
        let shell = Shell {
            w,
            title: if shows_product { &product.name } else { w.code },
            theme: &theme,
            top,
            beside: gap(),
            banner,
        };
        let page = shell.around(content);
        Self {
            packed: Packed::new(&page, GAP),
            policy: style::policy(&theme),
            links: sheet.into_links(),
            snapshot,
            day,
        }
    }
}

/// All there is to say of a product.
fn full(snapshot: &Snapshot, day: NaiveDate, sheet: &Sheet<'_>) -> Markup {
    let (p, w) = (&snapshot.product, sheet.w);
    html! {
        main.frame {
            (menus::panels(&p.page, sheet))
            (menus::list(&p.page, None, sheet))
            div.facts #facts {
                div.told { (GAP) }
                div.lead { (facts::gallery(p, sheet)) (facts::title(p, sheet)) }
                div.code { (GAP) }
                div.cards {
                    (facts::product(p, sheet))
                    (facts::maker(&snapshot.maker, sheet))
                    (facts::attributes(p, sheet))
                    (facts::documents(p, day, sheet))
                    (facts::indicators(p, sheet))
                    (facts::parts(p, sheet))
                    (facts::brand(p, sheet))
                    (facts::chapters(&snapshot.chapters, day, sheet))
                    (facts::commercial(p, sheet))
                    (GAP)
                    (legend(sheet))
                }
            }
        }
        (footer(w))
        @if let Some(picture) = &p.page.theme.footer_picture {
            img.bottom src=(picture.url) width=(picture.width) height=(picture.height) alt="" loading="lazy" decoding="async";
        }
        (menus::apps(&p.page.apps, sheet))
    }
}

/// What the marks of the headings mean.
fn legend(sheet: &Sheet<'_>) -> Markup {
    html! {
        section.card {
            h2 { (sheet.w.vouchers) }
            ul.legend {
                @for voucher in Voucher::ALL { li { (sheet.who(*voucher)) " " (sheet.w.voucher(*voucher)) } }
            }
        }
    }
}

fn footer(w: &Words) -> Markup {
    html! { footer { p { (w.about) } p { (w.answered_at) " " (GAP) } } }
}

impl Default for Pages {
    fn default() -> Self {
        Self::new()
    }
}

impl FromRequest for Pages {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("pages are not part of this app")),
        )
    }
}
