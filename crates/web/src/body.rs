use crate::{
    FieldError, Problem, blocking, check::Check, entries, idempotency::Content, rules::field_errors,
    unique_json::UniqueJson,
};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web::Bytes};
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

/// The largest JSON body; files come as multipart and have limits of their own.
pub(crate) const MAX_JSON: usize = 1024 * 1024;

/// A body that is judged away from the threads that serve requests, as that may take milliseconds.
const LARGE: usize = 16 * 1024;

/// A JSON body that keeps every limit of its schema and every rule of its record.
pub struct Valid<T>(pub T);

impl<T> FromRequest for Valid<T>
where
    T: DeserializeOwned + Validate + ToSchema + Send + 'static,
{
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = req.content_type().eq_ignore_ascii_case("application/json");
        let bytes = Bytes::from_request(req, payload);
        let req = req.clone();
        Box::pin(async move {
            if !is_json {
                return Err(Problem::of(&entries::MEDIA_TYPE));
            }
            let bytes = bytes
                .await
                .map_err(|e| match e.as_response_error().status_code().as_u16() {
                    413 => Problem::of(&entries::TOO_LARGE),
                    _ => Problem::of(&entries::MALFORMED),
                })?;
            req.extensions_mut().insert(Content::of(&bytes));
            match bytes.len() > LARGE {
                true => blocking(move || read(&bytes)).await.map(Valid),
                false => read(&bytes).map(Valid),
            }
        })
    }
}

/// Reads a whole body.
fn read<T>(bytes: &[u8]) -> Result<T, Problem>
where
    T: DeserializeOwned + Validate + ToSchema + 'static,
{
    let UniqueJson(value) = serde_json::from_slice(bytes).map_err(|e| malformed(&e))?;
    judge(value)
}

/// Turns JSON into a record, or says everything that is wrong with it. Bodies come through here, and so do the
/// rows of a spreadsheet.
///
/// # Errors
/// All wrong fields.
pub fn judge<T>(mut value: Value) -> Result<T, Problem>
where
    T: DeserializeOwned + Validate + ToSchema + 'static,
{
    let wrong = Check::of::<T>().judge(&mut value);
    if !wrong.is_empty() {
        return Err(Problem::invalid(wrong));
    }
    let record: T = serde_json::from_value(value).map_err(|e| {
        // The schema promised that this cannot happen.
        Problem::internal(format_args!(
            "a checked body does not fit {}: {e}",
            std::any::type_name::<T>()
        ))
    })?;
    match record.validate() {
        Ok(()) => Ok(record),
        Err(e) => Err(Problem::invalid(field_errors(&e))),
    }
}

fn malformed(e: &serde_json::Error) -> Problem {
    let mut problem = Problem::of(&entries::MALFORMED).at("");
    if let Some(first) = problem.errors_mut().first_mut() {
        *first = FieldError {
            pointer: String::new(),
            code: "json".into(),
            en: format!("line {}, column {}: {e}", e.line(), e.column()),
            zh: format!("第 {} 行第 {} 列附近不是有效的 JSON", e.line(), e.column()),
            params: Map::from_iter([
                ("line".into(), e.line().into()),
                ("column".into(), e.column().into()),
            ]),
        };
    }
    problem
}

#[cfg(test)]
mod tests;
