//! Asking for a code, and the page where developers read it.

use super::{CODE_SECONDS, Purpose, RESEND_SECONDS, SmsMessage, SmsSender, code::prepare, store};
use crate::Accounts;
use actix_web::{HttpResponse, get, post, web::Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;
use web::{Client, Problem, PublicScope, Valid};

/// For whom and for what a code is wanted.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SendSmsCode {
    /// 手机号
    #[schema(format = "mobile", min_length = 1, example = "13800138000")]
    pub phone: String,
    /// 用途
    ///
    /// 验证码只能用于所选用途。
    pub purpose: Purpose,
}

/// How the code that is on its way may be used.
#[derive(Debug, Serialize, ToSchema)]
pub struct SmsCodeSent {
    /// 有效时间
    ///
    /// 秒。
    #[schema(example = 300)]
    pub expires_in: i64,
    /// 再次发送间隔
    ///
    /// 秒。
    #[schema(example = 60)]
    pub resend_after: i64,
}

/// 发送短信验证码
///
/// Sends a code by SMS. Once a minute and ten times a day to a phone.
#[utoipa::path(
    tag = "accounts", security(()), request_body = SendSmsCode,
    responses((status = 202, description = "已发送", body = SmsCodeSent))
)]
#[post("/sms-codes")]
pub async fn send_sms_code(
    scope: PublicScope,
    accounts: Accounts,
    client: Client,
    body: Valid<SendSmsCode>,
) -> Result<HttpResponse, Problem> {
    let SendSmsCode { phone, purpose } = body.0;
    accounts.sms.check()?;
    let (key, to, from) = (accounts.code_key.clone(), phone.clone(), client.bucket());
    let text = scope
        .write(move |c| prepare(c, &key, &to, purpose, &from))
        .await?;
    accounts.sms.send(&scope, phone, text).await?;
    Ok(HttpResponse::Accepted().json(SmsCodeSent {
        expires_in: CODE_SECONDS,
        resend_after: RESEND_SECONDS,
    }))
}

/// 开发环境短信
///
/// Lists the newest messages, where the server runs with the development sender; elsewhere there is no such page.
#[utoipa::path(
    tag = "accounts", security(()),
    responses((status = 200, description = "最近的短信", body = Vec<SmsMessage>))
)]
#[get("/development/sms-messages")]
pub async fn list_sms_messages(
    scope: PublicScope,
    accounts: Accounts,
) -> Result<Json<Vec<SmsMessage>>, Problem> {
    if accounts.sms != SmsSender::Development {
        return Err(Problem::nowhere());
    }
    Ok(Json(scope.read(store::list_messages).await?))
}
