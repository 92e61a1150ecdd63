use super::Verdict;
use crate::{Level, recalled::Recall};
use serde::Serialize;
use utoipa::ToSchema;

/// One thing that is true of a code besides that it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Finding {
    /// 结论
    ///
    /// 单就这一项而言。
    pub verdict: Verdict,
    /// 层级
    ///
    /// 在哪一级作废或召回：该码自身、所属批次或产品。
    pub level: Option<Level>,
    /// 原因
    ///
    /// 作废或召回的原因。
    pub reason: Option<String>,
    /// 处理建议
    ///
    /// 召回时企业告诉消费者怎么做。
    pub advice: Option<String>,
    /// 数量
    ///
    /// 组合中（含各级）有多少件；无法确定时为空。
    #[schema(example = 3)]
    pub quantity: Option<i64>,
    /// 所在组合
    ///
    /// 正在召回的是哪个组合。
    pub pack: Option<PackName>,
}

/// A pack by its name and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PackName {
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// GTIN-14
    pub gtin: String,
    /// 产品名称
    ///
    /// 未激活的产品不显示。
    pub product_name: Option<String>,
    /// 序列号
    pub serial: String,
}

/// Everything that is true of a code, the gravest first; nothing of a valid one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Truth(Vec<Finding>);

impl Finding {
    pub(crate) fn new(verdict: Verdict) -> Self {
        Self {
            verdict,
            level: None,
            reason: None,
            advice: None,
            quantity: None,
            pack: None,
        }
    }

    pub(crate) fn voided(level: Level, reason: Option<&str>) -> Self {
        Self {
            level: Some(level),
            reason: reason.map(str::to_owned),
            ..Self::new(Verdict::Voided)
        }
    }

    /// What a recall says, told as this verdict.
    pub(crate) fn of_recall(verdict: Verdict, recall: &Recall) -> Self {
        Self {
            level: Some(recall.level()),
            reason: Some(recall.reason.clone()),
            advice: Some(recall.advice.clone()),
            ..Self::new(verdict)
        }
    }
}

impl Truth {
    /// Of these findings; of one verdict, those at the finest level first.
    #[must_use]
    pub fn of(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|f| std::cmp::Reverse((f.verdict, f.level)));
        Self(findings)
    }

    /// Of a code that was never issued: nothing else can be true of it.
    #[must_use]
    pub fn not_issued() -> Self {
        Self(vec![Finding::new(Verdict::NotIssued)])
    }

    /// What the code is worth.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.0.first().map_or(Verdict::Valid, |f| f.verdict)
    }

    /// All that is true of it.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.0
    }

    /// Whether this is among it.
    #[must_use]
    pub fn has(&self, verdict: Verdict) -> bool {
        self.0.iter().any(|f| f.verdict == verdict)
    }

    /// The same with more that is true.
    #[must_use]
    pub fn and(self, more: impl IntoIterator<Item = Finding>) -> Self {
        let mut all = self.0;
        let known = all.len();
        all.extend(more);
        if all.len() == known {
            Self(all)
        } else {
            Self::of(all)
        }
    }

    /// Takes it apart.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.0
    }
}
