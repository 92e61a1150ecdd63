use crate::{account, password, sms_code};
use db::Fault;

kernel::errors! {
    /// The errors of signing in, of sessions, and of one's own password.
    pub enum Error {
        SignInFailed: Unauthenticated, "auth.sign_in_failed", "the account or the password is wrong", "账号或密码错误";
        SignInLocked { seconds: i64, minutes: i64 }: TooMany, "auth.locked" retry seconds,
            "too many failed attempts; try again in {minutes} minutes", "登录失败次数过多，请 {minutes} 分钟后再试，或使用找回密码";
        AccountDisabled: Forbidden, "auth.account_disabled", "this account has been disabled", "账号已被停用，请联系平台管理员";
        Ended: Unauthenticated, "auth.session_ended", "the session has ended; sign in again", "登录已失效，请重新登录";
        ResetMismatch: Invalid, "auth.reset_mismatch" at "/phone",
            "this phone does not belong to this account", "该手机号与账号预留的手机号不一致";
        OldPasswordWrong: Invalid, "password.old_wrong" at "/old_password", "the old password is wrong", "旧密码不正确";
        PasswordUnchanged: Invalid, "password.unchanged" at "/new_password",
            "the new password must differ from the old one", "新密码不能与旧密码相同";
        + Account(account::Error);
        + Password(password::Error);
        + SmsCode(sms_code::Error);
        + Database(Fault) <- diesel::result::Error;
    }
}
