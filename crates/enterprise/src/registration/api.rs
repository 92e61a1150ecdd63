//! Registering an enterprise, and the licence picture that goes with it.

use super::service;
use crate::{
    Accounts,
    profile::{EnterpriseId, EnterpriseType},
};
use actix_multipart::Multipart;
use actix_web::{HttpResponse, get, post, web::Json};
use identifiers::Uscc;
use kernel::Lang;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;
use web::{
    Client, Files, Problem, PublicScope, Valid,
    throttle::{self, Limit},
    upload::{FileId, Slot, accept_for_registration, api::FileForm, receive},
};

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
    /// 先用 POST /registrations/license 上传，再填文件编号。
    pub license_file_id: FileId,
}

/// What a registration made.
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

/// What the form must tell people beforehand.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegistrationRules {
    /// 密码规则
    pub password_rule: String,
    /// 密码规则（英文）
    pub password_rule_en: String,
}

/// Files one client may upload before registering.
const UPLOADS: Limit = Limit {
    hits: 20,
    seconds: 3600,
};

/// 注册规则
///
/// Says which passwords are accepted.
#[utoipa::path(
    tag = "accounts", security(()),
    responses((status = 200, description = "注册规则", body = RegistrationRules))
)]
#[get("/registrations/rules")]
pub async fn find_registration_rules(
    _scope: PublicScope,
    accounts: Accounts,
) -> Result<Json<RegistrationRules>, Problem> {
    Ok(Json(RegistrationRules {
        password_rule: accounts.policy.sentence(Lang::Zh).to_owned(),
        password_rule_en: accounts.policy.sentence(Lang::En).to_owned(),
    }))
}

/// 上传营业执照
///
/// Uploads the business licence of an enterprise that is about to register.
#[utoipa::path(
    tag = "accounts", security(()),
    request_body(content = FileForm, content_type = "multipart/form-data"),
    responses((status = 201, description = "已上传", body = RegistrationFile))
)]
#[post("/registrations/license")]
pub async fn upload_registration_license(
    scope: PublicScope,
    files: Files,
    client: Client,
    form: Multipart,
) -> Result<HttpResponse, Problem> {
    let rule = Slot::BusinessLicense.rule();
    let bucket = format!("registration-upload:{}", client.bucket());
    scope
        .write(move |c| Ok::<_, crate::Error>(throttle::admit(c, &bucket, UPLOADS)))
        .await??;
    let kept = receive(form, rule, &files.vault)
        .await?
        .keep(&files.vault, rule)
        .await?;
    let id = scope.write(move |c| accept_for_registration(c, &kept)).await?;
    Ok(HttpResponse::Created().json(RegistrationFile { id }))
}

/// 企业注册
///
/// Registers an enterprise and its administrator. Everything that is wrong is said at once, each at its field.
#[utoipa::path(
    tag = "accounts", security(()), request_body = Register,
    responses((status = 201, description = "已注册", body = Registered))
)]
#[post("/registrations")]
pub async fn create_registration(
    scope: PublicScope,
    accounts: Accounts,
    body: Valid<Register>,
) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Created().json(service::register(&scope, &accounts, body.0).await?))
}
