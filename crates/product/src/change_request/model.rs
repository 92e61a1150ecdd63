use crate::{ProductId, ProductRecord, events::Change};
use db::{AccountId, List, Stored, schema::change_requests};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Code, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::upload::FileView;

pub use crate::ids::ChangeRequestId;
pub use enterprise::change_request::{ChangeRequestState, RejectChangeRequest};

/// A change request as stored; once it is decided it never changes.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = change_requests, treat_none_as_default_value = false)]
pub struct ChangeRequest {
    /// Its id.
    pub id: ChangeRequestId,
    /// The product that is to change.
    pub product_id: ProductId,
    /// What held when it was asked for.
    pub former: Stored<ProductRecord>,
    /// What is to hold.
    pub record: Stored<ProductRecord>,
    /// The fields that differ.
    pub changed_fields: List<String>,
    /// Why its maker asks.
    pub reason: String,
    /// Where it stands.
    pub state: Code<ChangeRequestState>,
    /// Why it was rejected or closed.
    pub state_reason: Option<String>,
    /// Who asked.
    pub account_id: Option<AccountId>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
}

/// A change of what was reviewed, to be reviewed in turn.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CreateChangeRequest {
    /// 产品记录
    ///
    /// 变更后的完整内容；追溯码不能变更。
    #[validate(nested)]
    pub record: ProductRecord,
    /// 变更原因
    ///
    /// 审核时可见；通过后随新版本在扫码页的变更记录中公开。
    #[schema(
        min_length = 2,
        max_length = 200,
        example = "生产许可证到期换证，证书编号变更"
    )]
    pub reason: String,
}

/// Filter of the platform's list of change requests.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ChangeRequestFilter {
    /// 关键词
    ///
    /// 产品名称、规格型号、商标或追溯码的一部分；也可以是扫码枪读出的内容。
    #[param(format = "scanned-item", max_length = 100, example = "细工木板")]
    pub keyword: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<ChangeRequestState>,
}

/// A change request in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangeRequestItem {
    /// 申请编号
    pub id: ChangeRequestId,
    /// 产品编号
    pub product_id: ProductId,
    /// 企业名称
    pub enterprise_name: String,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 规格型号
    pub model: String,
    /// 变更字段
    #[schema(example = json!(["licence_number"]))]
    pub changed_fields: Vec<String>,
    /// 变更原因
    pub reason: String,
    /// 状态
    #[schema(value_type = ChangeRequestState)]
    pub state: Code<ChangeRequestState>,
    /// 状态说明
    ///
    /// 驳回或关闭的原因。
    pub state_reason: Option<String>,
    /// 申请时间
    pub created_at: Timestamp,
    /// 处理时间
    pub decided_at: Option<Timestamp>,
}

/// A change request with what it changes, field by field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ChangeRequestView {
    /// 申请编号
    pub id: ChangeRequestId,
    /// 产品编号
    pub product_id: ProductId,
    /// 企业名称
    pub enterprise_name: String,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 产品名称
    pub product_name: String,
    /// 变更字段
    ///
    /// 按表单中的顺序。
    #[schema(example = json!(["licence_number"]))]
    pub changed_fields: Vec<String>,
    /// 变更内容
    ///
    /// 每个变更字段申请时的值和变更后的值。
    pub changes: BTreeMap<String, Change>,
    /// 文件
    ///
    /// 变更前后引用的文件。
    pub files: Vec<FileView>,
    /// 变更原因
    pub reason: String,
    /// 状态
    #[schema(value_type = ChangeRequestState)]
    pub state: Code<ChangeRequestState>,
    /// 状态说明
    ///
    /// 驳回或关闭的原因。
    pub state_reason: Option<String>,
    /// 申请人
    pub made_by: Option<String>,
    /// 申请时间
    pub created_at: Timestamp,
    /// 处理时间
    pub decided_at: Option<Timestamp>,
}
