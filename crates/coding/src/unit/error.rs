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
        Recalled { first: String, last: String }: Conflict, "coding.units_recalled" at "/first_serial",
            "the serials {first} to {last} are being recalled and stay in their batch until the recall is ended",
            "序列号 {first} 至 {last} 正在召回，召回结束前不能改到其他批次；如需更换批次，请先结束召回";
        BatchRecalled { batch_no: String }: Conflict, "coding.batch_recalled" at "/batch_no",
            "the batch {batch_no} is being recalled and takes no more units until the recall is ended",
            "批次 {batch_no} 正在召回，召回结束前不能增加单品；请更换批次，或先结束召回";
        ProductRecalled: Conflict, "coding.product_recalled" at "/product_id",
            "the whole product is being recalled; end the recall before more of its codes are issued",
            "该产品正在召回，新赋的码会一并被召回；请先结束召回再赋码";
        CorrectionNeeded { first: String, last: String }: Conflict, "coding.correction_needed" at "/correction_reason",
            "the serials {first} to {last} have left the factory; give a reason for the correction, which becomes public with the old and the new value",
            "序列号 {first} 至 {last} 已出厂，批次和日期不能直接修改；如确有错误，请填写更正原因，原因和修改前后的值将在扫码页公开";
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
