use crate::{batch, dates, unit};
use db::Fault;

kernel::errors! {
    /// Errors of entering the day codes left the factory.
    pub enum Error {
        NotActivated: Conflict, "coding.ex_factory_inactive",
            "the product is not activated, so nothing of it can leave the factory; submit and activate it first",
            "产品尚未激活，不能出厂；请先提交审核并激活产品";
        BatchAlready { batch_no: String, day: String }: Conflict, "coding.ex_factory_already" at "/ex_factory_on",
            "the batch {batch_no} left the factory on {day}; if that day is wrong, give a reason for the correction",
            "批次 {batch_no} 已于 {day} 登记出厂，不能重复登记；如日期有误，请填写更正原因";
        UnitsAlready { first: String, last: String, day: String }: Conflict, "coding.ex_factory_already" at "/ex_factory_on",
            "the serials {first} to {last} left the factory on {day}; if that day is wrong, give a reason for the correction",
            "序列号 {first} 至 {last} 已于 {day} 登记出厂，不能重复登记；如日期有误，请填写更正原因";
        Undated { first: String, last: String }: Conflict, "coding.ex_factory_undated" at "/first_serial",
            "the serials {first} to {last} have no production date; put them into a batch or give them one first",
            "序列号 {first} 至 {last} 没有生产日期，不能出厂；请先通过“关联”归入批次或填写生产日期";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Batch(batch::Error);
        + Unit(unit::Error);
        + Dates(dates::Error);
    }
}
