//! Whose a trace code looks like, by the company prefixes 厂商识别代码 that enterprises have registered.

use crate::{CodeReach, Error, Product, internal_code, notice::ProductNotice};
use db::{EnterpriseId, TenantConn};
use enterprise::{notice::notify_enterprise, profile};
use identifiers::{Gtin, gtin::VendorNumber};
use kernel::{Code, Lang};
use notify::Notice;
use web::FieldWarning;

/// The longest of these prefixes that a GTIN-14 begins with, behind its first digit.
pub(crate) fn covering<'p>(gtin: &str, prefixes: &'p [String]) -> Option<&'p str> {
    let digits = gtin.get(1..).unwrap_or_default();
    let covering = prefixes.iter().filter(|p| digits.starts_with(p.as_str()));
    covering.max_by_key(|p| p.len()).map(String::as_str)
}

/// Another enterprise that registered what a code begins with, and that.
fn other_owner(
    c: &mut TenantConn<'_>,
    (code, reach): (&Gtin, Code<CodeReach>),
) -> Result<Option<(EnterpriseId, String)>, Error> {
    match (reach.known(), VendorNumber::of_code(code)) {
        (Some(CodeReach::Global), _) => {
            let digits = code.gtin14().get(1..).unwrap_or_default();
            Ok(profile::other_with_prefix_of(c, digits)?)
        }
        (Some(CodeReach::Internal), Some(vendor)) => {
            let owner = internal_code::owner_of(c, vendor)?.filter(|owner| owner != c.enterprise());
            Ok(owner.map(|owner| (owner, format!("2{:09}", vendor.get()))))
        }
        _ => Ok(None),
    }
}

/// What is doubtful about whose a trace code is.
pub(crate) fn warnings(
    c: &mut TenantConn<'_>,
    (code, reach): (&Gtin, Code<CodeReach>),
    lang: Lang,
) -> Result<Vec<FieldWarning>, Error> {
    let mut found = vec![];
    let mut warn = |code: &str, zh: String, en: String| {
        found.push(FieldWarning {
            pointer: "/trace_code".to_owned(),
            code: code.to_owned(),
            message: match lang {
                Lang::Zh => zh,
                Lang::En => en,
            },
        });
    };
    let own = profile::company_prefixes(c)?;
    if reach == CodeReach::Global && !own.is_empty() && covering(code.gtin14(), &own).is_none() {
        let list = own.join("、");
        warn(
            "product.outside_prefixes",
            format!(
                "追溯码不在本企业登记的厂商识别代码（{list}）之内，请核对；如厂商识别代码登记不全，请在企业信息中补充"
            ),
            format!(
                "the trace code is outside the company prefixes of the enterprise ({})",
                own.join(", ")
            ),
        );
    }
    if let Some((_, prefix)) = other_owner(c, (code, reach))? {
        warn(
            "product.prefix_of_another",
            format!("另一企业登记了该追溯码的开头 {prefix}，请核对；对方会收到提醒，并可提出追溯码申诉"),
            format!(
                "another enterprise registered {prefix}, which the trace code begins with; it is told and may claim the code"
            ),
        );
    }
    Ok(found)
}

/// Tells the enterprise that registered what a saved trace code begins with, once for each product.
pub(crate) fn tell_owner(c: &mut TenantConn<'_>, p: &Product, code: &Gtin) -> Result<(), Error> {
    let Some((owner, prefix)) = other_owner(c, (code, p.code_reach))? else {
        return Ok(());
    };
    let used = ProductNotice::CompanyPrefixUsed {
        trace_code: p.trace_code.clone(),
        prefix,
    };
    let notice = Notice::new(used)
        .link("/code-claims")
        .once(format!("company_prefix_used {}", p.id));
    Ok(notify_enterprise(&mut c.telling(&owner), &notice)?)
}

#[cfg(test)]
mod tests {
    use super::covering;

    #[test]
    fn the_longest_prefix_that_fits_is_found() {
        let registered = ["6901234", "69012345", "6909999"].map(str::to_owned);
        assert_eq!(covering("06901234567892", &registered), Some("69012345"));
        assert_eq!(covering("16901234567899", &registered), Some("69012345"));
        assert_eq!(covering("06930000000001", &registered), None);
        assert_eq!(covering("06901234567892", &[]), None);
    }
}
