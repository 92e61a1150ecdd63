use crate::upload::UploadError;
use db::Fault;

kernel::errors! {
    /// What can go wrong with background work.
    pub enum JobError {
        NotFound: NotFound, "job.not_found", "there is no such job", "任务不存在";
        Finished: Conflict, "job.finished", "the job has ended already", "任务已结束，无法取消";
        NotRunning: Conflict, "job.not_running", "only a job that waits or runs can be paused", "任务不在进行中，无法暂停";
        NotPaused: Conflict, "job.not_paused", "only a paused job can be resumed", "任务未暂停，无需继续";
        TooMany { limit: i64 }: Conflict, "job.too_many_waiting",
            "{limit} jobs are waiting already; let some of them end first", "已有 {limit} 个任务在排队，请等待完成后再提交";
        + Upload(UploadError);
        + Database(Fault) <- diesel::result::Error;
    }
}
