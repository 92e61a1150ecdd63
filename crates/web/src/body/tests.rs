use super::judge;
use crate::{broken_rule, check::Check};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

#[derive(Debug, PartialEq, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "in_order"))]
struct Span {
    /// 起点
    #[schema(minimum = 0)]
    first: i64,
    /// 终点
    last: Option<i64>,
    /// 备注
    #[schema(max_length = 5)]
    note: Option<String>,
}

fn in_order(span: &Span) -> Result<(), ValidationError> {
    match span.last {
        Some(last) if last < span.first => Err(broken_rule("reversed", "/last", "reversed", "顺序颠倒")),
        _ => Ok(()),
    }
}

#[test]
fn a_record_is_judged_by_its_own_declaration_and_then_by_its_rules() {
    let wrong = |value: Value| -> Vec<String> {
        let problem = judge::<Span>(value).unwrap_err();
        assert_eq!((problem.status(), problem.code()), (422, "request.invalid"));
        problem
            .errors()
            .iter()
            .map(|e| format!("{} {}", e.pointer, e.code))
            .collect()
    };
    let span = Span {
        first: 1,
        last: None,
        note: None,
    };
    assert_eq!(judge::<Span>(json!({"first": 1, "note": "  "})).unwrap(), span);
    assert_eq!(
        wrong(json!({"first": -1, "note": "六个字的备注", "x": 1})),
        ["/first too_small", "/note too_long", "/x unknown_field"]
    );
    assert_eq!(wrong(json!({"first": 2, "last": 1})), ["/last reversed"]);
    assert_eq!(
        wrong(json!({"first": -2, "last": -3})),
        ["/first too_small"],
        "rules come after limits"
    );
    assert!(
        Arc::ptr_eq(&Check::of::<Span>(), &Check::of::<Span>()),
        "compiled once"
    );
}
