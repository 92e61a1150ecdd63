//! What is answered where no route takes a request.

use crate::openapi::Document;
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
};
use web::{Problem, RequestId, lang_of};

/// There is nothing at this address, or nothing for this method: then the methods it takes are named.
pub(crate) async fn no_route(req: HttpRequest) -> Result<HttpResponse, Problem> {
    let methods = methods_at(Document::of(&req)?, req.path());
    if methods.is_empty() {
        return Err(Problem::nowhere());
    }
    let mut response = Problem::method_not_allowed().render(lang_of(&req), &RequestId::of(&req));
    let allow = HeaderValue::from_str(&methods.join(", ")).map_err(Problem::internal)?;
    response.headers_mut().insert(header::ALLOW, allow);
    Ok(response)
}

/// The methods the document knows at an address.
fn methods_at(document: Document, path: &str) -> Vec<String> {
    let paths = document.0.get("paths").and_then(|p| p.as_object());
    paths
        .into_iter()
        .flatten()
        .filter(|(template, _)| fits(template, path))
        .filter_map(|(_, operations)| operations.as_object())
        .flat_map(|operations| operations.keys().map(|method| method.to_uppercase()))
        .collect()
}

/// Whether a path is one the template means, `{…}` standing for one segment.
fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(w), Some(g)) if w == g || (w.starts_with('{') && !g.is_empty()) => {}
            _ => return false,
        }
    }
}
