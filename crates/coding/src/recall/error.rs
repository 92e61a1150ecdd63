use crate::{batch, pack, serial, unit};
use db::Fault;
use identifiers::serial::SpanError;

kernel::errors! {
    /// Errors of recalls.
    pub enum Error {
        NotFound: NotFound, "coding.recall_not_found", "there is no such recall", "召回不存在";
        Inactive: Conflict, "coding.recall_inactive" at "/product_id",
            "only what is activated can be recalled; void the codes of other products",
            "只有已激活的产品可以召回；其他产品的码请作废";
        Open: Conflict, "coding.recall_open" at "/product_id",
            "a recall of some of these codes is open already; end it first", "其中的码正在召回中，请先结束该召回";
        Ended: Conflict, "coding.recall_ended", "this recall has ended already", "该召回已经结束";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Batch(batch::Error);
        + Unit(unit::Error);
        + Pack(pack::Error);
        + Serial(serial::Error) <- SpanError;
    }
}
