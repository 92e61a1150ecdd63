use super::{DocumentFacts, DocumentKind, file::Open};
use chrono::NaiveDate;
use product::{IndicatorKind, PartKind, ProductPart, QualityIndicator};
use serde::Serialize;
use utoipa::ToSchema;

/// A measured quality anyone may see, with its report (F163).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct IndicatorFacts {
    /// 指标类别
    pub kind: IndicatorKind,
    /// 指标名称
    pub name: String,
    /// 指标要求
    pub requirement: Option<String>,
    /// 检测结果
    pub result: String,
    /// 检测日期
    pub tested_on: Option<NaiveDate>,
    /// 检测报告
    pub report: Option<DocumentFacts>,
}

/// A material or part anyone may know of; its supplier only by the name its maker gave it for that (F165).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PartFacts {
    /// 类别
    pub kind: PartKind,
    /// 名称
    pub name: String,
    /// 规格型号
    pub model: Option<String>,
    /// 供应商
    ///
    /// 脱敏名称。
    pub supplier: Option<String>,
    /// 许可证或认证证书编号
    pub licence_number: Option<String>,
}

pub(super) fn indicators(all: Vec<QualityIndicator>, open: &Open<'_>) -> Vec<IndicatorFacts> {
    let shown = all.into_iter().filter(|i| i.is_public);
    shown
        .map(|i| IndicatorFacts {
            report: open.document(DocumentKind::Indicator, &i.report_file_id),
            kind: i.kind,
            name: i.name,
            requirement: i.requirement,
            result: i.result,
            tested_on: i.tested_on,
        })
        .collect()
}

pub(super) fn parts(all: Vec<ProductPart>) -> Vec<PartFacts> {
    let shown = all.into_iter().filter(|p| p.is_public);
    shown
        .map(|p| PartFacts {
            kind: p.kind,
            name: p.name,
            model: p.model,
            supplier: p.supplier_alias,
            licence_number: p.licence_number,
        })
        .collect()
}
