use crate::{Tag, jobs, upload};
use utoipa_actix_web::service_config::ServiceConfig;

/// The chapters of the OpenAPI document that this crate begins.
pub const TAGS: &[Tag] = &[
    Tag::new("files", "文件", "上传与查看"),
    Tag::new("jobs", "任务", "后台任务与进度"),
];

/// The handlers of this crate below `/api/v1`.
pub fn configure(cfg: &mut ServiceConfig<'_>) {
    cfg.service(upload::api::list_upload_slots)
        .service(upload::api::upload_file)
        .service(upload::api::find_file)
        .service(jobs::api::list_jobs)
        .service(jobs::api::find_job)
        .service(jobs::api::list_job_parts)
        .service(jobs::api::delete_job_outcome)
        .service(jobs::api::cancel_job)
        .service(jobs::api::pause_job)
        .service(jobs::api::resume_job);
}

/// The addresses that serve contents, outside the API: they are followed by browsers, not called by programs.
pub fn configure_downloads(cfg: &mut actix_web::web::ServiceConfig) {
    cfg.service(upload::api::download_file)
        .service(jobs::api::download_outcome)
        .service(jobs::api::download_part);
}
