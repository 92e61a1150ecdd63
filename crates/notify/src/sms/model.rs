use db::schema::sms_messages;
use diesel::{Queryable, Selectable};
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A message as the development page shows it.
#[derive(Debug, Clone, Serialize, Queryable, Selectable, ToSchema)]
#[diesel(table_name = sms_messages)]
pub struct SmsMessage {
    /// 手机号
    #[schema(example = "13800138000")]
    pub phone: String,
    /// 内容
    pub text: String,
    /// 发送时间
    pub sent_at: Timestamp,
}
