use crate::rule::Incomplete;
use db::{Fault, NotWhole};
use web::upload::UploadError;

kernel::errors! {
    /// Errors of products, their versions and their life.
    pub enum Error {
        NotFound: NotFound, "product.not_found", "there is no such product", "产品不存在";
        ReferredNotFound { pointer: String }: NotFound, "product.not_found" under pointer,
            "there is no such product", "产品不存在，请重新选择";
        Stale: Stale, "request.stale", "the record has changed since you read it; read it again",
            "该记录已被他人修改，请刷新后重新编辑";
        TraceCodeTaken { code: String }: Conflict, "product.trace_code_taken" at "/trace_code",
            "a product has the trace code {code} already; if it is yours and another enterprise registered it, file a claim",
            "追溯码 {code} 已有产品在使用，不能再次添加；如该码属于本企业却被其他企业登记，请提交追溯码申诉";
        TraceCodeVoided { code: String }: Conflict, "product.trace_code_voided" at "/trace_code",
            "the trace code {code} was of a product of yours that is voided; open it and create its successor",
            "追溯码 {code} 曾用于本企业已作废的产品；请打开该产品，选择“接续”，新产品沿用该码";
        TraceCodeOfAnother { code: String }: Conflict, "product.trace_code_of_another" at "/trace_code",
            "the trace code {code} was of a product of another enterprise; if it is yours, file a claim",
            "追溯码 {code} 曾由其他企业使用，不能由本企业接续；如该码属于本企业，请提交追溯码申诉";
        TraceCodeAwarded { code: String }: Conflict, "product.trace_code_awarded" at "/trace_code",
            "the operator gave the trace code {code} to another enterprise", "平台已裁定追溯码 {code} 归其他企业使用，请更换追溯码";
        TraceCodeBarred { code: String }: Conflict, "product.trace_code_barred" at "/trace_code",
            "the operator voided the product of the trace code {code} and bars the code; ask the operator",
            "追溯码 {code} 的产品已由平台作废，该码停用，不能接续；如有异议请联系平台";
        NotVoided: Conflict, "product.not_voided", "only a voided product has a successor",
            "只有已作废的产品才能接续；请先作废该产品";
        NotTheLast: Conflict, "product.not_the_last",
            "the trace code had another product since; create the successor of that one",
            "该追溯码之后还有过另一产品，请打开最近作废的那个产品，选择“接续”";
        TraceCodeFixed: Invalid, "product.trace_code_fixed" at "/trace_code",
            "the trace code of a product cannot be changed; delete the draft or void the product, and create another",
            "追溯码保存后不能修改；如有错误，请删除草稿或作废产品，再以正确的追溯码新增";
        TraceCodeSpecial { prefix: String }: Invalid, "product.trace_code_special" at "/trace_code",
            "numbers that begin with {prefix} are for other uses (books, periodicals, coupons)",
            "以 {prefix} 开头的号码用于图书、期刊或优惠券，不能作为产品追溯码";
        NotThePrefix { prefix: String }: Invalid, "product.not_the_prefix" at "/company_prefix",
            "the trace code does not begin with the company prefix {prefix}", "追溯码不是以所选厂商识别代码 {prefix} 开头";
        UnknownPrefix: Invalid, "product.unknown_prefix" at "/company_prefix",
            "this company prefix is not among those of the enterprise", "该厂商识别代码未在企业信息中登记";
        InternalCodesUsedUp: Conflict, "product.internal_codes_used_up",
            "all vendor numbers for internal codes are given out; use a GTIN, or ask the operator",
            "平台的厂商流水号已全部分配，无法再生成内部码；请使用商品条码，或联系平台";
        LinkedCode { pointer: String, reason: String, reason_en: String }: Invalid, "product.linked_code" under pointer,
            "{reason_en}", "{reason}";
        LinkedCodeTwice { pointer: String }: Invalid, "product.linked_code_twice" under pointer,
            "this code is listed already", "该关联标识已填写，请勿重复";
        LinkedCodeOwn { pointer: String, product: String, trace_code: String }: Conflict, "product.linked_code_own" under pointer,
            "your product {product} (trace code {trace_code}) has this code; take it out there first",
            "该编码已用于本企业产品“{product}”（追溯码 {trace_code}），请先在该产品中移除，或更换编码";
        LinkedCodeTaken { pointer: String }: Conflict, "product.linked_code_taken" under pointer,
            "a product of another enterprise has this code; check it, or ask the operator if it is yours",
            "该编码已由其他企业的产品使用，请核对；如确属本产品，请联系平台处理";
        TraceCodeLinked { code: String, product: String }: Conflict, "product.trace_code_linked" at "/trace_code",
            "your product {product} has {code} as a linked code; take it out there first",
            "{code} 是本企业产品“{product}”的关联标识；请先在该产品中移除，再用作追溯码";
        AutosaveNotFound: NotFound, "product.autosave_not_found", "nothing was kept for this form", "没有暂存的内容";
        RevisionNotFound: NotFound, "product.revision_not_found", "there is no such revision", "没有这个版本";
        NotConfirmed: Invalid, "product.not_confirmed" at "/confirmed",
            "confirm that you have checked the product yourself", "请先自查并确认所填内容准确、完整、有效";
        UnderReview: Conflict, "product.under_review", "the product is under review; withdraw it to change it",
            "该产品正在审核，不能修改；如需修改请先撤回";
        WrongState { state: &'static str, state_en: &'static str }: Conflict, "product.wrong_state",
            "this cannot be done to a product that is {state_en}", "产品当前状态为“{state}”，不能进行此操作";
        FieldLocked { pointer: String }: Conflict, "product.field_locked" under pointer,
            "this was reviewed and is locked; ask for the change with a change request",
            "此项已审核锁定，不能直接修改；如需变更，请在产品详情中提交变更申请";
        ChangeRequestNotFound: NotFound, "product.change_request_not_found", "there is no such change request", "变更申请不存在";
        ChangeRequestOpen: Conflict, "product.change_request_open",
            "another change of the product waits for a decision; withdraw it or wait",
            "该产品已有待审核的变更申请，请等待处理或先撤回，再提交新的申请";
        ChangeRequestDecided: Conflict, "product.change_request_decided",
            "the change request was decided or withdrawn meanwhile; read it again", "该变更申请已处理或已撤回，请刷新后查看结果";
        ChangeWaits { pointer: String }: Conflict, "product.change_waits" under pointer,
            "a change request that waits is about this; withdraw it or wait",
            "此项正在变更申请中，请等待处理，或先撤回变更申请再修改";
        NothingChanged: Invalid, "product.nothing_changed" at "/record",
            "nothing differs from what holds", "没有任何变更，请修改需要变更的内容后再提交";
        NotReviewed: Conflict, "product.not_reviewed",
            "nothing of the product was reviewed yet; change it directly", "该产品尚未通过审核，请直接修改，无需变更申请";
        NotRemovable: Conflict, "product.not_removable",
            "only a draft that was never submitted and has no batches or units can be deleted; void the product instead",
            "只有从未提交、也没有批次和单品的草稿可以删除；其他产品请作废";
        Voided: Conflict, "product.voided", "the product is voided", "该产品已作废，不能再操作";
        LevelFixed: Conflict, "product.pack_level_fixed" at "/coding_level",
            "codes of the product are packed; take them out before it is coded otherwise",
            "该产品的码已用于组合，请先移出组合再修改追溯方式";
        LevelBelowCodes { level: &'static str, level_en: &'static str }: Conflict, "product.level_below_codes" at "/coding_level",
            "finer codes of the product were issued; it cannot become {level_en}",
            "该产品已赋出更细的批次码或单品码，追溯方式不能改为{level}；请保持现有追溯方式";
        Held { reason: String, reason_en: String }: Conflict, "product.held",
            "this must wait: {reason_en}", "暂不能进行此操作：{reason}";
        + NotWhole(NotWhole);
        + Database(Fault) <- diesel::result::Error;
        + Upload(UploadError);
        + Enterprise(enterprise::Error)
            <- enterprise::brand::Error, enterprise::profile::Error, notify::Error;
        + Incomplete(Incomplete);
    }
}
