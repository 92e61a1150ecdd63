//! Compares every answer the tests get with what the OpenAPI document says of the operation: its status, and its media type.

use crate::Reply;
use serde_json::Value;
use ureq::http::Method;

/// Fails when an operation answered what the document does not name.
pub(crate) fn check(method: &Method, path: &str, reply: &Reply) {
    let path = path.split('?').next().unwrap_or_default();
    let Some(operation) = operation(method, path) else {
        return;
    };
    let at = format!("{} ({method} {path})", operation["operationId"]);
    let response = &operation["responses"][reply.status.to_string()];
    let response = match response["$ref"].as_str() {
        Some(shared) => server::document()
            .pointer(shared.trim_start_matches('#'))
            .unwrap(),
        None => response,
    };
    assert!(
        response.is_object(),
        "{at} answered {}, which the document does not name: {}",
        reply.status,
        reply.text()
    );
    let media_type = reply.header("content-type").split(';').next().unwrap_or_default();
    assert!(
        reply.bytes.is_empty() || response["content"].get(media_type).is_some(),
        "{at} answered {} as {media_type:?}, which the document does not name",
        reply.status
    );
}

/// The operation the document knows at an address: that with the fewest places left open.
fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let paths = server::document()["paths"].as_object().unwrap();
    let fitting = paths.iter().filter(|(template, _)| fits(template, path));
    let (_, operations) = fitting.min_by_key(|(template, _)| template.matches('{').count())?;
    operations.get(method.as_str().to_lowercase())
}

/// Whether an address is one a template means. The code of a printed address is all that follows.
fn fits(template: &str, path: &str) -> bool {
    if let Some(before) = template.strip_suffix("{code}") {
        return path.len() > before.len() && path.starts_with(before);
    }
    let (wanted, given) = (template.split('/'), path.split('/'));
    wanted.clone().count() == given.clone().count()
        && wanted
            .zip(given)
            .all(|(w, g)| w == g || (w.starts_with('{') && !g.is_empty()))
}
