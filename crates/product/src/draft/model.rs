use db::{AccountId, Json, schema::product_drafts};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

/// A form that is not finished, as stored; one for each account and subject.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = product_drafts, treat_none_as_default_value = false)]
pub(super) struct ProductDraft {
    pub(super) id: Id<ProductDraft>,
    pub(super) account_id: AccountId,
    /// The product that is being changed, or `new`.
    pub(super) subject: String,
    pub(super) content: Json<Map<String, Value>>,
    pub(super) saved_at: Timestamp,
}

/// A form that is not finished.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DraftView {
    /// 内容
    ///
    /// 表单中已填写的内容，未经检查。
    #[schema(value_type = Object)]
    pub content: Map<String, Value>,
    /// 暂存时间
    pub saved_at: Timestamp,
}

/// What was typed so far.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// 内容
    ///
    /// 表单中已填写的内容，不检查，最大 1 MB。
    #[schema(value_type = Object)]
    pub content: Map<String, Value>,
}
