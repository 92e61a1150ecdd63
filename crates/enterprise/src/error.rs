use crate::{account, brand, identity, password, profile, qualification, session, sms_code};
use db::Fault;
use kernel::ErrorEntry;
use web::upload::UploadError;

kernel::errors! {
    /// An error of any part of this crate; each part has an error of its own.
    pub enum Error {
        + Account(account::Error);
        + Brand(brand::Error);
        + Identity(identity::Error);
        + Notify(notify::Error);
        + Password(password::Error);
        + Profile(profile::Error);
        + Qualification(qualification::Error);
        + Session(session::Error);
        + SmsCode(sms_code::Error);
        + Upload(UploadError);
        + Database(Fault) <- diesel::result::Error;
    }
}

/// The catalogue lines of this crate, part by part.
pub const CATALOGUES: &[&[ErrorEntry]] = &[
    account::Error::CATALOGUE,
    brand::Error::CATALOGUE,
    identity::Error::CATALOGUE,
    password::Error::CATALOGUE,
    profile::Error::CATALOGUE,
    qualification::Error::CATALOGUE,
    session::Error::CATALOGUE,
    sms_code::Error::CATALOGUE,
];
