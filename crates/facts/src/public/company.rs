use super::{PictureFacts, Voucher, file::Open};
use chrono::NaiveDate;
use enterprise::qualification::{PublicQualification, QualificationKind};
use kernel::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// A qualification of the maker that it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct QualificationFacts {
    /// 企业资质类型
    pub kind: QualificationKind,
    /// 资质名称
    pub name: Option<String>,
    /// 证书编号
    #[schema(example = "XK06-001-00001")]
    pub number: String,
    /// 发证单位
    pub issuer: Option<String>,
    /// 发证时间
    pub issued_on: Option<NaiveDate>,
    /// 有效期至
    pub expires_on: Option<NaiveDate>,
    /// 资质证书图片
    pub pictures: Vec<PictureFacts>,
    /// 编号由谁负责
    pub voucher: Voucher,
}

/// The kinds whose numbers have a form that can be compared.
const COMPARED: &[QualificationKind] = &[
    QualificationKind::ProductionLicence,
    QualificationKind::Ccc,
    QualificationKind::FoodLicence,
    QualificationKind::CosmeticsLicence,
    QualificationKind::TypeApproval,
];

impl QualificationFacts {
    pub(crate) fn of(q: PublicQualification, open: &Open<'_>) -> Self {
        let is_compared = COMPARED.contains(&q.kind) && q.kind.warnings(&q.number).is_empty();
        Self {
            voucher: if is_compared {
                Voucher::Platform
            } else {
                Voucher::Maker
            },
            pictures: q.pictures.iter().filter_map(|url| open.picture(&url.0)).collect(),
            kind: q.kind,
            name: q.name,
            number: q.number,
            issuer: q.issuer,
            issued_on: q.issued_on,
            expires_on: q.expires_on,
        }
    }

    /// Name as shown.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        self.name.as_deref().unwrap_or_else(|| self.kind.label(lang))
    }
}
