use super::{
    DocumentFacts, DocumentKind, IndicatorFacts, PageFacts, PartFacts, PictureFacts, Voucher,
    file::Open,
    quality::{indicators, parts},
    voucher::vouchers,
};
use chrono::NaiveDate;
use enterprise::brand::BrandFacts;
use kernel::Code;
use product::{CodeReach, Commercial, LinkedCode, ProductId, ProductRecord, ReportKind};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Public facts of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ProductFacts {
    /// For counting.
    #[serde(skip)]
    pub id: ProductId,
    /// GTIN-14; the answer says it beside the product.
    #[serde(skip)]
    pub gtin: String,
    /// The trace code as printed; the answer says it beside the product.
    #[serde(skip)]
    pub trace_code: String,
    /// Reach of the trace code: global, or internal.
    #[serde(skip)]
    pub code_reach: Code<CodeReach>,
    /// 产品名称
    pub name: String,
    /// 产品类型
    pub product_type: String,
    /// 商标（品牌）
    pub brand_name: Option<String>,
    /// 品牌
    pub brand: Option<BrandFacts>,
    /// 规格型号
    pub model: String,
    /// 质保期限
    pub warranty_period: Option<String>,
    /// 售后电话
    pub service_phone: Option<String>,
    /// 执行标准
    pub standards: Vec<String>,
    /// 生产许可证号/强制性认证证书编号
    pub licence_number: Option<String>,
    /// 证书编号
    pub certificate_number: Option<String>,
    /// 产品特性属性
    ///
    /// 企业选择展示的。
    pub attributes: Vec<AttributeFacts>,
    /// 产品图片
    pub pictures: Vec<PictureFacts>,
    /// 公开文件
    pub documents: Vec<DocumentFacts>,
    /// 检验类别
    ///
    /// 企业所报公开检验报告的类别。
    pub report_kind: Option<ReportKind>,
    /// 检验报告有效期至
    pub report_expires_on: Option<NaiveDate>,
    /// 质量指标
    pub indicators: Vec<IndicatorFacts>,
    /// 来料与零部件
    pub parts: Vec<PartFacts>,
    /// 商业信息
    pub commercial: Commercial,
    /// 关联标识
    ///
    /// 同一产品在其他追溯技术方案中的编码。
    pub linked_codes: Vec<LinkedCode>,
    /// 扫码页内容
    pub page: PageFacts,
    /// 最近更新
    pub updated: Option<UpdateFacts>,
    /// 信息由谁负责
    ///
    /// 字段名与负责方；未列出的字段由企业自报。
    #[schema(value_type = std::collections::BTreeMap<String, Voucher>)]
    pub vouchers: BTreeMap<&'static str, Voucher>,
    /// 暂时无法读取的字段
    ///
    /// 字段名；record 表示整条记录。这些字段为空，不代表企业没有填写。
    #[schema(example = json!(["warranty_period"]))]
    pub unreadable: Vec<String>,
}

/// A fact no field is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AttributeFacts {
    /// 名称
    pub name: String,
    /// 值
    pub value: String,
}

/// Notice that the record was changed after the codes became valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct UpdateFacts {
    /// 更新日期
    pub on: NaiveDate,
    /// 变更字段
    #[schema(example = json!(["picture_file_ids", "report_file_ids"]))]
    pub changed_fields: Vec<String>,
}

/// Facts of a product that are not in its record.
pub(crate) struct About {
    pub(crate) id: ProductId,
    pub(crate) code_reach: Code<CodeReach>,
    pub(crate) brand: Option<BrandFacts>,
    pub(crate) updated: Option<UpdateFacts>,
    pub(crate) unreadable: Vec<String>,
}

impl ProductFacts {
    pub(crate) fn of(about: About, r: ProductRecord, open: &Open<'_>) -> Self {
        // A report is shown when its maker said so; the file's own mark is the second lock.
        let reports = if r.is_report_public {
            open.documents(DocumentKind::Report, &r.report_file_ids)
        } else {
            vec![]
        };
        let evidence = if r.is_evidence_public {
            open.documents(DocumentKind::Evidence, &r.evidence_file_ids)
        } else {
            vec![]
        };
        let certificates = open.documents(DocumentKind::Certificate, &r.certificate_file_ids);
        // The name follows the brand, as the brand's own picture and story do.
        let brand_name = about
            .brand
            .as_ref()
            .map(|b| b.name.clone())
            .or(r.brand_name.clone());
        let manuals = open.documents(DocumentKind::Manual, &r.manual_file_ids);
        Self {
            vouchers: vouchers(&r),
            report_kind: r.report_kind.filter(|_| !reports.is_empty()),
            report_expires_on: r.report_expires_on.filter(|_| !reports.is_empty()),
            documents: [reports, certificates, manuals, evidence].concat(),
            pictures: open.pictures(&r.picture_file_ids),
            indicators: indicators(r.quality_indicators, open),
            parts: parts(r.parts),
            commercial: r.commercial,
            linked_codes: r.linked_codes,
            page: PageFacts::of(r.page, open),
            id: about.id,
            code_reach: about.code_reach,
            brand: about.brand,
            updated: about.updated,
            unreadable: about.unreadable,
            gtin: r.trace_code.gtin14().to_owned(),
            trace_code: r.trace_code.entered().to_owned(),
            name: r.name,
            product_type: r.product_type,
            brand_name,
            model: r.model,
            warranty_period: r.warranty_period,
            service_phone: r.service_phone,
            standards: r.standards.into_iter().map(|s| s.0).collect(),
            licence_number: r.licence_number,
            certificate_number: r.certificate_number,
            attributes: r
                .attributes
                .into_iter()
                .filter(|a| a.is_public)
                .map(|a| AttributeFacts {
                    name: a.name,
                    value: a.value,
                })
                .collect(),
        }
    }
}
