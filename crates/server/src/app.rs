use crate::{
    State, assets, domain, domains::DOMAINS, error_catalogue, headers, health, no_route::no_route, openapi,
};
use actix_web::{
    App, Error,
    body::MessageBody,
    dev::{ServiceFactory, ServiceRequest, ServiceResponse},
    middleware::{Compress, DefaultHeaders},
    web as actix,
};
use serde_json::Value;
use std::sync::{Arc, LazyLock};
use utoipa_actix_web::{AppExt, scope, service_config::ServiceConfig};
use web::{AuthenticationLayer, PaceLayer, ProblemLayer, configure_extractors};

/// Where the API begins.
const API: &str = "/api/v1";

/// The handlers of all domains.
fn configure_api(cfg: &mut ServiceConfig<'_>) {
    cfg.configure(configure_extractors);
    for domain in DOMAINS {
        cfg.configure(domain.routes);
    }
    cfg.service(openapi::openapi_json);
}

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let about = openapi::about(DOMAINS.iter().flat_map(|d| d.tags));
    let outside = DOMAINS.iter().flat_map(|d| d.documents);
    let (_, api) = App::new()
        .into_utoipa_app()
        .openapi(outside.fold(about, |all, document| all.merge_from(document())))
        .service(scope::scope(API).configure(configure_api))
        .split_for_parts();
    let mut document = web::openapi::finish(&api);
    notify::text::complete(&mut document, &domain::notices(DOMAINS));
    let slots = DOMAINS.iter().flat_map(|d| d.slots).map(web::upload::Slot::label);
    kernel::fill_registered(&mut document, &[("Slot", slots.collect())]);
    document
});

/// The OpenAPI document, made from the handlers themselves.
#[must_use]
pub fn document() -> &'static Value {
    &DOCUMENT
}

/// The whole service: API, downloads, console and documentation, at one address.
pub fn app(
    state: State,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let authentication = AuthenticationLayer(Arc::new(state.accounts.authenticator.clone()));
    let feedback = scan::feedback::public(&state.base).wrap(ProblemLayer);
    let printed = scan::Base::of(&state.base).prefix();
    let api = scope::scope(API)
        .configure(configure_api)
        .default_service(actix::to(no_route))
        .wrap(authentication)
        .wrap(ProblemLayer)
        .wrap(headers::api())
        // Scans are answered outside: their pages are packed once for all, and their data are small.
        .wrap(Compress::default());
    let (app, _) = App::new()
        .wrap(PaceLayer)
        .wrap(headers::everywhere(state.is_secure))
        // First, as most requests are scans. A prefix and no pattern: the rest of the path is read by the resolver.
        .service(actix::scope(&printed).default_service(actix::to(scan::api::answer_scan)))
        .service(feedback)
        .app_data(state.db)
        .app_data(state.files)
        .app_data(state.accounts.sms_codes.clone())
        .app_data(state.accounts)
        .app_data(state.senders)
        .app_data(state.notices)
        .app_data(state.base)
        .app_data(state.label_fonts.clone())
        .app_data(state.scans)
        .app_data(state.holders)
        .app_data(state.pages)
        .app_data(openapi::Document(document()))
        .app_data(state.feedback)
        .app_data(state.proxies)
        .app_data(state.assets)
        .into_utoipa_app()
        .service(api)
        .split_for_parts();
    app.service(health::scope())
        .service(
            actix::scope(headers::SWAGGER_AT.trim_end_matches('/'))
                .wrap(DefaultHeaders::new().add(headers::swagger()))
                .service(openapi::swagger_ui()),
        )
        .service(
            actix::scope("")
                .configure(error_catalogue::configure)
                .configure(web::configure_downloads)
                .configure(scan::configure_pages)
                .default_service(actix::to(assets::serve))
                .wrap(headers::console())
                .wrap(ProblemLayer),
        )
}
