use serde::Serialize;
use utoipa::ToSchema;

/// One page of a list, with the total that the pager of a screen needs.
///
/// Of a field's doc comment the first line is its Chinese title and the rest its description, here and in every
/// record of the API: the OpenAPI document, the forms and the error messages take their words from it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Page<T> {
    /// 记录
    pub items: Vec<T>,
    /// 总数
    ///
    /// 符合条件的记录总数。
    #[schema(example = 42)]
    pub total: i64,
    /// 页码
    ///
    /// 从 1 开始。
    #[schema(example = 1)]
    pub page: i64,
    /// 每页条数
    #[schema(example = 20)]
    pub page_size: i64,
}

impl<T> Page<T> {
    /// The same page with every record turned into something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            total: self.total,
            page: self.page,
            page_size: self.page_size,
        }
    }
}
