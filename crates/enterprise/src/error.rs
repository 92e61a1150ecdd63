use db::Fault;
use web::upload::UploadError;

kernel::errors! {
    /// What can go wrong with enterprises, accounts and sessions.
    pub enum Error {
        EnterpriseNotFound: NotFound, "enterprise.not_found", "there is no such enterprise", "企业不存在";
        UsccTaken: Conflict, "enterprise.uscc_taken" at "/uscc",
            "an enterprise with this code is registered already", "该统一社会信用代码已注册，可直接登录；如忘记密码请使用找回密码";
        UnknownRegion: Invalid, "enterprise.unknown_region" at "/region_code",
            "there is no such administrative division, or it is not at county level", "请选择到区（县）一级的行政区划";
        LicenseRequired: Invalid, "enterprise.license_required" at "/license_file_id",
            "the business licence must be uploaded", "请上传营业执照";
        Stale: Stale, "request.stale", "the record has changed since you read it; read it again",
            "该记录已被他人修改，请刷新后重新编辑";

        BrandNotFound: NotFound, "brand.not_found", "there is no such brand", "品牌不存在";
        BrandUnknown { pointer: String }: NotFound, "brand.unknown" under pointer,
            "there is no such brand", "品牌不存在，请重新选择";
        BrandVoided { pointer: String }: Conflict, "brand.voided" under pointer,
            "this brand has been voided", "该品牌已作废，请选择其他品牌";
        BrandEnded: Conflict, "brand.ended", "this brand has been voided and can no longer change", "该品牌已作废，不能再修改";
        BrandNameTaken { name: String }: Conflict, "brand.name_taken" at "/name",
            "there is a brand {name} already", "品牌“{name}”已存在";
        BrandFileTaken { pointer: String }: Conflict, "brand.file_taken" under pointer,
            "this file belongs to another brand; upload it again", "该文件已用于其他品牌，请重新上传";
        BrandInUse: Conflict, "brand.in_use", "products still use this brand; void it instead",
            "仍有产品使用该品牌，不能删除；如不再使用，可作废";

        QualificationNotFound: NotFound, "qualification.not_found", "there is no such qualification", "资质不存在或已删除";
        QualificationTaken { number: String }: Conflict, "qualification.number_taken" at "/number",
            "a qualification of this type with the number {number} exists already", "该类型下证书编号 {number} 已存在";
        QualificationPictureTaken { pointer: String }: Conflict, "qualification.picture_taken" under pointer,
            "this picture belongs to another qualification; upload it again", "该图片已用于其他资质，请重新上传";
        QualificationIssuedLater: Invalid, "qualification.issued_in_future" at "/issued_on",
            "the day of issue lies in the future", "发证时间不能晚于今天";

        PasswordLength { min: usize, max: usize, pointer: String }: Invalid, "password.length" under pointer,
            "the password needs {min} to {max} characters", "密码长度应为 {min}–{max} 位";
        PasswordClasses { missing_en: String, missing: String, pointer: String }: Invalid, "password.classes" under pointer,
            "the password lacks: {missing_en}", "密码须同时包含大写字母、小写字母、数字和特殊字符，还缺少：{missing}";
        PasswordCommon { pointer: String }: Invalid, "password.common" under pointer,
            "this password is among the first ones a thief tries", "该密码过于常见，容易被猜到，请换一个";
        PasswordPersonal { pointer: String }: Invalid, "password.personal" under pointer,
            "the password contains the name, code or phone of the enterprise", "密码中不能包含企业名称、统一社会信用代码或手机号";
        TooManyTries { seconds: i64, minutes: i64 }: TooMany, "password.too_many_tries" retry seconds,
            "too many wrong passwords; try again in {minutes} minutes", "密码错误次数过多，请 {minutes} 分钟后再试";
        PasswordNeeded: Invalid, "password.needed" at "/password",
            "changing the phone that can reset the password needs the password", "修改联系人电话须填写当前密码";
        PasswordWrong: Invalid, "password.wrong" at "/password", "the password is wrong", "当前密码不正确";
        SignInBusy: Unavailable, "auth.busy", "too many sign in at this moment; try again", "当前登录人数较多，请稍后再试";
        OldPasswordWrong: Invalid, "password.old_wrong" at "/old_password", "the old password is wrong", "旧密码不正确";
        PasswordUnchanged: Invalid, "password.unchanged" at "/new_password",
            "the new password must differ from the old one", "新密码不能与旧密码相同";

        NoticeNotFound: NotFound, "notice.not_found", "there is no such notice", "消息不存在";
        DeliveryNotFound: NotFound, "delivery.not_found", "there is no such delivery", "发送记录不存在";
        DeliveryNotFailed: Conflict, "delivery.not_failed",
            "only what could not be sent can be sent again", "只有发送失败的消息可以重新发送";

        SmsNotConfigured: Unavailable, "sms.not_configured",
            "this server has no way to send SMS", "系统未配置短信通道，请联系管理员";
        SmsNotSent { cause: String }: Unavailable, "sms.not_sent", "the SMS could not be sent: {cause}", "短信发送失败，请稍后重试";
        SmsTooSoon { seconds: i64 }: TooMany, "sms.too_soon" at "/phone" retry seconds,
            "wait {seconds} seconds before asking for another code", "发送过于频繁，请 {seconds} 秒后再试";
        SmsTooMany { seconds: i64 }: TooMany, "sms.too_many" at "/phone" retry seconds,
            "no more codes for today", "今日获取验证码次数已达上限，请明天再试";
        SmsCodeWrong { left: i64 }: Invalid, "sms.code_wrong" at "/sms_code",
            "the code is wrong; {left} tries left", "验证码不正确，还可尝试 {left} 次";
        SmsCodeExpired: Invalid, "sms.code_expired" at "/sms_code",
            "no valid code; ask for a new one", "验证码已过期或未获取，请重新获取";
        SmsCodeExhausted: Invalid, "sms.code_exhausted" at "/sms_code",
            "too many wrong tries; ask for a new code", "验证码错误次数过多，请重新获取";

        SignInFailed: Unauthenticated, "auth.sign_in_failed", "the account or the password is wrong", "账号或密码错误";
        SignInLocked { seconds: i64, minutes: i64 }: TooMany, "auth.locked" retry seconds,
            "too many failed attempts; try again in {minutes} minutes", "登录失败次数过多，请 {minutes} 分钟后再试，或使用找回密码";
        AccountDisabled: Forbidden, "auth.account_disabled", "this account has been disabled", "账号已被停用，请联系平台管理员";
        SessionEnded: Unauthenticated, "auth.session_ended", "the session has ended; sign in again", "登录已失效，请重新登录";
        ResetMismatch: Invalid, "auth.reset_mismatch" at "/phone",
            "this phone does not belong to this account", "该手机号与账号预留的手机号不一致";
        LoginNameTaken: Conflict, "auth.login_name_taken" at "/login_name", "this account exists already", "该账号已存在";
        + Database(Fault) <- diesel::result::Error;
        + Upload(UploadError);
    }
}
