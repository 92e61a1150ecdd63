use crate::{batch, dates, serial};
use db::Fault;
use identifiers::serial::SpanError;

kernel::errors! {
    /// Errors of units.
    pub enum Error {
        NotFound { serial: String }: NotFound, "coding.unit_not_found",
            "the serial {serial} was not issued", "序列号 {serial} 未赋码";
        CountMismatch { counted: i64, quantity: i64 }: Invalid, "coding.count_mismatch" at "/quantity",
            "from first to last there are {counted} serials, not {quantity}",
            "起始到结束序列号共 {counted} 个，与产品数量 {quantity} 不一致";
        NotAllIssued { serial: String }: Conflict, "coding.not_all_issued" at "/first_serial",
            "the serial {serial} was not issued", "序列号 {serial} 尚未赋码，请核对";
        SomeVoided { first: String, last: String }: Conflict, "coding.some_voided" at "/first_serial",
            "the serials {first} to {last} are voided", "序列号 {first} 至 {last} 已作废，不能再操作";
        Voided { serial: String }: Conflict, "coding.unit_voided" at "/serial",
            "the serial {serial} is voided", "序列号 {serial} 已作废，不能再操作";
        NothingToAssociate: Invalid, "coding.nothing_to_associate" at "/batch_no",
            "give a batch, a production date or an expiry date", "请至少填写批次号、生产日期、有效期中的一项";
        SearchTooWide: Invalid, "coding.search_too_wide" at "/serial",
            "too many kinds of serials to search; choose a product first", "序列号种类过多，请先选择产品再搜索";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Batch(batch::Error);
        + Dates(dates::Error);
        + Serial(serial::Error) <- SpanError;
    }
}
