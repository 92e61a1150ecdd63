use crate::{batch, unit};
use db::Fault;

kernel::errors! {
    /// Errors of packs.
    pub enum Error {
        Stale: Stale, "request.stale", "the record has changed since you read it; read it again",
            "该记录已被他人修改，请刷新后重新编辑";
        NotAPack { name: String }: Conflict, "coding.not_a_pack" at "/product_id",
            "the product {name} is not coded as a combination, so its units hold nothing",
            "产品“{name}”的追溯方式不是组合多码，其单品不能作为母码";
        NotIssued { serial: String }: NotFound, "coding.unit_not_found" at "/serial",
            "the serial {serial} was not issued", "母码序列号 {serial} 未赋码，请先赋码";
        Empty { serial: String }: Conflict, "coding.pack_empty" at "/serial",
            "there is nothing in the pack {serial}", "组合 {serial} 中没有内容";
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
        ContentRecalled { what: String, pointer: String }: Conflict, "coding.content_recalled" under pointer,
            "{what} is being recalled, or holds something that is, and cannot be packed",
            "{what} 正在召回或内含正在召回的产品，召回结束前不能装入组合";
        PackRecalled { serial: String }: Conflict, "coding.pack_recalled" at "/serial",
            "the pack {serial} is being recalled, or is in one that is, and takes nothing more",
            "组合 {serial} 或其外层组合正在召回，召回结束前不能再装入";
        PackedAlready { serial: String, pack: String, pointer: String }: Conflict, "coding.packed_already" under pointer,
            "the serial {serial} is in the pack {pack} already; take it out there first",
            "序列号 {serial} 已在组合 {pack} 中，请先从该组合移出";
        InItself { pointer: String }: Conflict, "coding.pack_in_itself" under pointer,
            "a pack cannot be in itself, nor in anything that is in it", "组合不能装入自身，也不能装入它所含的组合";
        TooDeep { pointer: String }: Conflict, "coding.pack_too_deep" under pointer,
            "packs may be at most five within each other", "组合最多嵌套 5 层，请减少层级";
        NotInPack { what: String, pointer: String }: Conflict, "coding.not_in_pack" under pointer,
            "this is not in the pack: {what}", "该组合中没有这些内容：{what}，请核对";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Batch(batch::Error);
        + Unit(unit::Error);
    }
}
