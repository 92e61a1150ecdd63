kernel::errors! {
    /// The errors of passwords.
    pub enum Error {
        Length { min: usize, max: usize, pointer: String }: Invalid, "password.length" under pointer,
            "the password needs {min} to {max} characters", "密码长度应为 {min}–{max} 位";
        Classes { missing_en: String, missing: String, pointer: String }: Invalid, "password.classes" under pointer,
            "the password lacks: {missing_en}", "密码须同时包含大写字母、小写字母、数字和特殊字符，还缺少：{missing}";
        Common { pointer: String }: Invalid, "password.common" under pointer,
            "this password is among the first ones a thief tries", "该密码过于常见，容易被猜到，请换一个";
        Personal { pointer: String }: Invalid, "password.personal" under pointer,
            "the password contains the name, code or phone of the enterprise", "密码中不能包含企业名称、统一社会信用代码或手机号";
        Busy { seconds: i64 }: Unavailable, "auth.busy" retry seconds,
            "too many sign in at this moment; try again", "当前登录人数较多，请稍后再试";
    }
}
