use super::{ExpiryState, QualificationKind};
use chrono::NaiveDate;
use db::{List, schema::qualifications};
use diesel::{Insertable, Queryable, Selectable};
use kernel::{Code, Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::{
    FieldWarning, broken_rule,
    upload::{FileId, FileView},
};

/// The id of a qualification.
pub type QualificationId = Id<Qualification>;

/// A qualification as stored.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = qualifications, treat_none_as_default_value = false)]
pub struct Qualification {
    pub(crate) id: QualificationId,
    pub(crate) kind: Code<QualificationKind>,
    pub(crate) name: Option<String>,
    pub(crate) number: String,
    pub(crate) issuer: Option<String>,
    pub(crate) issued_on: Option<NaiveDate>,
    pub(crate) expires_on: Option<NaiveDate>,
    pub(crate) is_public: bool,
    pub(crate) picture_file_ids: List<FileId>,
    pub(crate) folded_number: String,
    pub(crate) version: i64,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// A qualification as its holder describes it (F026–F028): the one declaration its form, its API and its errors come
/// from.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct QualificationRecord {
    /// 企业资质类型
    pub kind: QualificationKind,
    /// 资质名称
    ///
    /// 类型为“其他”时必填，扫码页展示。
    #[schema(min_length = 1, max_length = 100, example = "浙江制造认证")]
    pub name: Option<String>,
    /// 证书编号
    ///
    /// 与证书一致，同一类型内不重复。
    #[schema(min_length = 1, max_length = 50, example = "XK06-001-00001")]
    pub number: String,
    /// 发证单位
    #[schema(min_length = 2, max_length = 100, example = "浙江省市场监督管理局")]
    pub issuer: Option<String>,
    /// 发证时间
    ///
    /// 不能晚于今天。
    #[schema(example = "2024-03-01")]
    pub issued_on: Option<NaiveDate>,
    /// 有效期至
    ///
    /// 长期有效的不填；到期前 60 天开始提醒。
    #[schema(example = "2029-02-28")]
    pub expires_on: Option<NaiveDate>,
    /// 是否公开
    ///
    /// 公开后扫码页展示；不公开时证书图片无法通过地址访问。
    pub is_public: bool,
    /// 资质证书图片
    ///
    /// jpg/png，大图自动缩小。
    #[schema(min_items = 1, max_items = 9)]
    pub picture_file_ids: Vec<FileId>,
}

fn rules(q: &QualificationRecord) -> Result<(), ValidationError> {
    match (q.issued_on, q.expires_on) {
        (Some(issued), Some(expires)) if expires < issued => Err(broken_rule(
            "qualification.expires_before_issued",
            "/expires_on",
            "it expires before it was issued",
            "有效期不能早于发证时间",
        )),
        _ if q.kind == QualificationKind::Other && q.name.is_none() => Err(broken_rule(
            "required",
            "/name",
            "say what it is",
            "资质类型为“其他”时请填写资质名称",
        )),
        _ => Ok(()),
    }
}

/// A qualification as its holder sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct QualificationView {
    /// 资质编号
    pub id: QualificationId,
    /// 企业资质类型
    #[schema(value_type = QualificationKind)]
    pub kind: Code<QualificationKind>,
    /// 资质名称
    pub name: Option<String>,
    /// 证书编号
    #[schema(example = "XK06-001-00001")]
    pub number: String,
    /// 发证单位
    pub issuer: Option<String>,
    /// 发证时间
    pub issued_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 到期状态
    ///
    /// 有效期前 60 天起为即将到期，有效期当天仍有效。
    pub expiry_state: ExpiryState,
    /// 是否公开
    pub is_public: bool,
    /// 资质证书图片
    pub pictures: Vec<FileView>,
    /// 提示
    ///
    /// 不影响保存的疑点，如证书编号格式可疑。
    pub warnings: Vec<FieldWarning>,
    /// 版本
    ///
    /// 与 ETag 相同，修改时放在 If-Match。
    pub version: i64,
    /// 创建时间
    pub created_at: Timestamp,
    /// 更新时间
    pub updated_at: Timestamp,
}

/// The number of qualifications in each expiry state.
#[derive(Debug, Serialize, ToSchema)]
pub struct QualificationOverview {
    /// 有效资质数
    ///
    /// 不含即将到期的。
    pub valid: i64,
    /// 即将到期资质数
    ///
    /// 60 天内到期。
    pub expiring: i64,
    /// 已过期资质数
    pub expired: i64,
}
