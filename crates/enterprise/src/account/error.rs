use crate::password;
use db::Fault;

kernel::errors! {
    /// The errors of accounts.
    pub enum Error {
        LoginNameTaken: Conflict, "auth.login_name_taken" at "/login_name", "this account exists already", "该账号已存在";
        TooManyTries { seconds: i64, minutes: i64 }: TooMany, "password.too_many_tries" retry seconds,
            "too many wrong passwords; try again in {minutes} minutes", "密码错误次数过多，请 {minutes} 分钟后再试";
        + Password(password::Error);
        + Database(Fault) <- diesel::result::Error;
    }
}
