use crate::{mail::MailSender, sms::SmsSender};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};
use web::Problem;

/// The ways by which messages leave this server.
#[derive(Debug, Clone)]
pub struct Senders {
    /// The sender of SMS.
    pub sms: SmsSender,
    /// The sender of mails.
    pub mail: MailSender,
}

impl FromRequest for Senders {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("senders are not part of this app")),
        )
    }
}
