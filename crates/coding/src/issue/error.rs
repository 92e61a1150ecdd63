use crate::{batch, dates, serial, unit};
use db::Fault;
use identifiers::serial::SpanError;

kernel::errors! {
    /// Errors of issuing codes.
    pub enum Error {
        LevelBinds { level: &'static str, level_en: &'static str }: Conflict, "coding.level_binds" at "/product_id",
            "the product is coded at the level “{level_en}”, and takes no finer codes; raise its level first, by a change request if it was reviewed",
            "该产品的追溯方式为“{level}”，不能赋更细的码；如需赋码，请先修改产品的追溯方式，已审核的产品请提交变更申请";
        NotAPrefix: Invalid, "coding.not_a_prefix" at "/serial_prefix",
            "a prefix takes at most 19 characters of letters, digits and the GS1 symbols",
            "序列号前缀最多 19 个字符，且只能是数字、字母和 GS1 规定的符号，不能有汉字或空格";
        PrefixTooLong: Invalid, "coding.prefix_too_long" at "/serial_prefix",
            "random serials need 12 digits behind the prefix; it takes at most 8 characters, and at most 6 digits at its end",
            "随机序列号至少需要 12 位数字，前缀最多 8 个字符，末尾的数字最多 6 位，请缩短前缀";
        NoRandomness: Internal, "internal", "the system gives no random numbers", "系统无法生成随机数";
        SerialsUsedUp { prefix: String }: Conflict, "coding.serials_used_up" at "/serial_prefix",
            "behind the prefix {prefix} so many serials are not left; choose another prefix",
            "前缀“{prefix}”之后已没有这么多序列号，请更换前缀";
        SpanTaken { first: String, last: String, count: i64 }: Conflict, "coding.span_taken" at "/first_serial",
            "the serials {first} to {last} are issued already", "序列号 {first} 至 {last}（共 {count} 个）已赋码，请更换起始序列号或前缀";
        Paused: Conflict, "coding.paused" at "/product_id",
            "production of the product is paused; resume it before codes are issued",
            "该产品已暂停生产，不能赋码；请先在产品详情中恢复生产";
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Batch(batch::Error);
        + Unit(unit::Error);
        + Dates(dates::Error);
        + Serial(serial::Error) <- SpanError;
    }
}
