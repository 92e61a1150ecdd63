//! The page where developers read mails.

use super::{MailMessage, store};
use crate::Accounts;
use actix_web::{get, web::Json};
use web::{Problem, PublicScope};

/// 开发环境邮件
///
/// Lists the newest mails, where the server runs with the development sender; elsewhere there is no such page.
#[utoipa::path(
    tag = "accounts", security(()),
    responses((status = 200, description = "最近的邮件", body = Vec<MailMessage>))
)]
#[get("/development/mails")]
pub async fn list_development_mails(
    scope: PublicScope,
    accounts: Accounts,
) -> Result<Json<Vec<MailMessage>>, Problem> {
    if !accounts.mail.is_development() {
        return Err(Problem::nowhere());
    }
    Ok(Json(scope.read(store::list).await?))
}
