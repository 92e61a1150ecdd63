//! Rules over several fields, in the words of `validator`.

use crate::FieldError;
use serde_json::{Map, Value};
use std::borrow::Cow;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

const EN: &str = "en";
const POINTER: &str = "pointer";

/// A broken rule: its code, the field to blame, and both texts. For `#[validate(schema(function = …))]`.
#[must_use]
pub fn broken_rule(
    code: &'static str,
    pointer: &'static str,
    en: impl Into<Cow<'static, str>>,
    zh: impl Into<Cow<'static, str>>,
) -> ValidationError {
    let mut error = ValidationError::new(code).with_message(zh.into());
    error.add_param(EN.into(), &en.into());
    error.add_param(POINTER.into(), &pointer);
    error
}

/// The same errors in the words of a problem.
pub(crate) fn field_errors(errors: &ValidationErrors) -> Vec<FieldError> {
    let mut found = vec![];
    walk(errors, "", &mut found);
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

fn walk(errors: &ValidationErrors, at: &str, found: &mut Vec<FieldError>) {
    for (field, kind) in errors.errors() {
        let here = if field == "__all__" {
            at.to_owned()
        } else {
            format!("{at}/{field}")
        };
        match kind {
            ValidationErrorsKind::Field(list) => found.extend(list.iter().map(|e| said(e, at, &here))),
            ValidationErrorsKind::Struct(inner) => walk(inner, &here, found),
            ValidationErrorsKind::List(items) => {
                for (i, inner) in items {
                    walk(inner, &format!("{here}/{i}"), found);
                }
            }
        }
    }
}

fn said(e: &ValidationError, at: &str, here: &str) -> FieldError {
    let text = |key: &str| e.params.get(key).and_then(Value::as_str);
    let zh = e.message.clone().unwrap_or_default().into_owned();
    FieldError {
        pointer: text(POINTER).map_or_else(|| here.to_owned(), |p| format!("{at}{p}")),
        code: e.code.clone(),
        en: text(EN).map_or_else(|| zh.clone(), str::to_owned),
        zh,
        params: Map::new(),
    }
}
