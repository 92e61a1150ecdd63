use crate::profile::EnterpriseType;
use db::EnterpriseId;
use identifiers::Uscc;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;
use web::upload::FileId;

/// An enterprise that registers.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// 统一社会信用代码
    ///
    /// 18 位，按 GB 32100-2015 校验，同时作为登录账号。
    #[schema(value_type = String, format = "uscc", min_length = 1, example = "91330109589891087U")]
    pub uscc: Uscc,
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
    /// 生产注册地址
    #[schema(
        min_length = 4,
        max_length = 200,
        example = "浙江省杭州市萧山区市心北路 100 号"
    )]
    pub registered_address: String,
    /// 联系人
    #[schema(min_length = 2, max_length = 50, example = "联系人")]
    pub contact_name: String,
    /// 联系人电话
    ///
    /// 手机号，用于接收验证码和找回密码。
    #[schema(format = "mobile", min_length = 1, example = "13800138000")]
    pub contact_phone: String,
    /// 手机验证码
    #[schema(pattern = "^[0-9]{6}$", example = "123456")]
    pub sms_code: String,
    /// 密码
    ///
    /// 规则见 GET /registrations/rules。
    #[schema(min_length = 1, max_length = 128, format = "password")]
    pub password: String,
    /// 营业执照
    ///
    /// 先用 POST /registrations/licence 上传，再填文件编号。
    pub licence_file_id: FileId,
}

/// The enterprise and the login name a registration made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Registered {
    /// 企业编号
    pub enterprise_id: EnterpriseId,
    /// 登录账号
    #[schema(example = "91330109589891087U")]
    pub login_name: String,
}

/// A file that waits for its registration.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegistrationFile {
    /// 文件编号
    ///
    /// 24 小时内有效。
    pub id: FileId,
}

/// The rules a registration form tells people beforehand.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegistrationRules {
    /// 密码规则
    pub password_rule: String,
    /// 密码规则（英文）
    pub password_rule_en: String,
}
