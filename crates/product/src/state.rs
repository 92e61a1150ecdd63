//! Where a product or a claim stands, who ended it, and at which level and how often it is filed.

kernel::codes! {
    /// State of a product, from draft to voided (F146, F168–F170, F264).
    pub enum ProductState {
        Draft = "draft", "草稿", "draft";
        Submitted = "submitted", "待审核", "awaiting review";
        Rejected = "rejected", "已驳回", "rejected";
        Approved = "approved", "已通过", "approved";
        Activated = "activated", "已激活", "activated";
        Voided = "voided", "已作废", "voided";
    }
}

impl ProductState {
    /// True until the product is voided: codes may be issued and changed.
    #[must_use]
    pub fn is_alive(self) -> bool {
        self != Self::Voided
    }
}

kernel::codes! {
    /// Who voided a product.
    pub enum Voider {
        Maker = "maker", "企业", "its maker";
        Operator = "operator", "平台", "the operator";
    }
}

kernel::codes! {
    /// Where a claim to a trace code stands.
    pub enum ClaimState {
        Open = "open", "待裁定", "to be decided";
        Approved = "approved", "成立", "approved";
        Rejected = "rejected", "不成立", "rejected";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
    }
}

kernel::codes! {
    /// At which level a maker codes a product 追溯方式 (F143).
    pub enum CodingLevel {
        Product = "product", "一品一码", "one code a product";
        Batch = "batch", "一批一码", "one code a batch";
        Unit = "unit", "一物一码", "one code a unit";
        Combination = "combination", "组合多码", "several codes sold as one";
    }
}

kernel::codes! {
    /// Period in which the quantity produced is filed (F158, F159).
    pub enum FilingPeriod {
        Daily = "daily", "按日", "daily";
        Monthly = "monthly", "按月", "monthly";
        Quarterly = "quarterly", "按季度", "quarterly";
        Yearly = "yearly", "按年", "yearly";
    }
}

impl CodingLevel {
    /// The rhythms a level allows: codes of single things are filed daily, all others as the maker chooses.
    #[must_use]
    pub fn periods(self) -> &'static [FilingPeriod] {
        match self {
            Self::Unit | Self::Combination => &[FilingPeriod::Daily],
            Self::Product | Self::Batch => &[
                FilingPeriod::Yearly,
                FilingPeriod::Quarterly,
                FilingPeriod::Monthly,
            ],
        }
    }

    /// The rhythm of a level that leaves no choice.
    #[must_use]
    pub fn only_period(self) -> Option<FilingPeriod> {
        match self.periods() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// True when quantities must be exact and not estimates.
    #[must_use]
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Unit | Self::Combination)
    }
}

impl Default for CodingLevel {
    /// What most makers of single things begin with.
    fn default() -> Self {
        Self::Unit
    }
}
