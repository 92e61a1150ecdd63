//! The pages where developers read what the development senders kept.

use crate::{
    mail::{self, MailMessage},
    senders::Senders,
    sms::{self, SmsMessage, SmsSender},
};
use actix_web::{get, web::Json};
use web::{Problem, PublicScope};

/// 开发环境短信
///
/// Lists the newest messages, where the server runs with the development sender; elsewhere there is no such page.
#[utoipa::path(
    tag = "accounts", security(()),
    responses((status = 200, description = "最近的短信", body = Vec<SmsMessage>), (status = 404, description = "不是开发环境"))
)]
#[get("/development/sms-messages")]
pub async fn list_sms_messages(
    scope: PublicScope,
    senders: Senders,
) -> Result<Json<Vec<SmsMessage>>, Problem> {
    if senders.sms != SmsSender::Development {
        return Err(Problem::nowhere());
    }
    Ok(Json(scope.read(sms::store::list).await?))
}

/// 开发环境邮件
///
/// Lists the newest mails, where the server runs with the development sender; elsewhere there is no such page.
#[utoipa::path(
    tag = "accounts", security(()),
    responses((status = 200, description = "最近的邮件", body = Vec<MailMessage>), (status = 404, description = "不是开发环境"))
)]
#[get("/development/mails")]
pub async fn list_development_mails(
    scope: PublicScope,
    senders: Senders,
) -> Result<Json<Vec<MailMessage>>, Problem> {
    if !senders.mail.is_development() {
        return Err(Problem::nowhere());
    }
    Ok(Json(scope.read(mail::store::list).await?))
}
