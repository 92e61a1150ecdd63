//! Registering an enterprise, and the licence picture that goes with it.

use super::{Register, Registered, RegistrationFile, RegistrationRules, service};
use crate::{error::Error, session::Accounts};
use actix_multipart::Multipart;
use actix_web::{HttpResponse, get, post, web::Json};
use kernel::Lang;
use web::{
    Client, Files, Problem, PublicScope, Valid,
    throttle::{self, Limit},
    upload::{accept_for_registration, api::FileForm, receive},
};

/// Files one client may upload before registering.
const UPLOADS: Limit = Limit {
    hits: 20,
    seconds: 3600,
};

/// Registrations one client may try.
const TRIES: Limit = Limit {
    hits: 100,
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
    responses((status = 201, description = "已上传", body = RegistrationFile), (status = 429, description = "上传过于频繁"))
)]
#[post("/registrations/licence")]
pub async fn upload_registration_licence(
    scope: PublicScope,
    files: Files,
    client: Client,
    form: Multipart,
) -> Result<HttpResponse, Problem> {
    let rule = crate::slots::BUSINESS_LICENCE;
    let bucket = format!("registration-upload:{}", client.bucket());
    scope
        .write(move |c| Ok::<_, Error>(throttle::admit(c, &bucket, UPLOADS)))
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
    responses((status = 201, description = "已注册", body = Registered), (status = 409, description = "该企业已注册"), (status = 429, description = "尝试过于频繁"))
)]
#[post("/registrations")]
pub async fn create_registration(
    scope: PublicScope,
    accounts: Accounts,
    client: Client,
    body: Valid<Register>,
) -> Result<HttpResponse, Problem> {
    let from = client.bucket();
    let bucket = format!("registration:{from}");
    scope
        .write(move |c| Ok::<_, Error>(throttle::admit(c, &bucket, TRIES)))
        .await??;
    Ok(HttpResponse::Created().json(service::register(&scope, &accounts, from, body.0).await?))
}
