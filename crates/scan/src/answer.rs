use crate::{Tally, Verdict, counting::NotCounted};
use actix_web::http::StatusCode;
use chrono::NaiveDate;
use enterprise::MakerFacts;
use facts::{
    Chapter, CodeKey, CodeReach, ContentFacts, DocumentFacts, Finding as Truth, Level, MissingChapter,
    ParentFacts, ProductFacts, QuantityKind, RelatedCode, Resolution, Text, Written,
};
use identifiers::{Explain, digital_link};
use kernel::{Code, Lang, Timestamp};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

kernel::codes! {
    /// Something a reader should know besides the verdict.
    pub enum Hint {
        BatchDiffers = "batch_differs", "码中的批次与登记的批次不一致", "the code names another batch than is registered";
        MadeOnMissing = "made_on_missing", "生产日期未登记", "its production date is not registered";
        InternalCode = "internal_code", "内部码，不是全球通用的商品条码", "an internal code, not a global GTIN";
        LinkedCode = "linked_code", "扫的是关联的商品条码；本产品自己的追溯码见下方", "this is a GTIN linked to the product; its own trace code is below";
        MakerUnverified = "maker_unverified", "生产企业信息待核验：名称和营业执照由企业自行填写，平台尚未核对，请注意辨别", "the maker is not verified yet: the platform has not compared its name with its business licence";
        ReportExpired = "report_expired", "公开的检验报告已过有效期", "the published inspection report is past its validity";
        VoidedByOperator = "voided_by_operator", "该产品由平台作废", "the operator voided this product";
    }
}

/// What anyone is told of a code: the same to a program as to a reader.
#[derive(Debug, Serialize, ToSchema)]
pub struct Answer<'a> {
    /// 结论
    ///
    /// 各项中最严重的一项。
    pub verdict: Verdict,
    /// 结论明细
    ///
    /// 对该码成立的每一项，包括它所在的组合和它所含的内容，最严重的在前；有效的码没有。
    pub findings: &'a [Truth],
    /// 层级
    pub level: Option<Level>,
    /// 提示
    pub hints: Vec<Hint>,
    /// 说明
    ///
    /// 作废或召回的原因，或格式错误的说明。
    pub detail: Option<&'a str>,
    /// 处理建议
    ///
    /// 召回时企业告诉消费者怎么做。
    pub advice: Option<&'a str>,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: Option<&'a str>,
    /// GTIN-14
    #[schema(example = "06901234567892")]
    pub gtin: Option<&'a str>,
    /// 批次号
    pub batch_no: Option<&'a str>,
    /// 序列号
    pub serial: Option<&'a str>,
    /// 生产日期
    pub made_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 出厂日期
    pub ex_factory_on: Option<NaiveDate>,
    /// 批次产品数量
    #[schema(example = 1000)]
    pub batch_quantity: Option<i64>,
    /// 数量类别
    #[schema(value_type = Option<QuantityKind>)]
    pub quantity_kind: Option<Code<QuantityKind>>,
    /// 批次检验报告
    ///
    /// 企业公开的该批次检验报告。
    pub batch_documents: &'a [DocumentFacts],
    /// 所在组合
    ///
    /// 该单品装在哪个组合中。
    pub parent: Option<&'a ParentFacts>,
    /// 组合内容
    ///
    /// 该码是组合时，其中装有什么；最多列出前 100 条。
    pub contents: &'a [ContentFacts],
    /// 组合内容条数
    pub contents_total: i64,
    /// 产品
    ///
    /// 企业自报。
    #[schema(value_type = Option<ProductFacts>)]
    pub product: Option<&'a Written<ProductFacts>>,
    /// 企业
    #[schema(value_type = Option<MakerFacts>)]
    pub maker: Option<&'a Written<MakerFacts>>,
    /// 产品章节
    ///
    /// 各业务领域对该产品的公开信息，如企业资质。
    #[serde(serialize_with = "chapters")]
    #[schema(value_type = Vec<Chapter>)]
    pub chapters: Option<&'a Written<Vec<Chapter>>>,
    /// 单码章节
    ///
    /// 各业务领域对该批次或该单品的公开信息。
    pub code_chapters: &'a [Chapter],
    /// 配套的码
    ///
    /// 与该单品一起使用的其他码，如车辆的电池。
    pub related: Vec<RelatedAnswer<'a>>,
    /// 暂缺内容
    ///
    /// 本次未能读取的内容；稍后重新查询即可。
    pub missing_chapters: Vec<&'a MissingChapter>,
    /// 查询次数
    ///
    /// 含本次。
    pub scans: Option<i64>,
    /// 首次查询时间
    pub first_scanned_at: Option<Timestamp>,
    /// 未计入原因
    ///
    /// 本次查询未计入查询次数的原因；计入的为空。
    pub not_counted: Option<NotCounted>,
    /// 所查日期
    ///
    /// 查询历史页面时的日期；内容为该日结束时的，不计入查询次数。
    pub as_of: Option<NaiveDate>,
    /// 查询时间
    pub answered_at: Timestamp,
}

/// What was found out about a code.
#[derive(Debug)]
pub(crate) enum Finding {
    /// It is no code; the text says why.
    Malformed(String),
    /// Nobody here registered its product.
    Unknown(CodeKey),
    /// What it stands for, and what the scan was counted as, if it was.
    Known(Box<Resolution>, CodeKey, Counted),
}

/// What became of a look as a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counted {
    /// It was counted, or is the same look as one that was.
    As(Tally),
    /// It was not, for this reason.
    Not(NotCounted),
    /// It is no look at the code of now: an earlier day, a preview, a question for the headers.
    Unasked,
}

impl Counted {
    /// What it was counted as.
    pub(crate) fn tally(self) -> Option<Tally> {
        match self {
            Self::As(tally) => Some(tally),
            Self::Not(_) | Self::Unasked => None,
        }
    }

    fn reason(self) -> Option<NotCounted> {
        match self {
            Self::Not(why) => Some(why),
            Self::As(_) | Self::Unasked => None,
        }
    }
}

impl Finding {
    /// What is no code.
    pub(crate) fn malformed(why: &digital_link::Error, lang: Lang) -> Self {
        Self::Malformed(match lang {
            Lang::Zh => why.zh(),
            Lang::En => why.to_string(),
        })
    }

    /// The finding as anyone is told it.
    pub(crate) fn answer(&self, now: Timestamp) -> Answer<'_> {
        match self {
            Self::Malformed(why) => Answer {
                detail: Some(why),
                ..Answer::empty(Verdict::Malformed, now)
            },
            Self::Unknown(key) => Answer {
                gtin: Some(&key.gtin),
                batch_no: key.batch_no.as_deref(),
                serial: key.serial(),
                ..Answer::empty(Verdict::Unknown, now)
            },
            Self::Known(found, key, counted) => Answer::of(found, key, *counted, now),
        }
    }
}

impl<'a> Answer<'a> {
    /// A valid question about a code we do not have is 404 and a question that is none is 400: never 200 with an error page
    /// (GS1-Conformant Resolver 2.4.1).
    pub(crate) fn status(&self) -> StatusCode {
        match self.verdict {
            Verdict::NotIssued | Verdict::Unknown => StatusCode::NOT_FOUND,
            Verdict::Malformed => StatusCode::BAD_REQUEST,
            _ => StatusCode::OK,
        }
    }

    fn of(found: &'a Resolution, key: &'a CodeKey, counted: Counted, now: Timestamp) -> Self {
        let (product, maker) = (&found.snapshot.product, &found.snapshot.maker);
        let (made_on, expires_on) = match (&found.unit, &found.batch) {
            (Some(unit), _) => (unit.made_on, unit.expires_on),
            (None, Some(batch)) => (Some(batch.made_on), batch.expires_on),
            (None, None) => (None, None),
        };
        let hints = [
            (found.batch_differs, Hint::BatchDiffers),
            (is_undated(found), Hint::MadeOnMissing),
            (product.code_reach == CodeReach::Internal, Hint::InternalCode),
            (found.is_linked, Hint::LinkedCode),
            (!maker.is_verified, Hint::MakerUnverified),
            (is_report_expired(found, now), Hint::ReportExpired),
            (is_ended_by_operator(found), Hint::VoidedByOperator),
        ];
        let shown = found.shows_product().then_some(found);
        let findings = found.truth.findings();
        let quantity = shown.and_then(|f| f.batch.as_ref()?.quantity);
        let own_batch = found.batch.as_ref().map(|b| b.batch_no.as_str());
        let tally = counted.tally().filter(|t| t.scans > 0);
        Self {
            level: Some(found.level),
            hints: hints
                .into_iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, notice)| notice)
                .collect(),
            detail: findings.first().and_then(|f| f.reason.as_deref()),
            // Whatever comes first, what to do about a recall is always told.
            advice: findings.iter().find_map(|f| f.advice.as_deref()),
            findings,
            trace_code: Some(&product.trace_code),
            gtin: Some(&product.gtin),
            batch_no: own_batch.or(key.batch_no.as_deref()),
            serial: key.serial(),
            made_on,
            expires_on,
            ex_factory_on: match (&found.unit, &found.batch) {
                (Some(unit), _) => unit.ex_factory_on,
                (None, batch) => batch.as_ref().and_then(|b| b.ex_factory_on),
            },
            batch_quantity: quantity.map(|(n, _)| n),
            quantity_kind: quantity.map(|(_, kind)| kind),
            batch_documents: shown.map_or(&[], |f| f.batch.as_ref().map_or(&[], |b| &b.documents)),
            parent: shown.and_then(|f| f.parent.as_deref()),
            contents: shown.map_or(&[], |f| &f.pack.contents),
            contents_total: shown.map_or(0, |f| f.pack.total),
            product: shown.map(|_| product),
            maker: Some(maker),
            chapters: shown.map(|f| &f.snapshot.chapters),
            code_chapters: shown.map_or(&[], |f| &f.told.told),
            related: shown.map_or_else(Vec::new, |f| f.related.iter().map(RelatedAnswer::of).collect()),
            missing_chapters: shown.map_or_else(Vec::new, |f| {
                f.snapshot.missing.iter().chain(&f.told.missing).collect()
            }),
            scans: tally.map(|t| t.scans),
            first_scanned_at: tally.map(|t| t.first_at),
            not_counted: counted.reason(),
            ..Self::empty(found.truth.verdict(), now)
        }
    }

    fn empty(verdict: Verdict, now: Timestamp) -> Self {
        Self {
            verdict,
            findings: &[],
            level: None,
            hints: vec![],
            detail: None,
            advice: None,
            trace_code: None,
            gtin: None,
            batch_no: None,
            serial: None,
            made_on: None,
            expires_on: None,
            ex_factory_on: None,
            batch_quantity: None,
            quantity_kind: None,
            batch_documents: &[],
            parent: None,
            contents: &[],
            contents_total: 0,
            product: None,
            maker: None,
            chapters: None,
            code_chapters: &[],
            related: vec![],
            missing_chapters: vec![],
            scans: None,
            first_scanned_at: None,
            not_counted: None,
            as_of: None,
            answered_at: now,
        }
    }
}

/// Writes no chapters as an empty list.
fn chapters<S: Serializer>(chapters: &Option<&Written<Vec<Chapter>>>, to: S) -> Result<S::Ok, S::Error> {
    match chapters {
        Some(chapters) => chapters.serialize(to),
        None => to.collect_seq::<[&Chapter; 0]>([]),
    }
}

/// A code that goes with the one that was scanned.
#[derive(Debug, Serialize, ToSchema)]
pub struct RelatedAnswer<'a> {
    /// 关系
    pub role: &'a Text,
    /// GTIN-14
    #[schema(example = "06901234567892")]
    pub gtin: &'a str,
    /// 批次号
    pub batch_no: Option<&'a str>,
    /// 序列号
    pub serial: Option<&'a str>,
    /// 产品名称
    ///
    /// 未激活或未登记的产品不显示。
    pub product_name: Option<&'a str>,
    /// 结论
    pub verdict: Verdict,
}

impl<'a> RelatedAnswer<'a> {
    fn of(related: &'a RelatedCode) -> Self {
        Self {
            role: &related.role,
            gtin: &related.code.gtin,
            batch_no: related.code.batch_no.as_deref(),
            serial: related.code.serial(),
            product_name: related.product_name.as_deref(),
            verdict: related.verdict,
        }
    }
}

/// Whether the report that the public sees is past its validity.
fn is_report_expired(found: &Resolution, now: Timestamp) -> bool {
    let expires_on = found.snapshot.product.report_expires_on;
    found.shows_product() && expires_on.is_some_and(|day| day < now.beijing_date())
}

/// Whether it is the operator's doing that a code is void, and not its maker's.
fn is_ended_by_operator(found: &Resolution) -> bool {
    let gravest = found.truth.findings().first();
    let is_products =
        gravest.is_some_and(|f| f.verdict == Verdict::Voided && f.level == Some(Level::Product));
    is_products && found.snapshot.is_voided_by_operator()
}

/// Whether nobody said when a unit was made (F153): neither of it nor of its batch.
fn is_undated(found: &Resolution) -> bool {
    found.shows_product() && found.unit.as_ref().is_some_and(|unit| unit.made_on.is_none())
}
