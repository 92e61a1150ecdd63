use crate::{caller::AccountId, upload::Wanted};
use db::{EnterpriseId, Entry, Shape, Stored, schema::jobs};
use diesel::{Queryable, Selectable};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The id of a piece of background work.
pub type JobId = Id<Job>;

kernel::codes! {
    /// Where a job stands.
    pub enum JobState {
        Queued = "queued", "排队中", "queued";
        Running = "running", "进行中", "running";
        Paused = "paused", "已暂停", "paused";
        Succeeded = "succeeded", "已完成", "succeeded";
        Failed = "failed", "失败", "failed";
        Cancelled = "cancelled", "已取消", "cancelled";
    }
}

/// What of a job is shown.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = jobs)]
pub struct Job {
    pub(super) id: JobId,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) state: JobState,
    pub(super) done: i64,
    pub(super) total: i64,
    pub(super) outcome: Option<Stored<Outcome>>,
    pub(super) error_code: Option<String>,
    pub(super) created_at: Timestamp,
    pub(super) started_at: Option<Timestamp>,
    pub(super) finished_at: Option<Timestamp>,
    pub(super) expires_at: Option<Timestamp>,
}

/// What of a job its runner needs; the input can be some megabytes.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = jobs)]
pub(super) struct Work {
    pub(super) id: JobId,
    pub(super) enterprise_id: EnterpriseId,
    pub(super) kind: String,
    /// JSON, read by the kind of work itself.
    pub(super) input: String,
    pub(super) done: i64,
    pub(super) total: i64,
    pub(super) checkpoint: Option<String>,
    pub(super) attempts: i64,
    pub(super) started_at: Option<Timestamp>,
}

impl Work {
    /// The name of a file; attempts never share one, as two may be at work when a lease ran out.
    pub(super) fn file_name(id: &JobId, attempt: i64, ending: &str) -> String {
        format!("{id}.{attempt}.{ending}")
    }
}

/// A job to be done.
#[derive(Debug, Clone)]
pub struct NewJob {
    /// The kind, as its [`super::JobKind`] is called.
    pub kind: &'static str,
    /// Who asked for it.
    pub account: AccountId,
    /// What people read in the list of jobs.
    pub title: String,
    /// What the kind needs to know.
    pub input: Value,
    /// How many steps it will be, as far as known.
    pub total: i64,
    /// The files it reads when its turn comes: they stay as long as it does.
    pub files: Vec<Wanted>,
}

/// The file a job made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Outcome {
    /// 文件名
    #[schema(example = "追溯码-细工木板.zip")]
    pub name: String,
    /// 类型
    #[schema(example = "application/zip")]
    pub media_type: String,
    /// 大小
    ///
    /// 字节。
    pub size: i64,
    /// 校验值
    ///
    /// SHA-256，十六进制。
    pub sha256: String,
}

/// The shapes of this module.
pub const SHAPES: &[Entry] = &[Entry::of::<Outcome>("jobs.outcome")];

impl Shape for Outcome {
    const NAME: &'static str = "job_outcome";
    const SHAPE: u32 = 1;
}

/// A job as its enterprise sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JobView {
    /// 任务编号
    pub id: JobId,
    /// 任务类型
    #[schema(example = "code_export")]
    pub kind: String,
    /// 任务名称
    pub title: String,
    /// 状态
    pub state: JobState,
    /// 已完成数
    #[schema(example = 25_000)]
    pub done: i64,
    /// 总数
    #[schema(example = 100_000)]
    pub total: i64,
    /// 结果文件
    pub outcome: Option<Outcome>,
    /// 下载地址
    ///
    /// 10 分钟内有效；过期后重新读取任务即可得到新的地址。
    pub download_url: Option<String>,
    /// 失败原因代码
    pub error_code: Option<String>,
    /// 提交时间
    pub created_at: Timestamp,
    /// 开始时间
    pub started_at: Option<Timestamp>,
    /// 结束时间
    pub finished_at: Option<Timestamp>,
    /// 文件保留至
    pub expires_at: Option<Timestamp>,
}
