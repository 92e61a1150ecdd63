//! Asking for a code.

use super::{CODE_SECONDS, RESEND_SECONDS, SendSmsCode, SmsCodeSent, SmsCodes, code::prepare};
use actix_web::{HttpResponse, post};
use web::{Client, Problem, PublicScope, Valid};

/// 发送短信验证码
///
/// Sends a code by SMS. Once a minute and ten times a day to a phone.
#[utoipa::path(
    tag = "accounts", security(()), request_body = SendSmsCode,
    responses((status = 202, description = "已发送", body = SmsCodeSent), (status = 429, description = "发送过于频繁"))
)]
#[post("/sms-codes")]
pub async fn send_sms_code(
    scope: PublicScope,
    codes: SmsCodes,
    client: Client,
    body: Valid<SendSmsCode>,
) -> Result<HttpResponse, Problem> {
    let SendSmsCode { phone, purpose } = body.0;
    codes.sender.check()?;
    let (key, to, from) = (codes.key.clone(), phone.clone(), client.bucket());
    let text = scope
        .write(move |c| prepare(c, &key, &to, purpose, &from))
        .await?;
    codes.sender.send(&scope, phone, text).await?;
    Ok(HttpResponse::Accepted().json(SmsCodeSent {
        expires_in: CODE_SECONDS,
        resend_after: RESEND_SECONDS,
    }))
}
