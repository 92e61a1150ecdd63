//! What all change requests 变更申请 have in common, those of an enterprise's identity and those of a product.

use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

kernel::codes! {
    /// Where a change request stands.
    pub enum ChangeRequestState {
        Submitted = "submitted", "待审核", "awaiting review";
        Approved = "approved", "已通过", "approved";
        Rejected = "rejected", "已驳回", "rejected";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
    }
}

/// A rejection of a change, with its reason.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RejectChangeRequest {
    /// 驳回原因
    ///
    /// 企业可见，请说明哪一项不符合要求、怎样补正。
    #[schema(
        min_length = 2,
        max_length = 500,
        format = "multiline",
        example = "所附证照与填写的内容不符，请核对后重新申请"
    )]
    pub reason: String,
}
