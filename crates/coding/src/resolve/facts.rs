use crate::{
    batch::{Batch, BatchId},
    product::{CodeScope, CodeState, Product, ProductId, ProductRecord, ProductState},
    unit::UnitRange,
};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::{FileId, FileUrl, StoredFile};

kernel::codes! {
    /// How fine a code is: it names a class, a batch, or a piece.
    pub enum Level {
        Product = "product", "一品一码", "product class";
        Batch = "batch", "一批一码", "batch";
        Unit = "unit", "一物一码", "single unit";
    }
}

kernel::codes! {
    /// What kind of document a maker shows.
    pub enum DocumentKind {
        Report = "report", "检验报告", "inspection report";
        Manual = "manual", "说明书或警示说明", "manual or safety notice";
        Certificate = "certificate", "产品合格证", "certificate of conformity";
    }
}

/// Where a code stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It was issued and is alive.
    Valid,
    /// It was ended: itself, or the batch or product above it.
    Voided {
        /// At which level it was ended.
        at: Level,
        /// What its maker said.
        reason: Option<String>,
    },
    /// It was issued, and its product is not activated yet.
    Inactive,
    /// The product is here, but this batch number or serial was never issued.
    NotIssued,
}

/// What the public may know of a product.
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
    /// How far the trace code reaches.
    #[serde(skip)]
    pub code_scope: CodeScope,
    /// 产品名称
    pub name: String,
    /// 产品类型
    pub product_type: String,
    /// 商标（品牌）
    pub brand_name: Option<String>,
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
    /// Whether it was ended, and why.
    #[serde(skip)]
    pub voided: Option<Option<String>>,
    /// Whether its codes are valid yet.
    #[serde(skip)]
    pub is_activated: bool,
}

/// A fact no field is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AttributeFacts {
    /// 名称
    pub name: String,
    /// 值
    pub value: String,
}

/// A picture anyone may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PictureFacts {
    /// 地址
    #[schema(value_type = String)]
    pub url: FileUrl,
    /// 宽
    pub width: i64,
    /// 高
    pub height: i64,
}

/// A document anyone may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DocumentFacts {
    /// 种类
    pub kind: DocumentKind,
    /// 文件名
    pub name: String,
    /// 地址
    #[schema(value_type = String)]
    pub url: FileUrl,
}

/// What the public may know of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchFacts {
    /// Its id, for finding it; not shown.
    pub id: BatchId,
    /// 批次号
    pub batch_no: String,
    /// 生产日期
    pub made_on: NaiveDate,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// Whether it was ended, and why.
    pub voided: Option<Option<String>>,
}

/// What the public may know of a unit, its batch's facts filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFacts {
    /// 生产日期
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// Whether it was ended itself, and why.
    pub voided: Option<Option<String>>,
}

impl ProductFacts {
    pub(super) fn of(p: Product, r: ProductRecord, files: &[StoredFile]) -> Self {
        let open = |id: &FileId| files.iter().find(|f| f.is_public && f.id == *id);
        let shown = |kind, ids: &[FileId]| {
            let document = |f: &StoredFile| DocumentFacts {
                kind,
                name: f.name.clone(),
                url: FileUrl(f.id.clone()),
            };
            ids.iter().filter_map(open).map(document).collect::<Vec<_>>()
        };
        // A report is shown when its maker said so; the file's own mark is the second lock.
        let reports = if r.reports_public {
            shown(DocumentKind::Report, &r.reports)
        } else {
            vec![]
        };
        let certificates = shown(DocumentKind::Certificate, &r.certificates);
        let manuals = shown(DocumentKind::Manual, &r.manuals);
        let picture = |f: &StoredFile| {
            Some(PictureFacts {
                url: FileUrl(f.id.clone()),
                width: f.width?,
                height: f.height?,
            })
        };
        Self {
            pictures: r.pictures.iter().filter_map(open).filter_map(picture).collect(),
            documents: [reports, certificates, manuals].concat(),
            is_activated: p.state == ProductState::Activated,
            voided: (!p.state.is_alive()).then_some(p.state_reason),
            id: p.id,
            gtin: p.gtin,
            trace_code: p.trace_code,
            code_scope: p.code_scope,
            name: p.name,
            product_type: p.product_type,
            brand_name: p.brand_name,
            model: p.model,
            warranty_period: r.warranty_period,
            service_phone: r.service_phone,
            standards: r.standards.into_iter().map(|s| s.0).collect(),
            licence_number: r.licence_number,
            certificate_number: r.certificate_number,
            attributes: r
                .attributes
                .into_iter()
                .filter(|a| a.visible)
                .map(|a| AttributeFacts {
                    name: a.name,
                    value: a.value,
                })
                .collect(),
        }
    }
}

impl From<Batch> for BatchFacts {
    fn from(b: Batch) -> Self {
        Self {
            id: b.id,
            batch_no: b.batch_no,
            made_on: b.made_on,
            expires_on: b.expires_on,
            voided: voided(b.state, b.state_reason),
        }
    }
}

impl UnitFacts {
    /// What a unit does not say itself it has from its batch.
    pub(super) fn of(range: &UnitRange, batch: Option<&BatchFacts>) -> Self {
        Self {
            made_on: range.made_on.or_else(|| batch.map(|b| b.made_on)),
            expires_on: range.expires_on.or_else(|| batch.and_then(|b| b.expires_on)),
            voided: voided(range.state, range.state_reason.clone()),
        }
    }
}

fn voided(state: CodeState, reason: Option<String>) -> Option<Option<String>> {
    (state == CodeState::Voided).then_some(reason)
}
