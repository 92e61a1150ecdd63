use crate::account;
use db::Fault;
use web::{Stale, upload::UploadError};

kernel::errors! {
    /// The errors of an enterprise's record.
    pub enum Error {
        NotFound: NotFound, "enterprise.not_found", "there is no such enterprise", "企业不存在";
        UsccTaken: Conflict, "enterprise.uscc_taken" at "/uscc",
            "an enterprise with this code is registered already", "该统一社会信用代码已注册，可直接登录；如忘记密码请使用找回密码";
        UnknownRegion: Invalid, "enterprise.unknown_region" at "/region_code",
            "there is no such administrative division, or it is not at county level", "请选择到区（县）一级的行政区划";
        Vouched { pointer: String }: Conflict, "enterprise.vouched" under pointer,
            "the operator vouches for this; ask for the change with an identity request (POST /identity-requests)",
            "此项由平台与营业执照核对，不能直接修改；如需变更，请提交企业变更申请";
        PasswordNeeded: Invalid, "password.needed" at "/password",
            "changing the phone that can reset the password needs the password", "修改联系人电话须填写当前密码";
        PhoneCodeNeeded: Invalid, "sms.code_needed" at "/sms_code",
            "a new phone needs the code that is sent to it", "新的联系人电话须用短信验证码验证，请发送并填写验证码";
        PasswordWrong: Invalid, "password.wrong" at "/password", "the password is wrong", "当前密码不正确";
        + Stale(Stale);
        + Account(account::Error);
        + Upload(UploadError);
        + Database(Fault) <- diesel::result::Error;
    }
}
