//! What the public may know of an enterprise's qualifications.

use super::{Error, QualificationKind, store};
use chrono::NaiveDate;
use db::{EnterpriseId, PublicConn};
use kernel::Code;
use serde::Serialize;
use utoipa::ToSchema;
use web::upload::{FileUrl, find_public_files};

/// A qualification as the page behind a code shows it. How it stands is judged on the day it is shown, with
/// [`ExpiryState::on`](super::ExpiryState::on).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicQualification {
    /// 企业资质类型
    #[schema(value_type = QualificationKind)]
    pub kind: Code<QualificationKind>,
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
    #[schema(value_type = Vec<String>)]
    pub pictures: Vec<FileUrl>,
}

/// The qualifications an enterprise has made public, by type.
///
/// # Errors
/// When the database fails.
pub fn list_public(
    c: &mut PublicConn<'_>,
    enterprise: &EnterpriseId,
) -> Result<Vec<PublicQualification>, Error> {
    let found = store::list_public(c, enterprise)?;
    let ids: Vec<_> = found.iter().flat_map(|q| q.picture_file_ids.0.clone()).collect();
    let open = find_public_files(c, enterprise, &ids)?;
    Ok(found
        .into_iter()
        .map(|q| PublicQualification {
            kind: q.kind,
            name: q.name,
            number: q.number,
            issuer: q.issuer,
            issued_on: q.issued_on,
            expires_on: q.expires_on,
            pictures: q
                .picture_file_ids
                .0
                .into_iter()
                .filter(|id| open.iter().any(|f| f.id == *id))
                .map(FileUrl)
                .collect(),
        })
        .collect())
}
