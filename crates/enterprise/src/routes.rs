use crate::{brand, identity, platform, profile, qualification, reference, registration, session, sms_code};
use utoipa_actix_web::service_config::ServiceConfig;
use web::Tag;

/// The chapters of the OpenAPI document that this crate begins.
pub const TAGS: &[Tag] = &[
    Tag::new("accounts", "账号", "注册、登录、会话与密码"),
    Tag::new("enterprise", "企业", "企业信息"),
    Tag::new("brands", "品牌", "品牌信息"),
    Tag::new("qualifications", "资质", "企业资质与到期提醒"),
    Tag::new("platform", "平台", "平台管理员"),
    Tag::new("reference", "基础数据", "行政区划与选项"),
];

/// Registers the handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(registration::api::find_registration_rules)
        .service(registration::api::upload_registration_licence)
        .service(registration::api::create_registration)
        .service(sms_code::api::send_sms_code)
        .service(session::api::create_session)
        .service(session::api::refresh_session)
        .service(session::api::delete_session)
        .service(session::api::find_me)
        .service(session::api::change_password)
        .service(session::api::reset_password)
        .service(profile::api::find_enterprise)
        .service(profile::api::update_enterprise)
        .service(profile::api::confirm_enterprise_contact)
        .service(identity::api::list_identity_requests)
        .service(identity::api::find_identity_request)
        .service(identity::api::create_identity_request)
        .service(identity::api::withdraw_identity_request)
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
        .service(qualification::api::find_qualification_overview)
        .service(platform::api::list_enterprises)
        .service(platform::api::find_platform_enterprise)
        .service(identity::platform::list_identity_requests_to_review)
        .service(identity::platform::find_identity_request_to_review)
        .service(identity::platform::approve_identity_request)
        .service(identity::platform::reject_identity_request)
        .service(platform::api::disable_enterprise)
        .service(platform::api::enable_enterprise)
        .service(platform::api::update_review_mode)
        .service(reference::api::list_regions);
}
