use super::{certificate, leftover};
use crate::{
    Commercial, ProductRecord, ReportKind, reference,
    rule::{Breach, Incomplete, Rule},
};
use chrono::NaiveDate;
use identifiers::standard::StandardNo;

/// How a record breaks a rule on this day; nothing when it keeps it.
pub(crate) fn breaches(rule: Rule, r: &ProductRecord, today: NaiveDate) -> Vec<Breach> {
    match rule {
        Rule::CertificateClass => certificate::of_other_class(r)
            .map(|words| Breach::at(rule, rule.pointer().to_owned(), words))
            .into_iter()
            .collect(),
        Rule::Leftover => leftover::find(r)
            .into_iter()
            .map(|left| {
                let words = left.words();
                Breach::at(rule, left.pointer, words)
            })
            .collect(),
        _ if rule.holds(r, today) => vec![],
        _ => vec![Breach::of(rule)],
    }
}

/// How a record breaks the rules that have to be kept.
fn all(r: &ProductRecord, today: NaiveDate) -> impl Iterator<Item = Breach> {
    let asked = Rule::ALL.iter().filter(|rule| !rule.is_advice());
    asked.flat_map(move |rule| breaches(*rule, r, today))
}

/// The rules a record breaks, as an error; none when it keeps them all.
#[must_use]
pub fn incomplete(record: &ProductRecord, today: NaiveDate) -> Option<Incomplete> {
    let broken: Vec<_> = all(record, today).collect();
    (!broken.is_empty()).then(|| Incomplete::of(broken))
}

/// The rules that a change of a record breaks; none when it goes on. What was broken before, as by a report that expired
/// meanwhile, stops no change of something else.
#[must_use]
pub(crate) fn worsened(
    former: &ProductRecord,
    to: &ProductRecord,
    changed: &[String],
    today: NaiveDate,
) -> Option<Incomplete> {
    let is_about = |rule: Rule| rule.fields().iter().any(|f| changed.iter().any(|c| c == f));
    let was = |breach: &Breach| breaches(breach.rule, former, today).contains(breach);
    let broken: Vec<_> = all(to, today)
        .filter(|breach| is_about(breach.rule) || !was(breach))
        .collect();
    (!broken.is_empty()).then(|| Incomplete::of(broken))
}

impl Rule {
    /// Whether a record keeps the rule on this day; those that say more than yes or no are asked in [`breaches`].
    fn holds(self, r: &ProductRecord, today: NaiveDate) -> bool {
        match self {
            Self::Standard => !r.standards.is_empty(),
            Self::MandatoryStandard => {
                !reference::product_type(&r.product_type).is_some_and(|t| t.is_first_batch())
                    || r.standards.iter().any(|s| is_mandatory(&s.0))
            }
            Self::Certificate => certificate::is_given(r),
            Self::CertificateClass | Self::Leftover => true,
            Self::Picture => !r.picture_file_ids.is_empty(),
            Self::Report => !r.report_file_ids.is_empty(),
            Self::ReportExpiry => {
                r.report_kind != Some(ReportKind::TypeTest) || r.report_expires_on.is_some()
            }
            Self::ReportCurrent => r.report_expires_on.is_none_or(|day| day >= today),
            Self::ReportKind => r.report_file_ids.is_empty() || r.report_kind.is_some(),
            Self::IndicatorDates => r
                .quality_indicators
                .iter()
                .all(|i| i.tested_on.is_none_or(|day| day <= today)),
            Self::Evidence => {
                let has_optional = !r.parts.is_empty() || r.commercial != Commercial::default();
                !has_optional || !r.evidence_file_ids.is_empty()
            }
            Self::FilingPeriod => r
                .filing_period
                .is_none_or(|period| r.coding_level.periods().contains(&period)),
        }
    }
}

/// `GB 17761-2024` binds by law, `GB/T 5849-2016` and all others do not.
fn is_mandatory(standard: &str) -> bool {
    StandardNo::parse(standard).is_ok_and(|s| s.as_str().starts_with("GB "))
}
