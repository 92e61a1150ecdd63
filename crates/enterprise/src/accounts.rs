use crate::{
    keys::{CodeKey, DeviceKey},
    mail::MailSender,
    password::Policy,
    permission::Rights,
    session::{CookieRules, SessionAuthenticator, TokenKeys},
    sms::SmsSender,
};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};
use web::Problem;

/// How this server handles accounts: its settings and its keys.
#[derive(Clone)]
pub struct Accounts {
    /// Which passwords are accepted.
    pub policy: Policy,
    /// How an SMS is sent.
    pub sms: SmsSender,
    /// How a mail is sent.
    pub mail: MailSender,
    /// How cookies are set.
    pub cookies: CookieRules,
    /// Hashes SMS codes.
    pub code_key: CodeKey,
    /// Recognises devices.
    pub devices: DeviceKey,
    /// Signs access tokens.
    pub tokens: TokenKeys,
    /// Who may do what.
    pub rights: Rights,
    /// Tells callers from tokens.
    pub authenticator: SessionAuthenticator,
}

impl FromRequest for Accounts {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("accounts are not part of this app")),
        )
    }
}
