use db::Fault;
use web::{Stale, upload::UploadError};

kernel::errors! {
    /// The errors of qualifications.
    pub enum Error {
        NotFound: NotFound, "qualification.not_found", "there is no such qualification", "资质不存在或已删除";
        NumberTaken { number: String }: Conflict, "qualification.number_taken" at "/number",
            "a qualification of this type with the number {number} exists already", "该类型下证书编号 {number} 已存在";
        IssuedInFuture: Invalid, "qualification.issued_in_future" at "/issued_on",
            "the day of issue lies in the future", "发证时间不能晚于今天";
        + Stale(Stale);
        + Upload(UploadError);
        + Notify(notify::Error);
        + Database(Fault) <- diesel::result::Error;
    }
}
