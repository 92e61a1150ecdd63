//! What is said of a wrong field. The codes are stable; the texts name the field by its title.

use super::FormatError;
use crate::FieldError;
use serde_json::{Map, Value, json};

fn error(code: &'static str, en: String, zh: String, params: Value) -> FieldError {
    let params = match params {
        Value::Object(params) => params,
        _ => Map::new(),
    };
    FieldError {
        pointer: String::new(),
        code: code.into(),
        en,
        zh,
        params,
    }
}

pub(super) fn required(title: &str) -> FieldError {
    error(
        "required",
        format!("{title} is required"),
        format!("请填写{title}"),
        Value::Null,
    )
}

pub(super) fn blank(title: &str) -> FieldError {
    error(
        "blank",
        format!("{title} must not be blank; leave it out where none is meant"),
        format!("{title}不能为空值；不指定时请不要传这一项"),
        Value::Null,
    )
}

pub(super) fn wrong_type(title: &str, wanted: &'static str) -> FieldError {
    let zh = match wanted {
        "text" => "文字",
        "integer" => "整数",
        "boolean" => "true 或 false",
        "list" => "列表",
        _ => "对象",
    };
    error(
        "type",
        format!("{title} must be of type {wanted}"),
        format!("{title}应为{zh}"),
        json!({ "type": wanted }),
    )
}

pub(super) fn not_in_list(title: &str, codes: &[String]) -> FieldError {
    error(
        "not_in_list",
        format!("{title} must be one of: {}", codes.join(", ")),
        format!("{title}不在可选范围内"),
        json!({ "values": codes }),
    )
}

pub(super) fn too_short(title: &str, min: usize) -> FieldError {
    error(
        "too_short",
        format!("{title} needs at least {min} characters"),
        format!("{title}至少需要 {min} 个字"),
        json!({ "min": min }),
    )
}

pub(super) fn too_long(title: &str, max: usize) -> FieldError {
    error(
        "too_long",
        format!("{title} takes at most {max} characters"),
        format!("{title}不能超过 {max} 个字"),
        json!({ "max": max }),
    )
}

pub(super) fn too_small(title: &str, min: i64) -> FieldError {
    error(
        "too_small",
        format!("{title} must be at least {min}"),
        format!("{title}不能小于 {min}"),
        json!({ "min": min }),
    )
}

pub(super) fn too_big(title: &str, max: i64) -> FieldError {
    error(
        "too_big",
        format!("{title} must be at most {max}"),
        format!("{title}不能大于 {max}"),
        json!({ "max": max }),
    )
}

pub(super) fn too_few(title: &str, min: usize) -> FieldError {
    if min == 1 {
        return required(title);
    }
    error(
        "too_few",
        format!("{title} needs at least {min} items"),
        format!("{title}至少需要 {min} 项"),
        json!({ "min": min }),
    )
}

pub(super) fn too_many(title: &str, max: usize) -> FieldError {
    error(
        "too_many",
        format!("{title} takes at most {max} items"),
        format!("{title}最多 {max} 项"),
        json!({ "max": max }),
    )
}

pub(super) fn pattern(title: &str) -> FieldError {
    error(
        "pattern",
        format!("{title} does not have the right form"),
        format!("{title}格式不正确"),
        Value::Null,
    )
}

pub(super) fn control_character(title: &str, c: char) -> FieldError {
    let point = format!("U+{:04X}", u32::from(c));
    error(
        "control_character",
        format!("{title} contains an invisible or control character ({point})"),
        format!("{title}含有不可见字符或控制字符（{point}），请删除后重新输入"),
        json!({ "character": point }),
    )
}

pub(super) fn unknown(name: &str) -> FieldError {
    let name: String = name.chars().filter(|c| !c.is_control()).take(64).collect();
    error(
        "unknown_field",
        format!("there is no field {name}"),
        format!("没有名为 {name} 的字段"),
        Value::Null,
    )
}

pub(super) fn format(e: &FormatError) -> FieldError {
    FieldError {
        pointer: String::new(),
        code: e.code.clone(),
        en: e.en.clone(),
        zh: e.zh.clone(),
        params: Map::new(),
    }
}
