use super::{CookieRules, SessionAuthenticator, TokenKeys};
use crate::{keys::DeviceKey, password::Policy, rights::Rights, sms_code::SmsCodes};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};
use web::Problem;

/// The settings and keys with which this server handles accounts.
#[derive(Clone)]
pub struct Accounts {
    /// The password policy.
    pub policy: Policy,
    /// The rules for cookies.
    pub cookies: CookieRules,
    /// Makes and checks codes by SMS.
    pub sms_codes: SmsCodes,
    /// Recognises devices.
    pub devices: DeviceKey,
    /// Signs access tokens.
    pub tokens: TokenKeys,
    /// The rights of each role.
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
