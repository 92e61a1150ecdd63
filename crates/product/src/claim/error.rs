use db::Fault;
use web::upload::UploadError;

kernel::errors! {
    /// Errors of claims to trace codes.
    pub enum Error {
        NotFound: NotFound, "code_claim.not_found", "there is no such claim", "申诉不存在";
        OwnCode { code: String }: Conflict, "code_claim.own_code" at "/trace_code",
            "the trace code {code} is of a product of yours", "追溯码 {code} 就是本企业产品的追溯码，无需申诉；已作废的产品请选择“接续”";
        CodeFree { code: String }: Conflict, "code_claim.code_free" at "/trace_code",
            "nobody else has the trace code {code}; add your product", "追溯码 {code} 没有被其他企业占用，可直接新增产品";
        OpenAlready { code: String }: Conflict, "code_claim.open_already" at "/trace_code",
            "a claim of yours to the trace code {code} is open", "本企业对追溯码 {code} 的申诉正在处理，请勿重复提交；如需补充材料，请先撤回";
        TooMany { most: i64 }: Conflict, "code_claim.too_many",
            "{most} claims of yours are open; wait until some are decided", "本企业已有 {most} 件申诉正在处理，请等待裁定后再提交";
        Closed: Conflict, "code_claim.closed", "this claim is no longer open", "该申诉已裁定或已撤回，不能再操作";
        RepliedAlready: Conflict, "code_claim.replied_already", "this claim was replied to already", "对该申诉已作过说明，不能再次提交";
        + Upload(UploadError);
        + Database(Fault) <- diesel::result::Error;
        + Product(crate::Error) <- notify::Error, enterprise::profile::Error;
    }
}
