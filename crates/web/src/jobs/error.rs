use crate::upload::UploadError;
use db::Fault;

kernel::errors! {
    /// What can go wrong with background work.
    pub enum JobError {
        NotFound: NotFound, "job.not_found", "there is no such job", "任务不存在";
        Finished: Conflict, "job.finished", "the job has ended already", "任务已结束，无法取消";
        NotRunning: Conflict, "job.not_running", "only a job that waits or runs can be paused", "任务不在进行中，无法暂停";
        NotPaused: Conflict, "job.not_paused", "only a paused job can be resumed", "任务未暂停，无需继续";
        NotEnded: Conflict, "job.not_ended",
            "the job has not ended; cancel it instead", "任务尚未结束，请改用取消";
        NotRepeatable: Conflict, "job.not_repeatable",
            "what this job was asked for is not kept; ask for it anew", "该任务没有保留导出要求，请重新导出";
        OutcomeLost: NotFound, "job.outcome_lost",
            "the file is not on the server any more, as after a backup was restored; make it again",
            "文件已不在服务器上（例如恢复过备份），请在任务列表中重新生成";
        TooMany { limit: i64 }: Conflict, "job.too_many_waiting",
            "{limit} jobs are waiting already; let some of them end first", "已有 {limit} 个任务在排队，请等待完成后再提交";
        OverQuota { needed: String, left: String, quota: String }: Conflict, "job.over_quota",
            "this makes about {needed}, and {left} of the enterprise's {quota} are left; ask for less, or delete outcomes",
            "预计生成 {needed}，企业存储空间（{quota}）只剩 {left}；请缩小范围或图片尺寸，或在任务列表中删除不再需要的文件";
        NoDisk { needed: String, left: String }: Full, "job.no_disk",
            "this makes about {needed}, and the server's disk has room for {left}; ask for less, or tell the operator",
            "预计生成 {needed}，服务器磁盘只能再存 {left}；请缩小范围，或联系管理员扩容";
        DiskFull: Full, "job.disk_full",
            "the server's disk ran full on the way; what was made is removed", "服务器磁盘空间不足，任务已停止，已生成的文件已删除，请联系管理员扩容后重新生成";
        + Upload(UploadError);
        + Database(Fault) <- diesel::result::Error;
    }
}
