use crate::keys::SmsCodeKey;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use db::schema::sms_codes;
use diesel::{Queryable, Selectable};
use kernel::{Id, Timestamp};
use notify::SmsSender;
use serde::{Deserialize, Serialize};
use std::future::{Ready, ready};
use utoipa::ToSchema;
use validator::Validate;
use web::Problem;

kernel::codes! {
    /// The purpose of a code; a code for one is worth nothing for another.
    pub enum SmsPurpose {
        Registration = "registration", "企业注册", "registration";
        PasswordReset = "password_reset", "找回密码", "password reset";
        PhoneChange = "phone_change", "修改联系人电话", "change of the contact phone";
    }
}

/// The life of a code.
pub const CODE_SECONDS: i64 = 5 * 60;

/// The time to wait before another code.
pub const RESEND_SECONDS: i64 = 60;

/// The key and the sender with which this server makes and sends codes.
#[derive(Debug, Clone)]
pub struct SmsCodes {
    /// Hashes codes for keeping.
    pub key: SmsCodeKey,
    /// The sender of SMS.
    pub sender: SmsSender,
}

/// A code that was sent.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = sms_codes)]
pub(super) struct SentCode {
    pub(super) id: Id<SentCode>,
    pub(super) code_hash: String,
    /// Where it was asked for.
    pub(super) client_address: String,
    pub(super) expires_at: Timestamp,
}

/// The request for a code: a phone and a purpose.
#[derive(Debug, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SendSmsCode {
    /// 手机号
    #[schema(format = "mobile", min_length = 1, example = "13800138000")]
    pub phone: String,
    /// 用途
    ///
    /// 验证码只能用于所选用途。
    pub purpose: SmsPurpose,
}

/// The answer to a request for a code: its life, and the wait before another.
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

impl FromRequest for SmsCodes {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("codes by SMS are not part of this app")),
        )
    }
}
