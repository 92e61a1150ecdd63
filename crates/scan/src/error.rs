use db::Fault;
use kernel::ErrorEntry;
use web::upload::UploadError;

kernel::errors! {
    /// What can go wrong with scans and with what readers write.
    pub enum Error {
        Busy: Unavailable, "scan.busy", "too many scans at this moment; try again", "当前查询人数较多，请稍后再试";
        DayToCome: Invalid, "scan.day_to_come" at "/on", "that day is still to come", "日期不能晚于今天";
        KeyNotResolved { kind: String, kind_zh: String }: NotFound, "scan.key_not_resolved",
            "this is a GS1 Digital Link of a {kind}; links of products that begin with /01/ are answered here",
            "这是{kind_zh}的 GS1 Digital Link 地址；本平台只解析以 /01/ 开头的商品地址，请核对所扫的码";
        NoDay: Invalid, "scan.no_day" at "/on", "this is no day; write it as 2026-11-20", "日期不正确，请按 2026-11-20 的格式填写";
        FeedbackNotFound: NotFound, "feedback.not_found", "there is no such message", "反馈不存在";
        FeedbackUnchanged: Conflict, "feedback.unchanged" at "/state",
            "the state is the same already; choose another one or add a note", "状态没有变化，请选择其他状态或填写处理说明";
        FeedbackUnknownProduct: NotFound, "feedback.unknown_product",
            "no product is registered here under this code; check the address or scan again",
            "本平台没有登记这个码对应的产品，请核对地址或重新扫码";
        FeedbackMalformedCode { why: String, why_zh: String }: Malformed, "feedback.malformed_code",
            "this is not the address of a code: {why}", "这不是有效的追溯码地址（{why_zh}），请重新扫码";
        FeedbackNotAForm: MediaType, "feedback.not_a_form",
            "send the form as multipart/form-data", "请以 multipart/form-data 提交表单";
        FeedbackCutOff: Invalid, "feedback.cut_off",
            "the form did not arrive whole; send it again", "表单内容不完整，请重新提交";
        FeedbackTooLarge { max: String }: TooLarge, "feedback.too_large" at "/pictures",
            "the form is larger than {max}; choose fewer or smaller pictures", "提交的内容超过 {max}，请减少图片或选择较小的图片";
        FeedbackTrap: Invalid, "feedback.trap" at "/website",
            "leave the field “website” empty; it is there for programs", "请勿填写“网址”一栏，该栏仅用于识别自动程序";
        FeedbackTooFast { seconds: i64 }: TooMany, "feedback.too_fast" retry seconds,
            "that was very quick; please wait {seconds} seconds and send it again", "提交过快，请等待 {seconds} 秒后再次提交";
        FeedbackFormExpired: Invalid, "feedback.form_expired" at "/form_token",
            "the form is too old or not of this code; send it again", "表单已过期，请再次提交";
        FeedbackTooMany { minutes: i64, seconds: i64 }: TooMany, "feedback.too_many" retry seconds,
            "you have sent several messages already; try again in {minutes} minutes",
            "您提交的反馈较多，请 {minutes} 分钟后再试";
        FeedbackMakerBusy { minutes: i64, seconds: i64 }: TooMany, "feedback.maker_busy" retry seconds,
            "this maker receives very many messages at this moment; try again in {minutes} minutes or call its service",
            "该企业当前收到的反馈过多，请 {minutes} 分钟后再试，或直接拨打售后电话";
        FeedbackSentTwice: Conflict, "feedback.sent_twice",
            "this message is being sent already; wait a moment and send it again", "这条反馈正在提交，请稍候再试";
        FeedbackNoRoom: Conflict, "feedback.no_room" at "/pictures",
            "this maker can take no more pictures at this moment; send your message without them",
            "该企业暂时无法接收更多图片，请不带图片提交";
        ReceiptNotFound: NotFound, "feedback.receipt_not_found" at "/number",
            "there is no message with this receipt number; check it", "没有这个受理编号，请核对后重新输入";
        + Database(Fault) <- diesel::result::Error;
        + Facts(facts::Error);
        + Upload(UploadError);
        + Notify(notify::Error);
    }
}

/// The catalogue lines of this crate.
pub const CATALOGUES: &[&[ErrorEntry]] = &[Error::CATALOGUE];
