use crate::{caller::AccountId, upload::Wanted};
use db::{
    EnterpriseId, Entry, Shape, Stored,
    schema::{job_parts, jobs},
};
use diesel::{Insertable, Queryable, Selectable};
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

kernel::codes! {
    /// Who takes a job: short ones have a thread of their own, so that they never wait for a long one.
    pub enum JobLane {
        Short = "short", "短任务", "short";
        Long = "long", "长任务", "long";
    }
}

kernel::codes! {
    /// What became of the file a finished job made.
    pub enum OutcomeState {
        Ready = "ready", "可下载", "ready";
        Removed = "removed", "已删除", "removed";
        Lost = "lost", "文件已丢失", "lost";
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
    /// What was asked for, as it was sent; only whether it is there.
    pub(super) request: Option<String>,
    pub(super) attempts: i64,
    pub(super) bytes: i64,
    pub(super) parts: i64,
    pub(super) parts_done: i64,
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
    /// The most that was ever done; what is done again after a crash is no progress.
    pub(super) furthest: i64,
    /// Starts since there was progress.
    pub(super) stalls: i64,
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
    /// What was asked for, as it was sent, so that it can be asked for again.
    pub request: Value,
    /// How many steps it will be, as far as known.
    pub total: i64,
    /// The files it reads when its turn comes: they stay as long as it does.
    pub files: Vec<Wanted>,
    /// Whether it is done beside long ones.
    pub lane: JobLane,
    /// How many bytes it will make, as far as known: they are set aside until it has ended.
    pub bytes: i64,
    /// In how many parts it makes them; 0 for one file.
    pub parts: i64,
}

/// A part of an outcome that is ready.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = job_parts)]
pub struct Part {
    /// Its number, from 1.
    pub part: i64,
    /// The number of the first step it has.
    pub first: i64,
    /// The number of the last.
    pub last: i64,
    /// The name of the file.
    pub name: String,
    /// Its type.
    pub media_type: String,
    /// Its bytes.
    pub size: i64,
    /// Their SHA-256.
    pub sha256: String,
    pub(super) attempt: i64,
}

impl Part {
    /// Describes a part by its file.
    #[must_use]
    pub fn of(part: i64, (first, last): (i64, i64), made: Outcome) -> Self {
        let Outcome {
            name,
            media_type,
            size,
            sha256,
        } = made;
        Self {
            part,
            first,
            last,
            name,
            media_type,
            size,
            sha256,
            attempt: 0,
        }
    }

    /// The ending of the file of a part.
    #[must_use]
    pub fn ending(part: i64) -> String {
        format!("{part:05}.out")
    }

    pub(super) fn file_name(&self, job: &JobId) -> String {
        Work::file_name(job, self.attempt, &Self::ending(self.part))
    }
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
    /// 结果文件状态
    ///
    /// 任务完成后才有。文件丢失（如恢复备份之后）或删除后可用“重新生成”再做一次。
    pub outcome_state: Option<OutcomeState>,
    /// 占用空间
    ///
    /// 字节，计入企业存储空间：未完成时为预计值。
    #[schema(example = 12_000_000)]
    pub bytes: i64,
    /// 分段数
    ///
    /// 0 表示结果为一个文件。
    #[schema(example = 10)]
    pub parts: i64,
    /// 已完成的分段数
    ///
    /// 已完成的分段可立即下载。
    #[schema(example = 3)]
    pub parts_done: i64,
    /// 能否重新生成
    pub is_repeatable: bool,
}

/// A part of an outcome as its enterprise sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct JobPartItem {
    /// 分段序号
    #[schema(example = 1)]
    pub part: i64,
    /// 起始序号
    ///
    /// 该分段第一个码在全部结果中的序号。
    #[schema(example = 1)]
    pub first: i64,
    /// 结束序号
    #[schema(example = 100_000)]
    pub last: i64,
    /// 文件名
    #[schema(example = "2058-1000000-001.zip")]
    pub name: String,
    /// 大小
    ///
    /// 字节。
    #[schema(example = 6_500_000)]
    pub size: i64,
    /// 校验值
    ///
    /// SHA-256，十六进制。
    pub sha256: String,
    /// 下载地址
    ///
    /// 10 分钟内有效。文件已丢失时为空。
    pub download_url: Option<String>,
}
