//! The chapter of what a maker is allowed to do, as far as it shows it (F023–F030).

use crate::{
    Chapter, CodePlace, Entry, ProductKey, Row, Teller, TellerFault, Text, Told, Value, Voucher, public::Open,
};
use db::{EnterpriseId, PublicConn};
use enterprise::qualification::{PublicQualification, QualificationKind, list_public};
use kernel::{Lang, Timestamp};
use web::upload::find_public_files;

/// Tells of the maker's qualifications.
#[derive(Debug, Clone, Copy)]
pub struct Qualifications;

/// The kinds whose numbers have a form that can be compared.
const COMPARED: &[QualificationKind] = &[
    QualificationKind::ProductionLicence,
    QualificationKind::Ccc,
    QualificationKind::FoodLicence,
    QualificationKind::CosmeticsLicence,
    QualificationKind::TypeApproval,
];

impl Teller for Qualifications {
    fn key(&self) -> &'static str {
        "qualifications"
    }

    fn title(&self) -> Text {
        Text::new("企业资质", "Qualifications")
    }

    fn of_product(&self, c: &mut PublicConn<'_>, product: &ProductKey) -> Result<Told, TellerFault> {
        Ok(Told {
            chapters: self.chapters(c, &product.enterprise)?,
            has_codes: false,
        })
    }

    fn of_code(&self, _: &mut PublicConn<'_>, _: &CodePlace) -> Result<Vec<Chapter>, TellerFault> {
        Ok(vec![])
    }

    /// Those of today: no versions are kept of them.
    fn of_day(
        &self,
        c: &mut PublicConn<'_>,
        at: &CodePlace,
        _: Timestamp,
    ) -> Result<Vec<Chapter>, TellerFault> {
        self.chapters(c, &at.product.enterprise)
    }
}

impl Qualifications {
    fn chapters(self, c: &mut PublicConn<'_>, owner: &EnterpriseId) -> Result<Vec<Chapter>, TellerFault> {
        let shown = list_public(c, owner)?;
        if shown.is_empty() {
            return Ok(vec![]);
        }
        let ids: Vec<_> = shown
            .iter()
            .flat_map(|q| &q.pictures)
            .map(|url| url.0.clone())
            .collect();
        let files = find_public_files(c, owner, &ids)?;
        Ok(vec![Chapter {
            key: self.key(),
            title: self.title(),
            voucher: Voucher::Maker,
            rows: vec![],
            entries: shown.into_iter().map(|q| entry(q, &Open(&files))).collect(),
            documents: vec![],
        }])
    }
}

fn entry(q: PublicQualification, open: &Open<'_>) -> Entry {
    let is_compared =
        |kind: QualificationKind| COMPARED.contains(&kind) && kind.warnings(&q.number).is_empty();
    let is_compared = q.kind.known().is_some_and(is_compared);
    let number = Row::new("number", Text::new("证书编号", "Number"), Value::Plain(q.number))
        .vouched(is_compared.then_some(Voucher::Format));
    let issuer = q
        .issuer
        .map(|by| Row::new("issuer", Text::new("发证单位", "Issued by"), Value::Plain(by)));
    let ends = match q.expires_on {
        Some(day) => Value::Until(day),
        None => Value::Words(Text::new("长期有效", "no expiry date")),
    };
    let ends = Row::new("expires_on", Text::new("有效期至", "Expires on"), ends);
    Entry {
        kind: Some(q.kind.as_str()),
        title: q.name.map_or_else(
            || Text::new(q.kind.label(Lang::Zh), q.kind.label(Lang::En)),
            Text::same,
        ),
        pictures: q.pictures.iter().filter_map(|url| open.picture(&url.0)).collect(),
        rows: [Some(number), issuer, Some(ends)].into_iter().flatten().collect(),
    }
}
