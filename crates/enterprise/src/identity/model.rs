use crate::{
    change_request::ChangeRequestState,
    profile::{Enterprise, EnterpriseId, EnterpriseType, EnterpriseTypes},
};
use db::schema::identity_requests;
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Code, Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{
    FieldWarning,
    upload::{FileId, FileView},
};

/// The id of an identity request.
pub type IdentityRequestId = Id<IdentityRequest>;

/// An identity request as stored: what held when it was asked for, and what is to hold.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = identity_requests, treat_none_as_default_value = false)]
pub struct IdentityRequest {
    pub(super) id: IdentityRequestId,
    pub(super) former_name: String,
    pub(super) former_region_code: String,
    pub(super) former_enterprise_types: EnterpriseTypes,
    pub(super) former_licence_file_id: Option<FileId>,
    pub(super) name: String,
    pub(super) region_code: String,
    pub(super) enterprise_types: EnterpriseTypes,
    pub(super) licence_file_id: Option<FileId>,
    pub(super) reason: Option<String>,
    pub(super) state: Code<ChangeRequestState>,
    pub(super) state_reason: Option<String>,
    pub(super) created_at: Timestamp,
    pub(super) decided_at: Option<Timestamp>,
}

impl IdentityRequest {
    /// The request to have verified what an enterprise is now.
    pub(super) fn of(e: &Enterprise, now: Timestamp) -> Self {
        Self {
            id: Id::new(),
            former_name: e.name.clone(),
            former_region_code: e.region_code.clone(),
            former_enterprise_types: e.enterprise_types.clone(),
            former_licence_file_id: e.licence_file_id.clone(),
            name: e.name.clone(),
            region_code: e.region_code.clone(),
            enterprise_types: e.enterprise_types.clone(),
            licence_file_id: e.licence_file_id.clone(),
            reason: None,
            state: ChangeRequestState::Submitted.into(),
            state_reason: None,
            created_at: now,
            decided_at: None,
        }
    }

    /// The fields that are to change, in the order of the form.
    pub(super) fn changed_fields(&self) -> Vec<&'static str> {
        let differs = [
            ("name", self.former_name != self.name),
            ("region_code", self.former_region_code != self.region_code),
            (
                "enterprise_types",
                self.former_enterprise_types.0 != self.enterprise_types.0,
            ),
            ("licence_file_id", self.brings_licence()),
        ];
        let changed = differs.into_iter().filter(|(_, differs)| *differs);
        changed.map(|(field, _)| field).collect()
    }

    /// Whether it comes with a licence of its own.
    pub(super) fn brings_licence(&self) -> bool {
        self.licence_file_id != self.former_licence_file_id
    }
}

/// An enterprise's wish to be verified as this, or to be changed to it. Its 统一社会信用代码 never changes.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CreateIdentityRequest {
    /// 企业名称
    ///
    /// 与营业执照一致。
    #[schema(min_length = 2, max_length = 100, example = "杭州超尔切削工具有限公司")]
    pub name: String,
    /// 行政区划
    ///
    /// 到区（县）一级，GB/T 2260。
    #[schema(format = "region", min_length = 1, example = "330109")]
    pub region_code: String,
    /// 企业类型
    ///
    /// 可多选，菜单随类型变化。
    #[schema(min_items = 1, max_items = 6)]
    pub enterprise_types: Vec<EnterpriseType>,
    /// 营业执照
    ///
    /// 变更后的营业执照，先上传到 business_licence，再填文件编号；没有换照的填原来的。
    pub licence_file_id: FileId,
    /// 变更原因
    ///
    /// 已核验的企业必填，审核时可见。
    #[schema(min_length = 2, max_length = 200, example = "公司更名，营业执照已换发")]
    pub reason: Option<String>,
}

/// The filter of an enterprise's list of its identity requests.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct IdentityRequestFilter {
    /// 状态
    #[param(inline)]
    pub state: Option<ChangeRequestState>,
}

/// The filter of the platform's list of identity requests.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct IdentityReviewFilter {
    /// 关键词
    ///
    /// 变更前后的企业名称或统一社会信用代码的一部分。
    #[param(max_length = 100, example = "切削工具")]
    pub keyword: Option<String>,
    /// 状态
    #[param(inline)]
    pub state: Option<ChangeRequestState>,
}

/// What the operator compares with the licence.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IdentityView {
    /// 企业名称
    #[schema(example = "杭州超尔切削工具有限公司")]
    pub name: String,
    /// 行政区划代码
    #[schema(example = "330109")]
    pub region_code: String,
    /// 行政区划
    #[schema(example = "浙江省杭州市萧山区")]
    pub region_name: String,
    /// 企业类型
    #[schema(value_type = Vec<EnterpriseType>)]
    pub enterprise_types: EnterpriseTypes,
    /// 营业执照
    pub licence: Option<FileView>,
}

/// An identity request with what held and what is to hold.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IdentityRequestView {
    /// 申请编号
    pub id: IdentityRequestId,
    /// 企业编号
    pub enterprise_id: EnterpriseId,
    /// 统一社会信用代码
    #[schema(example = "91330109589891087U")]
    pub uscc: String,
    /// 变更前
    pub former: IdentityView,
    /// 申请内容
    pub asked: IdentityView,
    /// 变更字段
    ///
    /// 没有变更的申请是对现有信息的核验，如注册时的。
    #[schema(value_type = Vec<String>, example = json!(["name"]))]
    pub changed_fields: Vec<&'static str>,
    /// 变更原因
    pub reason: Option<String>,
    /// 疑点
    ///
    /// 审核时请特别核对的；不影响提交。
    pub warnings: Vec<FieldWarning>,
    /// 状态
    #[schema(value_type = ChangeRequestState)]
    pub state: Code<ChangeRequestState>,
    /// 状态说明
    ///
    /// 驳回的原因。
    pub state_reason: Option<String>,
    /// 申请时间
    pub created_at: Timestamp,
    /// 处理时间
    pub decided_at: Option<Timestamp>,
}
