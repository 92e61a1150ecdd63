//! Counting a scan, whichever way it came.

use crate::{Scan, Scans, answer::Finding, recorder::ScanChannel};
use facts::{CodeKey, Resolution};
use kernel::Timestamp;
use std::net::IpAddr;
use web::Problem;

/// Counts a scan of a code that was found, and answers it when the count is safe.
pub(crate) async fn count(
    scans: &Scans,
    found: Resolution,
    key: CodeKey,
    (channel, address): (ScanChannel, Option<IpAddr>),
    at: Timestamp,
) -> Result<Finding, Problem> {
    let scan = Scan {
        enterprise: found.snapshot.maker.id.clone(),
        product: found.snapshot.product.id.clone(),
        level: found.level,
        code: key
            .serial()
            .or(key.batch_no.as_deref())
            .unwrap_or_default()
            .to_owned(),
        verdict: found.truth.verdict(),
        channel,
        region: scans.places.find(address).map(str::to_owned),
        at,
    };
    let tally = scans.recorder.record(scan).await?;
    Ok(Finding::Known(Box::new(found), key, Some(tally)))
}
