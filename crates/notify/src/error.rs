use crate::sms::SmsError;
use db::Fault;
use kernel::ErrorEntry;
use web::Stale;

kernel::errors! {
    /// The errors of notices, deliveries and settings.
    pub enum Error {
        NoticeNotFound: NotFound, "notice.not_found", "there is no such notice", "消息不存在";
        DeliveryNotFound: NotFound, "delivery.not_found", "there is no such delivery", "发送记录不存在";
        DeliveryNotFailed: Conflict, "delivery.not_failed",
            "only what could not be sent can be sent again", "只有发送失败的消息可以重新发送";
        + Stale(Stale);
        + Sms(SmsError);
        + Database(Fault) <- diesel::result::Error;
    }
}

/// The catalogue lines of this crate.
pub const CATALOGUES: &[&[ErrorEntry]] = &[Error::CATALOGUE, SmsError::CATALOGUE];
