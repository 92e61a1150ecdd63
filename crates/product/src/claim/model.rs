use crate::{ClaimState, ProductId, ProductState};
use db::{List, schema::code_claims};
use diesel::{Insertable, Queryable, Selectable};
use identifiers::Gtin;
use kernel::{Code, Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::upload::{FileId, FileView};

/// The id of a claim.
pub type CodeClaimId = Id<CodeClaim>;

/// A claim as stored, by the enterprise that files it.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = code_claims, treat_none_as_default_value = false)]
pub struct CodeClaim {
    /// Its id.
    pub id: CodeClaimId,
    /// The trace code as 14 digits.
    pub gtin: String,
    /// The trace code as it was entered.
    pub trace_code: String,
    /// The product it is about, of another enterprise.
    pub product_id: ProductId,
    /// Why the code is not that enterprise's.
    pub reason: String,
    /// What proves it.
    pub proof_file_ids: List<FileId>,
    /// State.
    pub state: Code<ClaimState>,
    /// What the other enterprise says.
    pub reply: Option<String>,
    /// When it said so.
    pub replied_at: Option<Timestamp>,
    /// Why the operator decided as it did.
    pub decision_reason: Option<String>,
    /// When it was decided or withdrawn.
    pub decided_at: Option<Timestamp>,
    /// When it was filed.
    pub created_at: Timestamp,
}

/// A claim to a trace code that another enterprise registered.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CreateCodeClaim {
    /// 追溯码
    ///
    /// 属于本企业、却被其他企业登记的追溯码。
    #[schema(value_type = String, format = "gtin", min_length = 1, example = "6901234567892")]
    pub trace_code: Gtin,
    /// 申诉理由
    ///
    /// 对方企业和平台可见，请说明该追溯码为何属于本企业。
    #[schema(
        min_length = 5,
        max_length = 1000,
        format = "multiline",
        example = "该商品条码以我公司的厂商识别代码开头，证书见附件"
    )]
    pub reason: String,
    /// 权属证明
    ///
    /// 如《中国商品条码系统成员证书》；jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小），仅平台可见。
    #[schema(min_items = 1, max_items = 9)]
    pub proof_file_ids: Vec<FileId>,
}

/// What an enterprise says to a claim to the code of a product of its own.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReplyCodeClaim {
    /// 说明
    ///
    /// 申诉企业和平台可见，提交后不能修改。
    #[schema(
        min_length = 2,
        max_length = 1000,
        format = "multiline",
        example = "该条码由我公司受托加工时使用，现同意作废"
    )]
    pub reply: String,
}

/// What the operator decides of a claim, with the reason.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DecideCodeClaim {
    /// 裁定理由
    ///
    /// 双方可见；申诉成立的，也是对方产品的作废原因，扫码时可见。
    #[schema(
        min_length = 2,
        max_length = 200,
        format = "multiline",
        example = "厂商识别代码证书属实，该码归申诉企业"
    )]
    pub reason: String,
}

kernel::codes! {
    /// Which side of a claim an enterprise is on.
    pub enum ClaimSide {
        Filed = "filed", "本企业提交", "filed by us";
        Received = "received", "针对本企业", "against us";
    }
}

/// The filter of the list of claims.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CodeClaimFilter {
    /// 申诉方向
    ///
    /// 不填为本企业提交的。
    #[param(inline)]
    pub side: Option<ClaimSide>,
    /// 状态
    #[param(inline)]
    pub state: Option<ClaimState>,
}

/// The filter of the platform's list of claims.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClaimReviewFilter {
    /// 追溯码
    ///
    /// 追溯码的一部分。
    #[param(max_length = 14, example = "6901234567892")]
    pub trace_code: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<ClaimState>,
}

/// A claim as an enterprise on either side sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CodeClaimView {
    /// 申诉编号
    pub id: CodeClaimId,
    /// 申诉方向
    pub side: ClaimSide,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 状态
    #[schema(value_type = ClaimState)]
    pub state: Code<ClaimState>,
    /// 申诉理由
    pub reason: String,
    /// 权属证明
    ///
    /// 仅申诉企业和平台可见。
    pub proofs: Vec<FileView>,
    /// 被申诉产品
    ///
    /// 仅被申诉企业可见。
    pub product_id: Option<ProductId>,
    /// 对方说明
    pub reply: Option<String>,
    /// 说明时间
    pub replied_at: Option<Timestamp>,
    /// 裁定理由
    pub decision_reason: Option<String>,
    /// 裁定时间
    pub decided_at: Option<Timestamp>,
    /// 提交时间
    pub created_at: Timestamp,
}

/// A claim as the operator sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClaimReview {
    /// 申诉编号
    pub id: CodeClaimId,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 状态
    #[schema(value_type = ClaimState)]
    pub state: Code<ClaimState>,
    /// 申诉企业
    pub claimant_name: String,
    /// 申诉企业已登记前缀
    ///
    /// 申诉企业登记的厂商识别代码中，是该追溯码开头的一个。
    #[schema(example = "6901234")]
    pub claimant_prefix: Option<String>,
    /// 被申诉企业
    pub respondent_name: String,
    /// 被申诉企业已登记前缀
    ///
    /// 被申诉企业登记的厂商识别代码中，是该追溯码开头的一个。
    pub respondent_prefix: Option<String>,
    /// 被申诉产品编号
    pub product_id: ProductId,
    /// 被申诉产品
    pub product_name: String,
    /// 被申诉产品状态
    #[schema(value_type = ProductState)]
    pub product_state: Code<ProductState>,
    /// 申诉理由
    pub reason: String,
    /// 权属证明
    ///
    /// 列表中不含，查看单件申诉时列出。
    pub proofs: Vec<FileView>,
    /// 对方说明
    pub reply: Option<String>,
    /// 说明时间
    pub replied_at: Option<Timestamp>,
    /// 裁定理由
    pub decision_reason: Option<String>,
    /// 裁定时间
    pub decided_at: Option<Timestamp>,
    /// 提交时间
    pub created_at: Timestamp,
}
