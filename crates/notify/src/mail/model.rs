use db::schema::mail_messages;
use diesel::{Queryable, Selectable};
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A mail to one address.
#[derive(Debug)]
pub(crate) struct Mail<'m> {
    /// The same at every try, so that whoever gets it twice can tell.
    pub(crate) id: &'m str,
    pub(crate) to: &'m str,
    pub(crate) subject: &'m str,
    pub(crate) text: &'m str,
}

/// A mail as the development page shows it.
#[derive(Debug, Clone, Serialize, Queryable, Selectable, ToSchema)]
#[diesel(table_name = mail_messages)]
pub struct MailMessage {
    /// 收件人
    #[schema(example = "office@example.com")]
    pub address: String,
    /// 主题
    pub subject: String,
    /// 内容
    pub text: String,
    /// 发送时间
    pub sent_at: Timestamp,
}
