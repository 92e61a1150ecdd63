use db::Fault;
use web::{Stale, upload::UploadError};

kernel::errors! {
    /// The errors of brands.
    pub enum Error {
        NotFound: NotFound, "brand.not_found", "there is no such brand", "品牌不存在";
        Unknown { pointer: String }: NotFound, "brand.unknown" under pointer,
            "there is no such brand", "品牌不存在，请重新选择";
        Voided { pointer: String }: Conflict, "brand.voided" under pointer,
            "this brand has been voided", "该品牌已作废，请选择其他品牌";
        VoidedAlready: Conflict, "brand.voided_already", "this brand has been voided and can no longer change", "该品牌已作废，不能再修改";
        NameTaken { name: String }: Conflict, "brand.name_taken" at "/name",
            "there is a brand {name} already", "品牌“{name}”已存在";
        InUse: Conflict, "brand.in_use", "products still use this brand; void it instead",
            "仍有产品使用该品牌，不能删除；如不再使用，可作废";
        + Stale(Stale);
        + Upload(UploadError);
        + Database(Fault) <- diesel::result::Error;
    }
}
