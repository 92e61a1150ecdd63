use db::Fault;
use notify::SmsError;

kernel::errors! {
    /// The errors of codes by SMS.
    pub enum Error {
        TooSoon { seconds: i64 }: TooMany, "sms.too_soon" at "/phone" retry seconds,
            "wait {seconds} seconds before asking for another code", "发送过于频繁，请 {seconds} 秒后再试";
        TooMany { seconds: i64 }: TooMany, "sms.too_many" at "/phone" retry seconds,
            "no more codes for today", "今日获取验证码次数已达上限，请明天再试";
        Wrong { left: i64 }: Invalid, "sms.code_wrong" at "/sms_code",
            "the code is wrong; {left} tries left", "验证码不正确，还可尝试 {left} 次";
        Expired: Invalid, "sms.code_expired" at "/sms_code",
            "no valid code; ask for a new one", "验证码已过期或未获取，请重新获取";
        Exhausted: Invalid, "sms.code_exhausted" at "/sms_code",
            "too many wrong tries; ask for a new code", "验证码错误次数过多，请重新获取";
        + Sender(SmsError);
        + Database(Fault) <- diesel::result::Error;
    }
}
