use crate::{account::Role, profile::EnterpriseType};
use db::{EnterpriseId, schema::sessions};
use diesel::{Queryable, Selectable};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;
use web::{AccountId, SessionId};

/// A sign-in as stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub(super) struct Session {
    pub(super) id: SessionId,
    pub(super) account_id: AccountId,
    pub(super) created_at: Timestamp,
    pub(super) is_remembered: bool,
    pub(super) expires_at: Timestamp,
    pub(super) ended_at: Option<Timestamp>,
}

/// A session that was opened or renewed.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    /// 访问令牌
    ///
    /// 放在请求头 Authorization: Bearer 中。
    pub access_token: String,
    /// 令牌类型
    #[schema(example = "Bearer")]
    pub token_type: &'static str,
    /// 有效时间
    ///
    /// 秒；到期前用 POST /sessions/refresh 换新。
    #[schema(example = 600)]
    pub expires_in: i64,
    /// 当前账号
    pub account: AccountView,
}

/// The account that is signed in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountView {
    /// 账号编号
    pub id: AccountId,
    /// 登录名
    #[schema(example = "91330109589891087U")]
    pub login_name: String,
    /// 姓名
    pub display_name: String,
    /// 角色
    pub role: Role,
    /// 所属企业
    pub enterprise: Option<AccountEnterprise>,
    /// 权限
    pub permissions: Vec<String>,
}

/// The enterprise an account acts for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AccountEnterprise {
    /// 企业编号
    pub id: EnterpriseId,
    /// 统一社会信用代码
    pub uscc: String,
    /// 企业名称
    pub name: String,
    /// 企业类型
    pub enterprise_types: Vec<EnterpriseType>,
}

/// The login name and the password of a sign-in.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// 账号
    ///
    /// 企业为统一社会信用代码。
    #[schema(min_length = 1, max_length = 64, example = "91330109589891087U")]
    pub login_name: String,
    /// 密码
    #[schema(min_length = 1, max_length = 128, format = "password")]
    pub password: String,
    /// 七天内免登录
    #[serde(default)]
    pub remember: bool,
}

/// The old and the new password, for changing one's own.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// 旧密码
    #[schema(min_length = 1, max_length = 128, format = "password")]
    pub old_password: String,
    /// 新密码
    #[schema(min_length = 1, max_length = 128, format = "password")]
    pub new_password: String,
}

/// The code by SMS and the new password, for those who forgot the old one.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// 账号
    ///
    /// 企业为统一社会信用代码。
    #[schema(min_length = 1, max_length = 64, example = "91330109589891087U")]
    pub login_name: String,
    /// 手机号
    ///
    /// 账号预留的联系人手机号。
    #[schema(format = "mobile", min_length = 1, example = "13800138000")]
    pub phone: String,
    /// 短信验证码
    #[schema(pattern = "^[0-9]{6}$", example = "123456")]
    pub sms_code: String,
    /// 新密码
    #[schema(min_length = 1, max_length = 128, format = "password")]
    pub new_password: String,
}

/// The login name somebody typed: a 统一社会信用代码 in any spelling is still that code.
pub(super) fn login_name_of(typed: &str) -> String {
    identifiers::Uscc::parse(typed).map_or_else(|_not_a_code| typed.to_owned(), |u| u.to_string())
}
