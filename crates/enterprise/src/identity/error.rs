use crate::profile;
use db::Fault;
use web::{Stale, upload::UploadError};

kernel::errors! {
    /// The errors of identity requests.
    pub enum Error {
        NotFound: NotFound, "identity_request.not_found", "there is no such identity request", "变更申请不存在";
        Open: Conflict, "identity_request.open", "another request of the enterprise waits; withdraw it or wait",
            "本企业已有待审核的申请，请等待处理或先撤回，再提交新的申请";
        Decided: Conflict, "identity_request.decided",
            "the request was decided or withdrawn meanwhile; read it again", "该申请已处理或已撤回，请刷新后查看结果";
        NothingChanged: Invalid, "identity_request.nothing_changed" at "/name",
            "nothing differs from what holds", "名称、行政区划、企业类型和营业执照都没有变更，无需申请";
        ReasonMissing: Invalid, "identity_request.reason_missing" at "/reason",
            "say why what was verified is to change", "请填写变更原因";
        Disabled: Conflict, "identity_request.enterprise_disabled",
            "the enterprise is disabled; enable it first, or reject the request",
            "该企业已停用，不能通过申请；请先恢复该企业，或驳回申请";
        LicenceMissing: Conflict, "identity_request.licence_missing",
            "there is no business licence to compare with; reject the request and ask for one",
            "没有营业执照可供核对，不能通过；请驳回并请企业上传营业执照";
        + Stale(Stale);
        + Notify(notify::Error);
        + Profile(profile::Error);
        + Upload(UploadError);
        + Database(Fault) <- diesel::result::Error;
    }
}
