use db::Fault;

kernel::errors! {
    /// Errors of filings.
    pub enum Error {
        Stale: Stale, "request.stale", "the record has changed since you read it; read it again",
            "该记录已被他人修改，请刷新后重新编辑";
        NotFound: NotFound, "coding.filing_not_found", "there is no such filing", "填报记录不存在";
        Taken { label: String }: Conflict, "coding.filing_taken" at "/day",
            "the quantity of {label} is filed already; correct it instead", "{label} 已填报；如有错误请在填报记录中更正";
        TooEarly: Invalid, "coding.filing_too_early" at "/day",
            "the period has not begun yet", "该所属期尚未开始，不能填报";
        Running { ends_on: String, from: String }: Invalid, "coding.filing_running" at "/day",
            "the period runs until {ends_on}; file it from {from} on", "该所属期到 {ends_on} 才结束，请从 {from} 起填报";
        Withdrawn: Conflict, "coding.filing_withdrawn",
            "the filing was withdrawn with its batch; file the period again", "该填报已随批量填报撤回，请在待填报中重新填报";
        BeforeActivation: Invalid, "coding.filing_before_activation" at "/day",
            "the period ended before the product was activated", "该所属期早于产品激活时间，无需填报";
        NoRhythm: Conflict, "coding.no_rhythm" at "/product_id",
            "the product had no filing period on that day, or was voided before; choose one in its record",
            "该产品在这一天没有填报周期（未设置，或产品已作废）；请换一天，或先在产品中选择填报周期";
        NotActivated: Conflict, "coding.not_activated" at "/product_id",
            "the product is not activated", "该产品未激活，无需填报";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Notify(notify::Error);
    }
}
