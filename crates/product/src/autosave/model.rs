use db::{AccountId, Entry, Shape, Stored, schema::product_autosaves};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

/// A form that is not finished, as stored; one for each account and subject.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = product_autosaves, treat_none_as_default_value = false)]
pub(super) struct ProductAutosave {
    pub(super) id: Id<ProductAutosave>,
    pub(super) account_id: AccountId,
    /// The product that is being changed, or `new`.
    pub(super) subject: String,
    pub(super) content: Stored<FormContent>,
    pub(super) saved_at: Timestamp,
}

/// What was typed into a form, whatever it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct FormContent {
    pub(super) fields: Map<String, Value>,
}

/// The shape of a form, for the list of shapes.
pub(crate) const SHAPE: Entry = Entry::of::<FormContent>("product_autosaves.content");

impl Shape for FormContent {
    const NAME: &'static str = "product_form";
    const SHAPE: u32 = 1;

    /// Before shapes had numbers the fields of the form were the object itself.
    fn upgrade(_from: u32, fields: &mut Map<String, Value>) {
        let typed = std::mem::take(fields);
        fields.insert("fields".to_owned(), Value::Object(typed));
    }
    fn stand_ins() -> Map<String, Value> {
        Map::from_iter([("fields".to_owned(), Value::Object(Map::new()))])
    }
}

/// A form that is not finished.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AutosaveView {
    /// 内容
    ///
    /// 表单中已填写的内容，未经检查；无法读取时为空。
    #[schema(value_type = Object)]
    pub content: Map<String, Value>,
    /// 暂存时间
    pub saved_at: Timestamp,
}

/// What was typed so far.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SaveAutosave {
    /// 内容
    ///
    /// 表单中已填写的内容，不检查，最大 1 MB。
    #[schema(value_type = Object)]
    pub content: Map<String, Value>,
}
