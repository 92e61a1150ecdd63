use serde::Serialize;
use utoipa::ToSchema;
use web::jobs::JobId;

/// A job that was queued.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportQueued {
    /// 任务编号
    ///
    /// 用 GET /jobs/{id} 查看进度和下载地址。
    pub job_id: JobId,
    /// 码数量
    #[schema(example = 100_000)]
    pub total: i64,
}
