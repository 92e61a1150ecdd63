use crate::dates;
use db::Fault;
use web::upload::UploadError;

kernel::errors! {
    /// Errors of batches.
    pub enum Error {
        NotFound: NotFound, "coding.batch_not_found", "there is no such batch", "批次不存在";
        ReferredNotFound: NotFound, "coding.batch_not_found" at "/batch_no",
            "this product has no such batch", "该产品下没有此批次号，请先新增批次";
        Stale: Stale, "request.stale", "the record has changed since you read it; read it again",
            "该记录已被他人修改，请刷新后重新编辑";
        QuantityNotExact: Invalid, "coding.quantity_not_exact" at "/quantity_kind",
            "where each thing has a code of its own the quantity must be exact", "一物一码和组合多码的产品数量须为实际数量";
        Taken { batch_no: String }: Conflict, "coding.batch_taken" at "/batch_no",
            "the product has a batch {batch_no} already", "该产品下批次号 {batch_no} 已存在；如需为它增加单品码，请选择赋码方式“一物一码”";
        TakenBefore { batch_no: String }: Conflict, "coding.batch_taken_before" at "/batch_no",
            "a voided product of this trace code had a batch {batch_no}; choose another number",
            "批次号 {batch_no} 已用于该追溯码此前作废的产品，请换一个批次号";
        DatesDiffer { batch_no: String }: Conflict, "coding.batch_dates_differ" at "/made_on",
            "the batch {batch_no} exists with other dates", "批次 {batch_no} 已存在且日期不同，请核对生产日期和有效期";
        Voided { batch_no: String }: Conflict, "coding.batch_voided" at "/batch_no",
            "the batch {batch_no} is voided", "批次 {batch_no} 已作废，不能再操作";
        UnitDatesContradict { first: String, last: String, pointer: String }: Conflict, "coding.unit_dates_contradict" under pointer,
            "the serials {first} to {last} have a date of their own that this date contradicts",
            "序列号 {first} 至 {last} 单独登记了日期，与此日期矛盾（有效期早于生产日期），请先修改这些单品的日期";
        CorrectionNeeded { batch_no: String }: Conflict, "coding.correction_needed" at "/correction_reason",
            "the batch {batch_no} has left the factory; give a reason for the correction, which becomes public with the old and the new value",
            "批次 {batch_no} 已出厂，日期、数量和检验报告不能直接修改；如确有错误，请填写更正原因，原因和修改前后的值将在扫码页公开";
        + Database(Fault) <- diesel::result::Error;
        + Upload(UploadError);
        + Product(product::Error);
        + Dates(dates::Error);
    }
}
