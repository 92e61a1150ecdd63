use crate::{FieldError, Problem, check::Check, entries, rules::field_errors};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use std::{
    any::TypeId,
    collections::HashMap,
    future::{Ready, ready},
    sync::Arc,
};
use utoipa::{IntoParams, ToSchema, openapi::path::ParameterIn};
use validator::Validate;

/// Query parameters that keep every limit the document states for them; unknown and repeated ones are refused.
pub struct Query<T>(pub T);

/// Which page of a list is wanted.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams, ToSchema, Validate)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// 页码
    ///
    /// 从 1 开始。
    #[param(minimum = 1, maximum = 1_000_000_000, example = 1)]
    pub page: Option<i64>,
    /// 每页条数
    ///
    /// 默认 10。
    #[param(minimum = 1, maximum = 200, example = 20)]
    pub page_size: Option<i64>,
}

impl PageQuery {
    /// The number of the page, from 1.
    #[must_use]
    pub fn page(self) -> i64 {
        self.page.unwrap_or(1).max(1)
    }

    /// How many records it holds at most.
    #[must_use]
    pub fn size(self) -> i64 {
        self.page_size.unwrap_or(10).clamp(1, 200)
    }

    /// How many records come before it.
    #[must_use]
    pub fn offset(self) -> i64 {
        (self.page() - 1).saturating_mul(self.size())
    }

    /// The page as answered.
    #[must_use]
    pub fn of<T>(self, items: Vec<T>, total: i64) -> kernel::Page<T> {
        kernel::Page {
            items,
            total,
            page: self.page(),
            page_size: self.size(),
        }
    }
}

/// A list's parameters: the page, and the filter and order that are the list's own.
pub struct ListQuery<F> {
    /// Which page.
    pub page: PageQuery,
    /// What the list can be filtered and sorted by.
    pub filter: F,
}

impl<T: DeserializeOwned + IntoParams + Validate + 'static> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            read::<T>(req.query_string(), schema::<T>).and_then(|q| match q.validate() {
                Ok(()) => Ok(Self(q)),
                Err(e) => Err(Problem::invalid(field_errors(&e))),
            }),
        )
    }
}

impl<F: DeserializeOwned + IntoParams + 'static> FromRequest for ListQuery<F> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            read::<Both<F>>(req.query_string(), || {
                let mut schema = schema::<F>();
                let page = self::schema::<PageQuery>();
                schema.0.extend(page.0);
                schema
            })
            .map(|Both { page, filter }| Self { page, filter }),
        )
    }
}

#[derive(Deserialize)]
struct Both<F> {
    #[serde(flatten)]
    page: PageQuery,
    #[serde(flatten)]
    filter: F,
}

/// The properties and the required names of a set of parameters.
type Properties = (Vec<(String, Value)>, Vec<String>);

fn schema<T: IntoParams>() -> Properties {
    let mut properties = vec![];
    let mut required = vec![];
    for p in T::into_params(|| Some(ParameterIn::Query)) {
        let mut schema = p
            .schema
            .and_then(|s| serde_json::to_value(s).ok())
            .unwrap_or_default();
        if let (Some(description), Some(schema)) = (p.description, schema.as_object_mut()) {
            schema.insert("description".into(), description.into());
        }
        if matches!(p.required, utoipa::openapi::Required::True) {
            required.push(p.name.clone());
        }
        properties.push((p.name, schema));
    }
    (properties, required)
}

fn read<T: DeserializeOwned + 'static>(query: &str, schema: impl Fn() -> Properties) -> Result<T, Problem> {
    #[expect(clippy::disallowed_types, reason = "reads the pairs, which are judged below")]
    let pairs = actix_web::web::Query::<Vec<(String, String)>>::from_query(query);
    let pairs = pairs
        .map_err(|_malformed| Problem::of(&entries::MALFORMED))?
        .into_inner();
    let check: Arc<Check> = Check::cached(TypeId::of::<T>(), || compile_input(&schema()));
    let (properties, _) = schema();
    let mut object = Map::new();
    for (name, text) in pairs {
        // A blank search finds all, as one that was left out.
        if text.trim().is_empty() && properties.iter().any(|(n, s)| *n == name && is_words(s)) {
            continue;
        }
        let integer = properties
            .iter()
            .any(|(n, s)| *n == name && is_type(s, "integer"));
        let boolean = properties
            .iter()
            .any(|(n, s)| *n == name && is_type(s, "boolean"));
        let value = match text.as_str() {
            n if integer => n.parse::<i64>().map_or(Value::String(text), Value::from),
            "true" if boolean => true.into(),
            "false" if boolean => false.into(),
            _ => text.into(),
        };
        if object.insert(name.clone(), value).is_some() {
            return Err(Problem::invalid(vec![repeated(&name)]));
        }
    }
    let mut value = Value::Object(object);
    let wrong = check.judge(&mut value);
    if !wrong.is_empty() {
        return Err(Problem::invalid(wrong));
    }
    serde_json::from_value(value).map_err(Problem::internal)
}

/// Whether a parameter is words to look for.
fn is_words(schema: &Value) -> bool {
    let limits = ["format", "pattern", "enum", kernel::REGISTERED];
    is_type(schema, "string") && limits.iter().all(|limit| schema.get(limit).is_none())
}

fn compile_input((properties, required): &Properties) -> (Value, HashMap<String, Value>) {
    let properties: Map<_, _> = properties.iter().cloned().collect();
    (
        json!({ "type": "object", "properties": properties, "required": required }),
        HashMap::new(),
    )
}

fn is_type(schema: &Value, kind: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(t)) => t == kind,
        Some(Value::Array(list)) => list.iter().any(|t| t == kind),
        _ => false,
    }
}

fn repeated(name: &str) -> FieldError {
    FieldError {
        pointer: format!("/{name}"),
        code: "repeated".into(),
        en: format!("the parameter {name} stands twice"),
        zh: format!("参数 {name} 重复"),
        params: Map::new(),
    }
}
