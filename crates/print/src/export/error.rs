use crate::{labels, picture};
use coding::{batch, serial, unit};
use db::Fault;
use identifiers::serial::SpanError;
use web::jobs::JobError;

kernel::errors! {
    /// Errors of exports.
    pub enum Error {
        TooMuch { limit: i64 }: Invalid, "print.too_much" at "/quantity",
            "at most {limit} codes can be exported at once", "一次最多导出 {limit} 个码，请分段导出";
        TooScattered { limit: i64 }: Invalid, "print.too_scattered" at "/product_id",
            "these codes lie in more than {limit} runs of serials, as random ones do; export them batch by batch",
            "所选单品的序列号不连续（如随机序列号），超过 {limit} 段，请按批次分别导出";
        TooManyRows { limit: i64 }: Invalid, "print.too_many_rows" at "/format",
            "a sheet has room for {limit} codes; export fewer at once, or as CSV",
            "Excel 表格最多 {limit} 行，请分段导出，或改用 CSV";
        Recalled: Conflict, "print.recalled" at "/product_id",
            "all of these codes are being recalled; no codes or labels are made for them until the recall is ended",
            "所选的码都在召回中，召回结束前不能导出码和标签";
        NothingSelected: Invalid, "print.nothing_selected" at "/product_id",
            "there are no codes to export", "没有符合条件的码可导出";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Batch(batch::Error);
        + Unit(unit::Error);
        + Serial(serial::Error) <- SpanError;
        + Picture(picture::Error) <- label::Error;
        + Labels(labels::Error);
        + Job(JobError);
    }
}
