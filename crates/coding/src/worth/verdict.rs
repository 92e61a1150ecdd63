kernel::codes! {
    /// What a code is worth 结论: one word for it on every page, in every list and file. Graver ones come later, and of all
    /// that is true of a code the gravest is its verdict.
    pub enum Verdict {
        Valid = "valid", "有效", "valid";
        ContainsExpired = "contains_expired", "内含过期产品", "contains expired goods";
        ContainsVoided = "contains_voided", "内含作废的码", "contains voided codes";
        Expired = "expired", "已过有效期", "past its expiry date";
        MakerDisabled = "maker_disabled", "企业已停用", "its maker is disabled";
        Undecided = "undecided", "暂时无法判断", "cannot be judged";
        InRecalled = "in_recalled", "所在组合正在召回", "in a recalled pack";
        MayContainRecalled = "may_contain_recalled", "可能内含召回产品", "may contain recalled goods";
        ContainsRecalled = "contains_recalled", "内含召回产品", "contains recalled goods";
        Inactive = "inactive", "未激活", "not activated";
        Recalled = "recalled", "已召回", "recalled";
        Voided = "voided", "已作废", "voided";
        NotIssued = "not_issued", "未赋码", "not issued";
        Unknown = "unknown", "未登记", "unknown";
        Malformed = "malformed", "格式不正确", "malformed";
    }
}

impl Verdict {
    /// Whether it says that a code was issued, and what became of it.
    #[must_use]
    pub fn is_of_an_issued_code(self) -> bool {
        !matches!(self, Self::NotIssued | Self::Unknown | Self::Malformed)
    }

    /// Whether it warns of a recall, whichever way that reaches the code.
    #[must_use]
    pub fn is_of_a_recall(self) -> bool {
        matches!(
            self,
            Self::Recalled | Self::ContainsRecalled | Self::MayContainRecalled | Self::InRecalled
        )
    }
}
