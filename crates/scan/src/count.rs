//! Counting a scan, whichever way it came.

use crate::{
    Scan, Scans,
    answer::{Counted, Finding},
    counting::{self, Admission, NotCounted},
    recorder::ScanChannel,
};
use actix_web::HttpRequest;
use facts::{CodeKey, Resolution};
use kernel::Timestamp;
use web::{Client, Problem, security::SECURITY};

/// Counts a scan of a code that was found, and answers it when the count is safe; what is no scan is answered at once.
pub(crate) async fn count(
    req: &HttpRequest,
    scans: &Scans,
    (found, key): (Resolution, CodeKey),
    channel: ScanChannel,
    at: Timestamp,
) -> Result<Finding, Problem> {
    let client = Client::of(req);
    let why_not = counting::judge(req).or_else(|| over_limit(scans, &client, &found, at));
    if let Some(why) = why_not {
        return Ok(Finding::Known(Box::new(found), key, Counted::Not(why)));
    }
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
        region: scans.places.find(client.address).map(str::to_owned),
        at,
    };
    let tally = scans.recorder.record(scan).await?;
    Ok(Finding::Known(Box::new(found), key, Counted::As(tally)))
}

/// Whether this reader has looked at codes of this product too often for one more to count. It is answered all the same. Looks of this very
/// machine count always: they come through a proxy that nobody named, and are everyone's.
fn over_limit(scans: &Scans, client: &Client, found: &Resolution, now: Timestamp) -> Option<NotCounted> {
    let address = client.address.filter(|address| !address.is_loopback())?;
    let product = found.snapshot.product.id.as_str();
    match scans.limit.admit(&client.bucket(), product, now.unix_millis()) {
        Admission::Counts => None,
        Admission::FirstOver => {
            tracing::warn!(target: SECURITY, %address, product, "looks of one address at one product no longer count this hour; \
                if it is a proxy of yours, name it in PINMA_TRUSTED_PROXIES");
            Some(NotCounted::Limit)
        }
        Admission::Over => Some(NotCounted::Limit),
    }
}
