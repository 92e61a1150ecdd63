//! Allocates internal codes 内部码 to enterprises without a company prefix.

mod store;

use crate::Error;
use db::TenantConn;
use enterprise::profile;
use identifiers::{Explain, Gtin, Uscc, gtin::internal_code};

/// The first internal code of the enterprise that is free, by the scheme of 浙品码: `20`, eight characters of the
/// organisation code, two digits of product number, check digit (C9).
pub(super) fn next(c: &mut TenantConn<'_>) -> Result<Gtin, Error> {
    let refused = |reason: String, reason_en: String| Error::NoInternalCode { reason, reason_en };
    let uscc = Uscc::parse(&profile::uscc(c)?).map_err(|e| refused(e.zh(), e.to_string()))?;
    let code = |n| internal_code(&uscc, n).map_err(|e| refused(e.zh(), e.to_string()));
    let start = code(0)?.gtin14().get(..11).unwrap_or_default().to_owned();
    let taken = store::gtins_starting_with(c, &start)?;
    for n in 0..100 {
        let candidate = code(n)?;
        if !taken.iter().any(|t| t == candidate.gtin14()) {
            return Ok(candidate);
        }
    }
    Err(refused(
        "100 个内部码已用完，请使用商品条码".to_owned(),
        "all hundred are in use".to_owned(),
    ))
}
