use db::Fault;

kernel::errors! {
    /// Why a file is not taken or not given.
    pub enum UploadError {
        NotFound: NotFound, "upload.not_found", "there is no such file, or the link has expired", "文件不存在，或下载链接已过期";
        Missing: Invalid, "upload.missing" at "/file", "send the file as the multipart field `file`", "请选择要上传的文件";
        UnknownPart: Invalid, "upload.unknown_part" at "/file",
            "send nothing but the multipart field `file`", "只接受名为 file 的文件字段，请去掉其他字段";
        Empty: Invalid, "upload.empty" at "/file", "the file is empty", "文件内容为空";
        TooLarge { max_bytes: u64, max: String }: TooLarge, "upload.too_large" at "/file",
            "the file is larger than {max}", "文件不能超过 {max}";
        WrongType { allowed: String }: MediaType, "upload.wrong_type" at "/file",
            "the content is not of a type taken here ({allowed})", "文件内容不是允许的类型，只支持 {allowed}";
        Damaged { what: &'static str }: Invalid, "upload.damaged" at "/file",
            "the file is damaged: {what}", "文件已损坏或不完整（{what}），请重新导出后上传";
        Locked: Invalid, "upload.locked" at "/file",
            "the PDF asks for a password; save it without one", "该 PDF 需要密码才能打开，请另存为不加密的 PDF 后上传";
        NotOfd: MediaType, "upload.not_ofd" at "/file",
            "this archive is no OFD document (it has no OFD.xml)", "该压缩包不是 OFD 文件（缺少 OFD.xml），请直接上传 OFD、PDF 或图片";
        TooManyPixels { width: u32, height: u32, max: u32 }: Invalid, "upload.too_many_pixels" at "/file",
            "the picture is {width}×{height} pixels; at most {max} on a side and 40 million in all are taken",
            "图片为 {width}×{height} 像素，过大；单边不能超过 {max}，总像素不能超过 4000 万";
        QuotaExceeded { quota: String }: Conflict, "upload.quota_exceeded" at "/file",
            "the enterprise has used its {quota} of storage", "企业存储空间（{quota}）已用完";
        Unknown { pointer: String }: NotFound, "upload.unknown_file" under pointer,
            "this file does not exist", "文件不存在或已过期，请重新上传";
        WrongSlot { pointer: String }: Invalid, "upload.wrong_slot" under pointer,
            "this file was uploaded for another purpose", "该文件是为其他用途上传的，请在此处重新上传";
        Taken { pointer: String }: Conflict, "upload.taken" under pointer,
            "another record has this file; upload it again for this one", "该文件已用于其他记录，请重新上传一份";
        DiskFull: Full, "upload.disk_full", "the disk is full; nothing was saved", "服务器存储空间已满，文件未保存，请联系管理员";
        Storage { cause: String }: Internal, "internal", "file storage failed: {cause}", "文件存储失败：{cause}";
        + Database(Fault) <- diesel::result::Error;
    }
}

impl UploadError {
    /// A file is larger than so many bytes.
    pub(super) fn too_large(max_bytes: u64) -> Self {
        Self::TooLarge {
            max_bytes,
            max: format!("{} MB", max_bytes / (1024 * 1024)),
        }
    }
}

impl From<std::io::Error> for UploadError {
    fn from(e: std::io::Error) -> Self {
        match e.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Storage { cause: e.to_string() },
        }
    }
}
