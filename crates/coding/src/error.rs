use crate::{product::life::Incomplete, serial::SpanError};
use db::Fault;
use enterprise::Error as EnterpriseError;
use web::{jobs::JobError, upload::UploadError};

kernel::errors! {
    /// What can go wrong with products, batches and units.
    pub enum Error {
        ProductNotFound: NotFound, "coding.product_not_found", "there is no such product", "产品不存在";
        BatchNotFound: NotFound, "coding.batch_not_found", "there is no such batch", "批次不存在";
        UnitNotFound { serial: String }: NotFound, "coding.unit_not_found",
            "the serial {serial} was not issued", "序列号 {serial} 未赋码";
        ReferredProductNotFound: NotFound, "coding.product_not_found" at "/product_id",
            "there is no such product", "产品不存在，请重新选择";
        ReferredBatchNotFound: NotFound, "coding.batch_not_found" at "/batch_no",
            "this product has no such batch", "该产品下没有此批次号，请先新增批次";
        Stale: Stale, "request.stale", "the record has changed since you read it; read it again",
            "该记录已被他人修改，请刷新后重新编辑";

        TraceCodeTaken { code: String }: Conflict, "coding.trace_code_taken" at "/trace_code",
            "the trace code {code} exists already and cannot be added again", "追溯码 {code} 在本系统中已存在，无法再次添加";
        TraceCodeFixed: Invalid, "coding.trace_code_fixed" at "/trace_code",
            "the trace code of a product cannot be changed; void the product and create another",
            "追溯码生成后不能修改；如有错误请作废后重新新增";
        TraceCodeSpecial { prefix: String }: Invalid, "coding.trace_code_special" at "/trace_code",
            "numbers that begin with {prefix} are for other uses (books, periodicals, coupons)",
            "以 {prefix} 开头的号码用于图书、期刊或优惠券，不能作为产品追溯码";
        NotThePrefix { prefix: String }: Invalid, "coding.not_the_prefix" at "/company_prefix",
            "the trace code does not begin with the company prefix {prefix}", "追溯码不是以所选厂商识别代码 {prefix} 开头";
        UnknownPrefix: Invalid, "coding.unknown_prefix" at "/company_prefix",
            "this company prefix is not among those of the enterprise", "该厂商识别代码未在企业信息中登记";
        NoInternalCode { reason: String, reason_en: String }: Conflict, "coding.no_internal_code",
            "no internal code can be allocated: {reason_en}", "无法分配内部码：{reason}";
        LinkedCode { pointer: String, reason: String, reason_en: String }: Invalid, "coding.linked_code" under pointer,
            "{reason_en}", "{reason}";
        LinkedCodeTwice { pointer: String }: Invalid, "coding.linked_code_twice" under pointer,
            "this code is listed already", "该关联标识已填写，请勿重复";
        ReportTaken { pointer: String }: Conflict, "coding.report_taken" under pointer,
            "another product or batch refers to this file; upload it again for this one",
            "该文件已用于其他产品或批次，请重新上传一份";
        QuantityNotExact: Invalid, "coding.quantity_not_exact" at "/quantity_kind",
            "where each thing has a code of its own the quantity must be exact", "一物一码和组合多码的产品数量须为实际数量";
        DraftNotFound: NotFound, "coding.draft_not_found", "nothing was kept for this form", "没有暂存的内容";
        FilingNotFound: NotFound, "coding.filing_not_found", "there is no such filing", "填报记录不存在";
        FilingTaken { label: String }: Conflict, "coding.filing_taken" at "/day",
            "the quantity of {label} is filed already; correct it instead", "{label} 已填报；如有错误请在填报记录中更正";
        FilingTooEarly: Invalid, "coding.filing_too_early" at "/day",
            "the period has not begun yet", "该所属期尚未开始，不能填报";
        FilingBeforeActivation: Invalid, "coding.filing_before_activation" at "/day",
            "the period ended before the product was activated", "该所属期早于产品激活时间，无需填报";
        NoRhythm: Conflict, "coding.no_rhythm" at "/product_id",
            "the product has no filing period; choose one in its record", "该产品未设置填报周期，请先在产品中选择填报周期";
        NotActivated: Conflict, "coding.not_activated" at "/product_id",
            "the product is not activated", "该产品未激活，无需填报";
        TemplateNotFound: NotFound, "coding.template_not_found", "there is no such template", "模板不存在";
        TemplateNameTaken { name: String }: Conflict, "coding.template_name_taken" at "/name",
            "there is a template {name} already", "模板名称“{name}”已存在，请改为不同的名称";
        SystemTemplate: Conflict, "coding.system_template",
            "this template is shipped and cannot be changed; save one of your own made from it",
            "系统模板不能修改或删除；可以它为基础另存为自己的模板";
        VersionNotFound: NotFound, "coding.version_not_found", "there is no such version", "没有这个版本";
        NotConfirmed: Invalid, "coding.not_confirmed" at "/confirmed",
            "confirm that you have checked the product yourself", "请先自查并确认所填内容准确、完整、有效";
        UnderReview: Conflict, "coding.under_review", "the product is under review; withdraw it to change it",
            "该产品正在审核，不能修改；如需修改请先撤回";
        WrongState { state: &'static str, state_en: &'static str }: Conflict, "coding.wrong_state",
            "this cannot be done to a product that is {state_en}", "产品当前状态为“{state}”，不能进行此操作";
        FieldLocked { pointer: String }: Conflict, "coding.field_locked" under pointer,
            "the product is activated, and what was reviewed of it is locked; void it and create another if this is wrong",
            "产品已激活，此项已锁定不能修改；如确有错误，请作废后重新新增";
        NotRemovable: Conflict, "coding.not_removable",
            "only a draft that was never submitted and has no batches or units can be deleted; void the product instead",
            "只有从未提交、也没有批次和单品的草稿可以删除；其他产品请作废";
        ProductVoided: Conflict, "coding.product_voided", "the product is voided", "该产品已作废，不能再操作";

        BatchTaken { batch_no: String }: Conflict, "coding.batch_taken" at "/batch_no",
            "the product has a batch {batch_no} already", "该产品下批次号 {batch_no} 已存在；如需为它增加单品码，请选择赋码方式“一物一码”";
        BatchDatesDiffer { batch_no: String }: Conflict, "coding.batch_dates_differ" at "/made_on",
            "the batch {batch_no} exists with other dates", "批次 {batch_no} 已存在且日期不同，请核对生产日期和有效期";
        BatchVoided { batch_no: String }: Conflict, "coding.batch_voided" at "/batch_no",
            "the batch {batch_no} is voided", "批次 {batch_no} 已作废，不能再操作";

        MadeInFuture: Invalid, "coding.made_in_future" at "/made_on",
            "the production date lies in the future", "生产日期不能晚于今天";
        ExpiresBeforeMade: Invalid, "coding.expires_before_made" at "/expires_on",
            "the expiry date comes before the production date", "有效期不能早于生产日期";
        UnitDatesContradict { first: String, last: String, pointer: String }: Conflict, "coding.unit_dates_contradict" under pointer,
            "the serials {first} to {last} have a date of their own that this date contradicts",
            "序列号 {first} 至 {last} 单独登记了日期，与此日期矛盾（有效期早于生产日期），请先修改这些单品的日期";
        StartNotDigits: Invalid, "coding.start_not_digits" at "/first_serial",
            "the start must be digits; put other characters into the prefix", "起始序列号只能是数字，字母等请填在序列号前缀中";
        NotASerial: Invalid, "coding.not_a_serial" at "/first_serial",
            "prefix and serial together take at most 20 characters of letters, digits and the GS1 symbols",
            "前缀与序列号合计最多 20 个字符，且只能是数字、字母和 GS1 规定的符号，不能有汉字或空格";
        NotAPrefix: Invalid, "coding.not_a_prefix" at "/serial_prefix",
            "a prefix takes at most 19 characters of letters, digits and the GS1 symbols",
            "序列号前缀最多 19 个字符，且只能是数字、字母和 GS1 规定的符号，不能有汉字或空格";
        SerialsUsedUp { prefix: String }: Conflict, "coding.serials_used_up" at "/serial_prefix",
            "behind the prefix {prefix} so many serials are not left; choose another prefix",
            "前缀“{prefix}”之后已没有这么多序列号，请更换前缀";
        SpanOutgrown { digits: usize }: Invalid, "coding.span_outgrown" at "/quantity",
            "so many serials do not fit {digits} digits; begin with more leading zeros",
            "数量超出起始序列号的位数（{digits} 位），请在起始序列号前补 0";
        NotOneRun: Invalid, "coding.not_one_run" at "/last_serial",
            "first and last serial must have the same prefix and the same number of digits",
            "起始与结束序列号的前缀和位数必须相同";
        SpanReversed: Invalid, "coding.span_reversed" at "/last_serial",
            "the last serial comes before the first", "结束序列号不能小于起始序列号";
        CountMismatch { counted: i64, quantity: i64 }: Invalid, "coding.count_mismatch" at "/quantity",
            "from first to last there are {counted} serials, not {quantity}",
            "起始到结束序列号共 {counted} 个，与产品数量 {quantity} 不一致";
        SpanTaken { first: String, last: String, count: i64 }: Conflict, "coding.span_taken" at "/first_serial",
            "the serials {first} to {last} are issued already", "序列号 {first} 至 {last}（共 {count} 个）已赋码，请更换起始序列号或前缀";
        NotAllIssued { serial: String }: Conflict, "coding.not_all_issued" at "/first_serial",
            "the serial {serial} was not issued", "序列号 {serial} 尚未赋码，请核对";
        SomeVoided { first: String, last: String }: Conflict, "coding.some_voided" at "/first_serial",
            "the serials {first} to {last} are voided", "序列号 {first} 至 {last} 已作废，不能再操作";
        UnitVoided { serial: String }: Conflict, "coding.unit_voided" at "/serial",
            "the serial {serial} is voided", "序列号 {serial} 已作废，不能再操作";
        NotOfBatch { serial: String, batch_no: String }: Invalid, "coding.not_of_batch" at "/batch_no",
            "the serial {serial} is not of the batch {batch_no}", "序列号 {serial} 不属于批次 {batch_no}，请核对";
        NotAPack { name: String }: Conflict, "coding.not_a_pack" at "/product_id",
            "the product {name} is not coded as a combination, so its units hold nothing",
            "产品“{name}”的追溯方式不是组合多码，其单品不能作为母码";
        PackNotIssued { serial: String }: NotFound, "coding.unit_not_found" at "/serial",
            "the serial {serial} was not issued", "母码序列号 {serial} 未赋码，请先赋码";
        PackEmpty { serial: String }: Conflict, "coding.pack_empty" at "/serial",
            "there is nothing in the pack {serial}", "组合 {serial} 中没有内容";
        ContentProductNotFound { pointer: String }: NotFound, "coding.product_not_found" under pointer,
            "there is no such product", "产品不存在，请重新选择";
        ContentBatchNotFound { pointer: String }: NotFound, "coding.batch_not_found" under pointer,
            "this product has no such batch", "该产品下没有此批次号，请核对";
        ContentNotOneRun { pointer: String }: Invalid, "coding.not_one_run" under pointer,
            "first and last serial must have the same prefix and the same number of digits, and count up",
            "起始与结束序列号的前缀和位数必须相同，且结束不能小于起始";
        ContentUncounted { pointer: String }: Invalid, "coding.content_uncounted" under pointer,
            "say how many", "请填写数量";
        ContentMiscounted { counted: i64, quantity: i64, pointer: String }: Invalid, "coding.count_mismatch" under pointer,
            "from first to last there are {counted} serials, not {quantity}",
            "起始到结束序列号共 {counted} 个，与数量 {quantity} 不一致";
        ContentNotIssued { serial: String, pointer: String }: Conflict, "coding.not_all_issued" under pointer,
            "the serial {serial} was not issued", "序列号 {serial} 尚未赋码，请核对";
        ContentVoided { what: String, pointer: String }: Conflict, "coding.content_voided" under pointer,
            "{what} is voided and cannot be packed", "{what} 已作废，不能装入组合";
        PackedAlready { serial: String, pack: String, pointer: String }: Conflict, "coding.packed_already" under pointer,
            "the serial {serial} is in the pack {pack} already; take it out there first",
            "序列号 {serial} 已在组合 {pack} 中，请先从该组合移出";
        PackInItself { pointer: String }: Conflict, "coding.pack_in_itself" under pointer,
            "a pack cannot be in itself, nor in anything that is in it", "组合不能装入自身，也不能装入它所含的组合";
        PackTooDeep { pointer: String }: Conflict, "coding.pack_too_deep" under pointer,
            "packs may be at most five within each other", "组合最多嵌套 5 层，请减少层级";
        NotInPack { what: String, pointer: String }: Conflict, "coding.not_in_pack" under pointer,
            "this is not in the pack: {what}", "该组合中没有这些内容：{what}，请核对";
        PackLevelFixed: Conflict, "coding.pack_level_fixed" at "/coding_level",
            "codes of the product are packed; take them out before it is coded otherwise",
            "该产品的码已用于组合，请先移出组合再修改追溯方式";
        RecallNotFound: NotFound, "coding.recall_not_found", "there is no such recall", "召回不存在";
        RecallInactive: Conflict, "coding.recall_inactive" at "/product_id",
            "only what is activated can be recalled; void the codes of other products",
            "只有已激活的产品可以召回；其他产品的码请作废";
        RecallOpen: Conflict, "coding.recall_open" at "/product_id",
            "a recall of some of these codes is open already; end it first", "其中的码正在召回中，请先结束该召回";
        RecallEnded: Conflict, "coding.recall_ended", "this recall has ended already", "该召回已经结束";
        NothingToAssociate: Invalid, "coding.nothing_to_associate" at "/batch_no",
            "give a batch, a production date or an expiry date", "请至少填写批次号、生产日期、有效期中的一项";
        SearchTooWide: Invalid, "coding.search_too_wide" at "/serial",
            "too many kinds of serials to search; choose a product first", "序列号种类过多，请先选择产品再搜索";
        TooMuch { limit: i64 }: Invalid, "coding.too_much" at "/quantity",
            "at most {limit} codes can be exported at once", "一次最多导出 {limit} 个码，请分段导出";
        NothingSelected: Invalid, "coding.nothing_selected" at "/product_id",
            "there are no codes to export", "没有符合条件的码可导出";
        Picture { reason: &'static str, en: String, zh: String, pointer: String }: Invalid, "coding.picture" under pointer,
            "the picture cannot be made ({reason}): {en}", "{zh}";
        NoLabelFont: Conflict, "coding.no_label_font",
            "this server has no Chinese font for labels; ask its operator to install fonts-noto-cjk or to set PINMA_LABEL_FONTS",
            "服务器没有可用的中文字体，无法绘制标签，请联系运营方安装 fonts-noto-cjk 或设置 PINMA_LABEL_FONTS";
        LogoNotFound: NotFound, "coding.logo_not_found" at "/logo_file_id", "there is no such logo", "中心图标文件不存在，请重新上传";
        + Database(Fault) <- diesel::result::Error;
        + Upload(UploadError);
        + Job(JobError);
        + Enterprise(EnterpriseError)
            <- enterprise::brand::Error, enterprise::profile::Error, enterprise::qualification::Error, notify::Error;
        + Incomplete(Incomplete);
    }
}

impl From<SpanError> for Error {
    fn from(e: SpanError) -> Self {
        match e {
            SpanError::StartNotDigits => Self::StartNotDigits,
            SpanError::NotASerial => Self::NotASerial,
            SpanError::Outgrown { digits } => Self::SpanOutgrown { digits },
            SpanError::NotOneRun => Self::NotOneRun,
            SpanError::Reversed => Self::SpanReversed,
        }
    }
}
