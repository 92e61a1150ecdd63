#![doc = include_str!("../README.md")]

mod account;
mod accounts;
pub mod brand;
mod error;
mod keys;
pub mod mail;
pub mod notification;
pub mod password;
pub mod permission;
mod platform;
pub mod profile;
pub mod qualification;
pub mod reference;
pub mod registration;
pub mod session;
pub mod sms;

pub use account::{Role, create_operator};
pub use accounts::Accounts;
pub use error::Error;
pub use keys::{CodeKey, DeviceKey};
pub use permission::Rights;
pub use profile::{EnterpriseId, EnterpriseType, PublicEnterprise};

use utoipa_actix_web::service_config::ServiceConfig;

/// The handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(registration::api::find_registration_rules)
        .service(registration::api::upload_registration_license)
        .service(registration::api::create_registration)
        .service(sms::api::send_sms_code)
        .service(sms::api::list_sms_messages)
        .service(mail::api::list_development_mails)
        .service(session::api::create_session)
        .service(session::api::refresh_session)
        .service(session::api::delete_session)
        .service(session::api::find_me)
        .service(session::api::change_password)
        .service(session::api::reset_password)
        .service(profile::api::find_enterprise)
        .service(profile::api::update_enterprise)
        .service(profile::api::confirm_enterprise_contact)
        .service(brand::api::list_brands)
        .service(brand::api::find_brand)
        .service(brand::api::create_brand)
        .service(brand::api::update_brand)
        .service(brand::api::delete_brand)
        .service(brand::api::void_brand)
        .service(qualification::api::list_qualifications)
        .service(qualification::api::find_qualification)
        .service(qualification::api::create_qualification)
        .service(qualification::api::update_qualification)
        .service(qualification::api::delete_qualification)
        .service(qualification::overview::find_qualification_overview)
        .service(platform::api::list_enterprises)
        .service(platform::api::disable_enterprise)
        .service(platform::api::enable_enterprise)
        .service(platform::api::update_review_mode)
        .service(reference::api::list_regions)
        .configure(notification::configure);
}
