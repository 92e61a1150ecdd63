//! A menu that is a page of its own (F077).

use super::{
    menus,
    sheet::Sheet,
    shell::{Shell, plain},
    style, verdict,
    words::Words,
};
use crate::{Scans, headers::headers, look::lang_of_page};
use actix_web::{
    HttpRequest, HttpResponse, get,
    http::{StatusCode, header},
    web::Path,
};
use facts::Snapshot;
use kernel::Lang;
use maud::html;
use web::Problem;

/// Shows one menu of the page behind a product's code. It is no scan.
#[get("/menus/{gtin}/{number}")]
pub(crate) async fn show_menu(
    req: HttpRequest,
    scans: Scans,
    path: Path<(String, usize)>,
) -> Result<HttpResponse, Problem> {
    let (gtin, number) = path.into_inner();
    let lang = lang_of_page(&req);
    let found = scans.resolver.product(&gtin).await?;
    let page = found
        .filter(|f| f.shows_product())
        .and_then(|f| write(&f.snapshot, number.checked_sub(1)?, lang));
    let (status, (page, policy)) = match page {
        Some(page) => (StatusCode::OK, page),
        None => (StatusCode::NOT_FOUND, missing(lang)),
    };
    let mut response = HttpResponse::build(status);
    headers(&mut response);
    Ok(response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .body(page))
}

fn write(snapshot: &Snapshot, index: usize, lang: Lang) -> Option<(String, String)> {
    let product = &snapshot.product;
    let menu = product.page.menus.get(index)?;
    let (w, sheet) = (Words::of(lang), Sheet::new(lang, &product.gtin));
    let theme = style::theme(product.page.theme.colour.as_ref().map(|c| c.0.as_str()));
    // Back to the code itself is the reader's own way back: from here it would be another scan.
    let content = html! {
        main.frame #facts { (menus::list(&product.page, Some(index), &sheet)) (menus::panel(menu, &sheet)) }
        (menus::apps(&product.page.apps, &sheet))
    };
    let shell = Shell {
        w,
        title: &menu.title,
        theme: &theme,
        top: "menued",
        beside: html! { span.of { (product.name) } },
        banner: html! {},
    };
    Some((shell.around(content), style::policy(&theme)))
}

fn missing(lang: Lang) -> (String, String) {
    let w = Words::of(lang);
    let content = verdict::sorry(w.no_menu, w.no_menu_hint);
    (
        plain(w.no_menu, w, html! {}, &content),
        super::policy().to_owned(),
    )
}
