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
    /// 预计大小
    ///
    /// 字节，完成前按此值占用企业存储空间。
    #[schema(example = 12_000_000)]
    pub bytes: i64,
    /// 分段数
    ///
    /// 0 表示一个文件；各段完成后即可下载，见 GET /jobs/{id}/parts。
    #[schema(example = 10)]
    pub parts: i64,
}

/// How much an export will be, told before it is asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportEstimate {
    /// 码数量
    #[schema(example = 1_000_000)]
    pub total: i64,
    /// 文件数
    #[schema(example = 10)]
    pub files: i64,
    /// 预计大小
    ///
    /// 字节，按实际绘制的样本推算，误差约一成。
    #[schema(example = 120_000_000)]
    pub bytes: i64,
    /// 预计用时
    ///
    /// 秒，按本服务器空闲时推算；有其他任务时更久。
    #[schema(example = 40)]
    pub seconds: i64,
    /// 企业存储空间
    ///
    /// 字节。
    #[schema(example = 21_474_836_480_i64)]
    pub quota_bytes: i64,
    /// 剩余存储空间
    ///
    /// 字节，已减去上传的文件、已生成和正在生成的导出文件。
    #[schema(example = 20_000_000_000_i64)]
    pub left_bytes: i64,
    /// 是否放得下
    ///
    /// 否则导出会被拒绝：超出企业存储空间，或服务器磁盘不足。
    pub fits: bool,
    /// 文件保留天数
    #[schema(example = 7)]
    pub keep_days: i64,
}
