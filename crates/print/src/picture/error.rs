use coding::{batch, unit};
use db::Fault;
use web::upload::UploadError;

kernel::errors! {
    /// Errors of the picture of a code.
    pub enum Error {
        NotOfBatch { serial: String, batch_no: String }: Invalid, "print.not_of_batch" at "/batch_no",
            "the serial {serial} is not of the batch {batch_no}", "序列号 {serial} 不属于批次 {batch_no}，请核对";
        Refused { reason: &'static str, en: String, zh: String, pointer: String }: Invalid, "print.picture" under pointer,
            "the picture cannot be made ({reason}): {en}", "{zh}";
        LogoNotFound: NotFound, "print.logo_not_found" at "/logo_file_id", "there is no such logo", "中心图标文件不存在，请重新上传";
        + Database(Fault) <- diesel::result::Error;
        + Upload(UploadError);
        + Product(product::Error);
        + Batch(batch::Error);
        + Unit(unit::Error);
    }
}
