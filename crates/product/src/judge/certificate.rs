//! What the reference of product types says of licences and CCC certificates, compared with the numbers a record gives.

use crate::{
    ProductRecord,
    reference::{ProductCategory, ProductType, TraceScheme, product_type},
};
use identifiers::{ccc::CccNumber, licence::ProductionLicence};

/// The product class of e-bikes, whatever their maker calls the type.
const EBIKE: &str = "1119";

/// What is usual for a type of product.
struct Usual {
    licence: bool,
    ccc: bool,
    classes: Vec<String>,
}

/// What is usual for the product; nothing of a type the reference does not know.
fn usual(r: &ProductRecord) -> Option<Usual> {
    if r.category == ProductCategory::Ebike {
        return Some(Usual {
            licence: false,
            ccc: true,
            classes: vec![EBIKE.to_owned()],
        });
    }
    let of = |t: &ProductType| Usual {
        licence: t.needs_licence,
        ccc: t.needs_ccc,
        classes: t.ccc_classes.clone(),
    };
    product_type(&r.product_type).map(of)
}

/// The CCC certificates a record names, wherever it does.
fn certificates(r: &ProductRecord) -> impl Iterator<Item = CccNumber> {
    let linked = r.linked_codes.iter().filter(|l| l.scheme == TraceScheme::Ccc);
    let numbers = [&r.licence_number, &r.certificate_number];
    let named = numbers.into_iter().flatten();
    let all = named.chain(linked.map(|l| &l.code));
    all.filter_map(|number| CccNumber::parse_with_version(number).ok())
        .map(|(number, _)| number)
}

/// Whether a record gives one of the numbers that are usual for its type.
pub(super) fn is_given(r: &ProductRecord) -> bool {
    let Some(usual) = usual(r) else { return true };
    let numbers = [&r.licence_number, &r.certificate_number];
    let is_licensed = || {
        let mut named = numbers.into_iter().flatten();
        named.any(|number| ProductionLicence::parse(number).is_ok())
    };
    match (usual.licence, usual.ccc) {
        (false, false) => true,
        (licence, ccc) => licence && is_licensed() || ccc && certificates(r).next().is_some(),
    }
}

/// Says that a certificate is for another class of products than the record's, in both languages. A class that is in no list is
/// said where the number stands.
pub(super) fn of_other_class(r: &ProductRecord) -> Option<(String, String)> {
    let usual = usual(r)?;
    if usual.ccc && usual.classes.is_empty() {
        return None;
    }
    let fits = |n: &CccNumber| {
        usual
            .classes
            .iter()
            .any(|class| n.class().starts_with(class.as_str()))
    };
    let other = certificates(r).find(|n| n.product_class().is_some() && !fits(n))?;
    let (class, product) = (other.class(), other.product_class()?.product);
    let what = match r.category {
        ProductCategory::Ebike => "电动自行车",
        _ => &r.product_type,
    };
    Some((
        format!("CCC 证书编号中的产品类别 {class} 是“{product}”，与产品类型“{what}”不符，请核对证书"),
        format!(
            "the product class {class} in the CCC number is {product}, not {what}; compare it with the certificate"
        ),
    ))
}
