//! The notice before another site: it leads only where the page of the code leads.

use super::{glyph, shell::plain, verdict, words::Words};
use crate::{Pages, Scans, headers::headers, look::lang_of_page, now::Now};
use actix_web::{
    HttpRequest, HttpResponse, get,
    http::{StatusCode, header},
};
use maud::html;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;
use web::{HttpsLink, Problem, Query};

/// Which page one comes from, and where one wants to go.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct Leaving {
    /// GTIN-14
    #[param(max_length = 14)]
    code: String,
    /// 网址
    #[param(max_length = 4000)]
    to: String,
}

/// Names the host of a link and asks. A link that the page does not have is not followed, so nobody can borrow our name for
/// another one.
#[get("/leave")]
pub(crate) async fn ask_before_leaving(
    req: HttpRequest,
    scans: Scans,
    pages: Pages,
    now: Now,
    query: Query<Leaving>,
) -> Result<HttpResponse, Problem> {
    let (lang, Leaving { code, to }) = (lang_of_page(&req), query.0);
    let w = Words::of(lang);
    let found = scans.resolver.product(&code).await?;
    let leads = found.is_some_and(|f| {
        let shows = f.shows_product();
        let page = pages.page(&f.snapshot, shows, lang, now.date());
        page.links.contains(&to)
    });
    let link = to.parse::<HttpsLink>().ok().filter(|_| leads);
    let mut response = HttpResponse::build(match link {
        Some(_) => StatusCode::OK,
        None => StatusCode::NOT_FOUND,
    });
    headers(&mut response);
    let content = match &link {
        Some(link) => html! {
            section.card {
                h1 { (w.leave_title) }
                p { (w.leave_to) }
                p.host { (link.host()) }
                p { (w.leave_by) }
                a.button.first href=(link.as_str()) rel="noopener noreferrer nofollow" { (w.leave_go) (glyph::away()) }
            }
        },
        None => verdict::sorry(w.leave_none, w.leave_none_hint),
    };
    Ok(response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, super::policy()))
        .body(plain(w.leave_title, w, html! {}, &content)))
}
