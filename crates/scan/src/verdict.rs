kernel::codes! {
    /// What we can say of a code.
    pub enum Verdict {
        Valid = "valid", "有效", "valid";
        Inactive = "inactive", "未激活", "not activated";
        Voided = "voided", "已作废", "voided";
        Recalled = "recalled", "已召回", "recalled";
        Undecided = "undecided", "暂时无法判断", "cannot be judged";
        NotIssued = "not_issued", "未赋码", "not issued";
        Unknown = "unknown", "未登记", "unknown";
        Malformed = "malformed", "格式不正确", "malformed";
    }
}
