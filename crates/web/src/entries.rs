//! The errors of HTTP itself, which no domain owns.

use kernel::{ErrorEntry, Kind};

macro_rules! entries {
    ($($name:ident: $kind:ident, $code:literal, $en:literal, $zh:literal;)*) => {
        $(pub(crate) const $name: ErrorEntry = ErrorEntry { code: $code, kind: Kind::$kind, en: $en, zh: $zh };)*
        /// The catalogue lines of this crate.
        pub const ENTRIES: &[ErrorEntry] = &[$($name),*];
    };
}

entries! {
    INTERNAL: Internal, "internal", "an unexpected fault occurred", "系统内部错误，请稍后重试；如仍出现，请把请求编号告知管理员";
    MALFORMED: Malformed, "request.malformed", "the request cannot be read as JSON", "请求内容不是有效的 JSON";
    INVALID: Invalid, "request.invalid", "some fields are not right; see errors", "部分内容填写有误，请按提示修改";
    MEDIA_TYPE: MediaType, "request.media_type", "this content type is not taken here", "不支持该内容类型";
    TOO_LARGE: TooLarge, "request.too_large", "the request is too large", "请求内容过大";
    TOO_SLOW: TooSlow, "request.too_slow", "the request came too slowly and was given up; send it again",
        "请求内容传输过慢，已中止；请检查网络后重新提交";
    CONNECTIONS: Unavailable, "request.too_many_connections", "this address holds too many connections; close some",
        "该地址同时打开的连接过多，请关闭一些后重试";
    UNAUTHENTICATED: Unauthenticated, "auth.required", "sign in first", "请先登录";
    TOKEN_INVALID: Unauthenticated, "auth.token_invalid", "the access token is not valid or has expired", "登录状态已失效，请重新登录";
    FORBIDDEN: Forbidden, "auth.forbidden", "your account may not do this", "当前账号没有此操作的权限";
    NOT_FOUND: NotFound, "request.not_found", "there is nothing at this address", "请求的地址或记录不存在";
    METHOD: MethodNotAllowed, "request.method_not_allowed", "this address does not take this method", "该地址不支持此请求方法";
    VERSION_MISSING: VersionMissing, "request.version_missing",
        "say which version you read: If-Match with the ETag of the record", "缺少 If-Match 请求头，请带上读取记录时的 ETag";
    STALE: Stale, "request.stale", "the record has changed since you read it; read it again",
        "该记录已被他人修改，请刷新后重新编辑";
    IDEMPOTENCY_MALFORMED: Malformed, "idempotency.malformed",
        "send one Idempotency-Key of 1 to 255 visible ASCII characters",
        "Idempotency-Key 请求头无效，请只发送一个，由 1 到 255 个可见 ASCII 字符组成";
    IDEMPOTENCY_REUSED: Invalid, "idempotency.reused",
        "an earlier request with this Idempotency-Key was done and had other content, so this one was not; see what is there, and submit again with a new key if it is still wanted",
        "上一次提交已经成功，本次内容与其不同，未执行；请先核对已有记录，如仍需要请再次提交（程序须换用新的 Idempotency-Key）";
    IDEMPOTENCY_IN_FLIGHT: Conflict, "idempotency.in_flight",
        "the first request with this Idempotency-Key is still under way; send it again after a moment",
        "上一次提交仍在处理，请稍候再试（程序须沿用原来的 Idempotency-Key）";
    TOO_MANY: TooMany, "request.too_many", "too many requests; come back later", "操作过于频繁，请稍后再试";
}
