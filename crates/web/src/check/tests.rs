mod formats;

use super::*;
use serde_json::json;

/// What is said of a value, `pointer code` each, sorted, and what becomes of it.
fn judged(schema: &Value, mut value: Value) -> (Vec<String>, Value) {
    let found = Check::compile(schema, &HashMap::new()).judge(&mut value);
    let mut said: Vec<_> = found
        .iter()
        .map(|e| format!("{} {}", e.pointer, e.code))
        .collect();
    said.sort();
    (said, value)
}

fn codes(schema: &Value, value: Value) -> Vec<String> {
    judged(schema, value).0
}

#[test]
fn each_kind_of_value_keeps_its_limits() {
    let text = json!({"type": "string", "minLength": 2, "maxLength": 4});
    let integer = json!({"type": "integer", "minimum": 1, "maximum": 9});
    let choice = json!({"type": "string", "enum": ["a", "b"]});
    let list = json!({"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "integer"}});
    let coded = json!({"type": "string", "pattern": "^[0-9]+$"});
    let huge = json!(18_446_744_073_709_551_615_u64);
    #[rustfmt::skip]
    let cases = [
        (&text, json!("ab"), ""), (&text, json!("abcd"), ""), (&text, json!("四个汉字"), ""),
        (&text, json!("a"), " too_short"), (&text, json!("abcde"), " too_long"), (&text, json!("五个汉字了"), " too_long"),
        (&text, json!(""), " required"), (&text, json!("   "), " required"), (&text, json!("  a  "), " too_short"),
        (&text, json!(12), " type"), (&text, json!(null), " type"), (&text, json!(["ab"]), " type"),
        (&integer, json!(1), ""), (&integer, json!(9), ""), (&integer, json!(0), " too_small"),
        (&integer, json!(10), " too_big"), (&integer, json!(-9), " too_small"), (&integer, json!(1.5), " type"),
        (&integer, json!(1.0), " type"), (&integer, json!("5"), " type"), (&integer, huge, " type"),
        (&integer, json!(true), " type"), (&integer, json!(null), " type"),
        (&choice, json!("a"), ""), (&choice, json!("A"), " not_in_list"), (&choice, json!("a "), " not_in_list"),
        (&choice, json!(""), " not_in_list"), (&choice, json!(1), " not_in_list"),
        (&list, json!([1, 2]), ""), (&list, json!([1]), " too_few"), (&list, json!([]), " too_few"),
        (&list, json!([1, 2, 3, 4]), " too_many"), (&list, json!({}), " type"), (&list, json!("1,2"), " type"),
        (&coded, json!("12"), ""), (&coded, json!(" 12 "), ""), (&coded, json!("1 2"), " pattern"),
        (&coded, json!("１２"), " pattern"), (&coded, json!(""), " pattern"),
        (&json!({"type": "boolean"}), json!(true), ""), (&json!({"type": "boolean"}), json!("true"), " type"),
        (&json!({"type": "boolean"}), json!(0), " type"), (&json!({}), json!({"anything": [1]}), ""),
    ];
    for (schema, value, wrong) in cases {
        let found = codes(schema, value.clone());
        assert_eq!(found.join(";"), wrong, "{value} against {schema}");
    }
    // A list that needs one thing is a field that was left out.
    let one = json!({"type": "array", "minItems": 1, "items": {}});
    assert_eq!(codes(&one, json!([])), [" required"]);
}

#[test]
fn what_may_be_left_out_may_be_null_or_blank() {
    for schema in [
        json!({"type": ["string", "null"], "minLength": 2}),
        json!({"oneOf": [{"type": "null"}, {"type": "string", "minLength": 2}]}),
    ] {
        for value in [json!(null), json!(""), json!("  "), json!("\t\n")] {
            assert_eq!(
                judged(&schema, value.clone()),
                (vec![], Value::Null),
                "{value:?} against {schema}"
            );
        }
        assert!(codes(&schema, json!("aa")).is_empty());
        assert_eq!(codes(&schema, json!(7)).len(), 1, "{schema}");
        assert_eq!(codes(&schema, json!("a")).len(), 1, "{schema}");
    }
    for selector in [
        json!({"type": ["string", "null"], "format": "uuid"}),
        json!({"type": ["string", "null"], "format": "batch-no", "maxLength": 20}),
        json!({"type": ["string", "null"], "format": "date"}),
        json!({"type": ["string", "null"], "pattern": "^[0-9]+$"}),
        json!({"oneOf": [{"type": "string", "enum": ["aa"]}, {"type": "null"}]}),
    ] {
        assert_eq!(
            judged(&selector, json!(null)),
            (vec![], Value::Null),
            "{selector}"
        );
        for value in ["", "  ", "\t\n"] {
            assert_eq!(
                codes(&selector, json!(value)),
                [" blank"],
                "{value:?} against {selector}"
            );
        }
    }
    let number = json!({"type": ["integer", "null"], "minimum": 1});
    assert_eq!(
        judged(&number, json!("")),
        (vec![" type".to_owned()], json!("")),
        "only texts are blank"
    );
    assert_eq!(codes(&number, json!(0)), [" too_small"]);
}

#[test]
fn texts_are_tidied_and_hide_nothing() {
    let plain = json!({"type": "string"});
    assert_eq!(
        judged(&plain, json!(" \u{3000}甲 乙\u{3000} ")),
        (vec![], json!("甲 乙"))
    );
    let lines = json!({"type": "string", "format": "multiline"});
    assert_eq!(
        judged(&lines, json!("一\r\n二\r三\n\t四\n")),
        (vec![], json!("一\n二\n三\n\t四"))
    );
    let secret = json!({"type": "string", "format": "password", "minLength": 1});
    assert_eq!(
        judged(&secret, json!("  a b ")),
        (vec![], json!("  a b ")),
        "blanks are part of it"
    );
    assert_eq!(codes(&secret, json!("")), [" required"]);
    for hidden in ['\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9f}'] {
        for schema in [&plain, &lines, &secret] {
            let text = format!("a{hidden}b");
            assert_eq!(codes(schema, json!(text)), [" control_character"], "{hidden:?}");
        }
    }
    // What nobody sees nobody can delete: it is dropped, but from a password, where it would be a character.
    for unseen in [
        '\u{ad}', '\u{61c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2060}',
        '\u{2066}', '\u{2069}', '\u{3164}', '\u{feff}', '\u{fffb}', '\u{fffc}',
    ] {
        let text = json!(format!("{unseen}a{unseen}b{unseen}"));
        for schema in [&plain, &lines] {
            assert_eq!(judged(schema, text.clone()), (vec![], json!("ab")), "{unseen:?}");
        }
        assert_eq!(codes(&secret, text), [" control_character"], "{unseen:?}");
    }
    assert_eq!(judged(&plain, json!("a\u{2028}b")), (vec![], json!("a b")));
    assert_eq!(judged(&lines, json!("a\u{2029}b")), (vec![], json!("a\nb")));
    let coded = json!({"type": "string", "pattern": "^[0-9]{2}$"});
    assert_eq!(judged(&coded, json!("1\u{fe0f}2")), (vec![], json!("12")));
    // A name has at least one visible character.
    let name = json!({"type": "string", "minLength": 1, "maxLength": 9});
    for blank in [
        "\u{200b}",
        "\u{200d}\u{fe0f}",
        "\u{2800}\u{3000}",
        "\u{3164}",
        "\u{e0041}",
    ] {
        assert_eq!(codes(&name, json!(blank)), [" required"], "{blank:?}");
        let optional = json!({"type": ["string", "null"], "minLength": 1});
        assert_eq!(
            judged(&optional, json!(blank)),
            (vec![], Value::Null),
            "{blank:?}"
        );
    }
    for (schema, text) in [(&plain, "a\nb"), (&plain, "a\tb"), (&lines, "a\u{b}b")] {
        assert_eq!(codes(schema, json!(text)), [" control_character"], "{text:?}");
    }
    // What people write must pass: accents, emoji of several parts, full-width forms.
    for fine in [
        "é",
        "e\u{301}",
        "👨\u{200d}👩\u{200d}👧",
        "❤\u{fe0f}",
        "Ａ１",
        "①",
        "\u{a0}a\u{a0}b",
    ] {
        assert!(codes(&plain, json!(fine)).is_empty(), "{fine:?}");
    }
}

fn nested() -> Value {
    json!({"type": "object", "required": ["name", "parts"], "properties": {
        "name": {"type": "string", "title": "名称", "minLength": 1, "maxLength": 3},
        "parts": {"type": "array", "title": "部件", "maxItems": 2, "items": {
            "type": "object", "required": ["size"], "properties": {
                "size": {"type": "integer", "description": "尺寸\n\n毫米。", "minimum": 1},
                "note": {"type": ["string", "null"], "maxLength": 2},
            }}},
    }})
}

#[test]
fn all_wrong_fields_are_named_where_they_stand() {
    let value =
        json!({"name": "太长了吧", "parts": [{"size": 0, "note": "长长长"}, {"x/y~z": 1}], "more": true});
    assert_eq!(
        codes(&nested(), value),
        [
            "/more unknown_field",
            "/name too_long",
            "/parts/0/note too_long",
            "/parts/0/size too_small",
            "/parts/1/size required",
            "/parts/1/x~1y~0z unknown_field"
        ]
    );
    assert_eq!(codes(&nested(), json!({})), ["/name required", "/parts required"]);
    assert_eq!(
        codes(&nested(), json!({"name": null, "parts": null})),
        ["/name type", "/parts type"]
    );
    assert_eq!(codes(&nested(), json!([])), [" type"]);
    // Of a flood only what is within the limit is looked at.
    let flood = json!({"name": "a", "parts": vec![json!({}); 10_000]});
    assert_eq!(
        codes(&nested(), flood),
        [
            "/parts too_many",
            "/parts/0/size required",
            "/parts/1/size required"
        ]
    );
    let (wrong, normal) = judged(
        &nested(),
        json!({"name": " 甲 ", "parts": [{"size": 1, "note": " "}]}),
    );
    assert_eq!(
        (wrong.len(), normal),
        (0, json!({"name": "甲", "parts": [{"size": 1, "note": null}]}))
    );
}

#[test]
fn messages_call_a_field_by_its_title_and_name_the_limit() {
    let mut value = json!({"name": "太长了吧", "parts": [{"size": 0}], "\u{1b}evil": 1});
    let found = Check::compile(&nested(), &HashMap::new()).judge(&mut value);
    let said: Vec<_> = found
        .iter()
        .map(|e| (e.zh.as_str(), e.en.as_str(), Value::Object(e.params.clone())))
        .collect();
    assert_eq!(
        said[0],
        (
            "名称不能超过 3 个字",
            "名称 takes at most 3 characters",
            json!({"max": 3})
        )
    );
    assert_eq!(
        said[1],
        ("尺寸不能小于 1", "尺寸 must be at least 1", json!({"min": 1}))
    );
    assert_eq!(
        said[2].0, "没有名为 evil 的字段",
        "no control character comes back"
    );
    let choice = json!({"type": "string", "title": "状态", "enum": ["on", "off"]});
    let choice = json!({"type": "object", "properties": {"state": choice}});
    let found = Check::compile(&choice, &HashMap::new()).judge(&mut json!({"state": "x"}));
    assert_eq!(
        (found[0].zh.as_str(), &found[0].params["values"]),
        ("状态不在可选范围内", &json!(["on", "off"]))
    );
}

#[test]
fn parts_are_followed_and_unknown_schemas_judge_nothing() {
    let parts = HashMap::from([("Size".to_owned(), json!({"type": "integer", "minimum": 1}))]);
    let check = |schema: Value, mut value: Value| Check::compile(&schema, &parts).judge(&mut value).len();
    let size = json!({"$ref": "#/components/schemas/Size"});
    assert_eq!(
        [
            check(size.clone(), json!(1)),
            check(size.clone(), json!(0)),
            check(size.clone(), json!(null))
        ],
        [0, 1, 1]
    );
    let optional = json!({"oneOf": [{"type": "null"}, size]});
    assert_eq!(
        [check(optional.clone(), json!(null)), check(optional, json!(0))],
        [0, 1]
    );
    for schema in [
        json!({"$ref": "#/components/schemas/Gone"}),
        json!({"type": "number"}),
        json!({"type": "object"}),
        json!({"oneOf": [{"type": "string"}, {"type": "integer"}]}),
        json!(true),
        json!(null),
    ] {
        assert_eq!(check(schema, json!({"a": [1, "x", null]})), 0);
    }
}

/// Whatever comes in: no panic, and what was found right is found right again and stays as it is.
#[test]
fn judging_twice_is_judging_once() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut roll = |sides: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % sides as u64).unwrap()
    };
    let atoms = [
        json!(null),
        json!(true),
        json!(0),
        json!(7),
        json!(-1.5),
        json!(""),
        json!(" 甲\r\n"),
        json!("a\u{0}"),
        json!("长长长长"),
        json!([]),
        json!({}),
        json!({"size": 3}),
        json!([{"size": 1, "note": " "}]),
    ];
    let names = ["name", "parts", "more", "size", ""];
    let mut fine = 0;
    for _ in 0..20_000 {
        let mut value = json!({"name": atoms[roll(atoms.len())], "parts": atoms[roll(atoms.len())]});
        if roll(4) == 0 {
            value[names[roll(names.len())]] = atoms[roll(atoms.len())].clone();
        }
        let (wrong, normal) = judged(&nested(), value);
        if wrong.is_empty() {
            fine += 1;
            assert_eq!(judged(&nested(), normal.clone()), (vec![], normal));
        }
    }
    assert!(fine > 50, "only {fine}");
}
