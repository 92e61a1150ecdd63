use crate::Tally;
use chrono::NaiveDate;
use coding::{
    product::CodeScope,
    resolve::{CodeKey, DocumentKind, Level, Resolution, Standing},
};
use identifiers::{Explain, digital_link};
use kernel::{Lang, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

kernel::codes! {
    /// What we can say of a code.
    pub enum Verdict {
        Valid = "valid", "有效", "valid";
        Voided = "voided", "已作废", "voided";
        NotIssued = "not_issued", "未赋码", "not issued";
        Unknown = "unknown", "未登记", "unknown";
        Malformed = "malformed", "格式不正确", "malformed";
    }
}

kernel::codes! {
    /// Something a reader should know besides the verdict.
    pub enum Notice {
        Expired = "expired", "已过有效期", "past its expiry date";
        BatchDiffers = "batch_differs", "码中的批次与登记的批次不一致", "the code names another batch than is registered";
        InternalCode = "internal_code", "内部码，不是全球通用的商品条码", "an internal code, not a global GTIN";
        MakerDisabled = "maker_disabled", "该企业在平台的账号已停用", "the maker's account is disabled";
    }
}

/// What anyone is told of a code: the same to a program as to a reader.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Answer {
    /// 结论
    pub verdict: Verdict,
    /// 层级
    pub level: Option<Level>,
    /// 提示
    pub notices: Vec<Notice>,
    /// 说明
    ///
    /// 作废原因，或格式错误的说明。
    pub detail: Option<String>,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: Option<String>,
    /// GTIN-14
    #[schema(example = "06901234567892")]
    pub gtin: Option<String>,
    /// 批次号
    pub batch_no: Option<String>,
    /// 序列号
    pub serial: Option<String>,
    /// 生产日期
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 产品
    ///
    /// 企业自报。
    pub product: Option<AnswerProduct>,
    /// 企业
    pub maker: Option<AnswerMaker>,
    /// 查询次数
    ///
    /// 含本次。
    pub scans: Option<i64>,
    /// 首次查询时间
    pub first_scanned_at: Option<Timestamp>,
    /// 查询时间
    pub answered_at: Timestamp,
}

/// What its maker says of a product.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnswerProduct {
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
    pub attributes: Vec<AnswerAttribute>,
    /// 产品图片
    pub pictures: Vec<AnswerPicture>,
    /// 公开文件
    pub documents: Vec<AnswerDocument>,
}

/// A fact no field is for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnswerAttribute {
    /// 名称
    pub name: String,
    /// 值
    pub value: String,
}

/// A picture.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnswerPicture {
    /// 地址
    pub url: String,
    /// 宽
    pub width: i64,
    /// 高
    pub height: i64,
}

/// A public document.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnswerDocument {
    /// 种类
    pub kind: DocumentKind,
    /// 文件名
    pub name: String,
    /// 地址
    pub url: String,
}

/// Who made it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnswerMaker {
    /// 企业名称
    pub name: String,
    /// 统一社会信用代码
    pub uscc: String,
    /// 生产地址
    pub address: String,
    /// 企业网站
    pub website: Option<String>,
}

impl Answer {
    /// To something that is no code.
    pub(crate) fn malformed(why: &digital_link::Error, lang: Lang, now: Timestamp) -> Self {
        let detail = match lang {
            Lang::Zh => why.zh(),
            Lang::En => why.to_string(),
        };
        Self {
            detail: Some(detail),
            ..Self::empty(Verdict::Malformed, now)
        }
    }

    /// To a code of a product nobody registered here.
    pub(crate) fn unknown(key: &CodeKey, now: Timestamp) -> Self {
        Self {
            gtin: Some(key.gtin.clone()),
            batch_no: key.batch_no.clone(),
            serial: key.serial.as_ref().map(ToString::to_string),
            ..Self::empty(Verdict::Unknown, now)
        }
    }

    /// To a code of a product we have. `tally` is what the scan was counted as.
    pub(crate) fn of(found: &Resolution, key: &CodeKey, tally: Option<Tally>, now: Timestamp) -> Self {
        let (product, maker) = (&found.snapshot.product, &found.snapshot.maker);
        let (made_on, expires_on) = match (&found.unit, &found.batch) {
            (Some(unit), _) => (unit.made_on, unit.expires_on),
            (None, Some(batch)) => (Some(batch.made_on), batch.expires_on),
            (None, None) => (None, None),
        };
        let expired = expires_on.is_some_and(|day| day < now.beijing_date());
        let notices = [
            (expired, Notice::Expired),
            (found.batch_differs, Notice::BatchDiffers),
            (product.code_scope == CodeScope::Internal, Notice::InternalCode),
            (!maker.is_active, Notice::MakerDisabled),
        ];
        let detail = match &found.standing {
            Standing::Voided { reason, .. } => reason.clone(),
            Standing::Valid | Standing::NotIssued => None,
        };
        Self {
            level: Some(found.level),
            notices: notices
                .into_iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, notice)| notice)
                .collect(),
            detail,
            trace_code: Some(product.trace_code.clone()),
            gtin: Some(product.gtin.clone()),
            batch_no: found
                .batch
                .as_ref()
                .map(|b| b.batch_no.clone())
                .or_else(|| key.batch_no.clone()),
            serial: key.serial.as_ref().map(ToString::to_string),
            made_on,
            expires_on,
            product: Some(AnswerProduct::of(product)),
            maker: Some(AnswerMaker {
                name: maker.name.clone(),
                uscc: maker.uscc.clone(),
                address: maker.address.clone(),
                website: maker.website.clone(),
            }),
            scans: tally.map(|t| t.scans).filter(|n| *n > 0),
            first_scanned_at: tally.filter(|t| t.scans > 0).map(|t| t.first_at),
            ..Self::empty(verdict_of(found), now)
        }
    }

    fn empty(verdict: Verdict, now: Timestamp) -> Self {
        Self {
            verdict,
            level: None,
            notices: vec![],
            detail: None,
            trace_code: None,
            gtin: None,
            batch_no: None,
            serial: None,
            made_on: None,
            expires_on: None,
            product: None,
            maker: None,
            scans: None,
            first_scanned_at: None,
            answered_at: now,
        }
    }
}

/// What a resolution is called.
pub(crate) fn verdict_of(found: &Resolution) -> Verdict {
    match found.standing {
        Standing::Valid => Verdict::Valid,
        Standing::Voided { .. } => Verdict::Voided,
        Standing::NotIssued => Verdict::NotIssued,
    }
}

impl AnswerProduct {
    fn of(p: &coding::resolve::ProductFacts) -> Self {
        let url = |file: &web::upload::FileId| format!("/files/{file}");
        Self {
            name: p.name.clone(),
            product_type: p.product_type.clone(),
            brand_name: p.brand_name.clone(),
            model: p.model.clone(),
            warranty_period: p.warranty_period.clone(),
            service_phone: p.service_phone.clone(),
            standards: p.standards.clone(),
            licence_number: p.licence_number.clone(),
            certificate_number: p.certificate_number.clone(),
            attributes: p
                .attributes
                .iter()
                .map(|(name, value)| AnswerAttribute {
                    name: name.clone(),
                    value: value.clone(),
                })
                .collect(),
            pictures: p
                .pictures
                .iter()
                .map(|f| AnswerPicture {
                    url: url(&f.file),
                    width: f.width,
                    height: f.height,
                })
                .collect(),
            documents: p
                .documents
                .iter()
                .map(|d| AnswerDocument {
                    kind: d.kind,
                    name: d.name.clone(),
                    url: url(&d.file),
                })
                .collect(),
        }
    }
}
