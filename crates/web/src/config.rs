use crate::{Problem, body::MAX_JSON, entries};
use actix_web::{
    error::{JsonPayloadError, PathError},
    web::{JsonConfig, PathConfig, PayloadConfig},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Makes actix's own refusals ours: an id in the path that is no id is a record that is not there.
pub fn configure_extractors(cfg: &mut ServiceConfig<'_>) {
    cfg.app_data(
        PathConfig::default().error_handler(|_: PathError, _| Problem::of(&entries::NOT_FOUND).into()),
    )
    .app_data(
        JsonConfig::default().error_handler(|_: JsonPayloadError, _| Problem::of(&entries::MALFORMED).into()),
    )
    .app_data(PayloadConfig::new(MAX_JSON));
}
