//! What is measured of a product, what goes into it, and what its maker adds for business.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::upload::FileId;

kernel::codes! {
    /// Kind of inspection report: ex-factory or type test (F155).
    pub enum ReportKind {
        Factory = "factory", "出厂检验", "ex-factory inspection";
        TypeTest = "type_test", "型式检验", "type test";
    }
}

kernel::codes! {
    /// Kind of quality indicator (F163).
    pub enum IndicatorKind {
        Safety = "safety", "安全", "safety";
        Performance = "performance", "功能性能", "performance";
        Hygiene = "hygiene", "卫生", "hygiene";
        Environment = "environment", "环保", "environment";
    }
}

/// A measured quality, backed by its own test report (F163).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QualityIndicator {
    /// 指标类别
    pub kind: IndicatorKind,
    /// 指标名称
    #[schema(min_length = 1, max_length = 50, example = "甲醛释放量")]
    pub name: String,
    /// 指标要求
    #[schema(min_length = 1, max_length = 100, example = "≤ 0.124 mg/m³")]
    pub requirement: Option<String>,
    /// 检测结果
    #[schema(min_length = 1, max_length = 100, example = "0.031 mg/m³")]
    pub result: String,
    /// 检测日期
    #[schema(example = "2026-10-20")]
    pub tested_on: Option<NaiveDate>,
    /// 检测报告
    ///
    /// jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小）；指标公开时随指标一起公开。
    pub report_file_id: FileId,
    /// 公开
    ///
    /// 公开后扫码页展示该指标和检测报告。
    pub is_public: bool,
}

kernel::codes! {
    /// Kind of part: material or component.
    pub enum PartKind {
        Material = "material", "来料", "material";
        Component = "component", "零部件", "component";
    }
}

/// A material or part of a product (F164), with its supplier under a name the public may know (F165).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductPart {
    /// 类别
    pub kind: PartKind,
    /// 名称
    #[schema(min_length = 1, max_length = 50, example = "锂离子蓄电池组")]
    pub name: String,
    /// 规格型号
    #[schema(min_length = 1, max_length = 100, example = "48V20Ah")]
    pub model: Option<String>,
    /// 供应商名称
    ///
    /// 仅本企业可见。
    #[schema(min_length = 2, max_length = 100, example = "宁波某某新能源有限公司")]
    pub supplier_name: Option<String>,
    /// 供应商公开名称
    ///
    /// 扫码页显示的脱敏名称，如“A 厂家”；不填则不显示供应商。
    #[schema(min_length = 1, max_length = 50, example = "A 厂家")]
    pub supplier_alias: Option<String>,
    /// 许可证或认证证书编号
    ///
    /// 零部件实行生产许可或强制性认证的，填写其证书编号。
    #[schema(min_length = 1, max_length = 50, example = "2023010915500001")]
    pub licence_number: Option<String>,
    /// 公开
    pub is_public: bool,
}

/// Business information of the maker: honours, website, lottery, credit (F147, F166).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Commercial {
    /// 企业荣誉
    #[schema(
        format = "multiline",
        min_length = 1,
        max_length = 500,
        example = "浙江省著名商标"
    )]
    pub honours: Option<String>,
    /// 企业网站
    ///
    /// 以 https:// 开头。
    #[schema(format = "https-url", max_length = 200, example = "https://www.example.com")]
    pub website: Option<String>,
    /// 抽奖链接
    ///
    /// 以 https:// 开头。
    #[schema(
        format = "https-url",
        max_length = 200,
        example = "https://www.example.com/draw"
    )]
    pub lottery_url: Option<String>,
    /// 质量信用等级
    #[schema(min_length = 1, max_length = 20, example = "AAA")]
    pub credit_grade: Option<String>,
}
