use identifiers::{Explain, Warning};
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// Something about a field that looks wrong and may be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldWarning {
    /// 字段位置
    ///
    /// JSON pointer。
    #[schema(example = "/standards/0")]
    pub pointer: String,
    /// 提示代码
    pub code: String,
    /// 提示
    pub message: String,
}

impl FieldWarning {
    /// What a warning says about the field at `pointer`, to a reader of this language.
    #[must_use]
    pub fn of(pointer: &str, warning: &Warning, lang: Lang) -> Self {
        Self {
            pointer: pointer.to_owned(),
            code: warning.code().to_owned(),
            message: match lang {
                Lang::Zh => warning.zh(),
                Lang::En => warning.to_string(),
            },
        }
    }
}
