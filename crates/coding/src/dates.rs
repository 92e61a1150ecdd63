//! The dates of batches and units: 生产日期 and 有效期.

use chrono::NaiveDate;
use db::TenantConn;
use validator::ValidationError;
use web::broken_rule;

kernel::errors! {
    /// Errors of the dates of batches and units.
    pub enum Error {
        MadeInFuture: Invalid, "coding.made_in_future" at "/made_on",
            "the production date lies in the future", "生产日期不能晚于今天";
        ExpiresBeforeMade: Invalid, "coding.expires_before_made" at "/expires_on",
            "the expiry date comes before the production date", "有效期不能早于生产日期";
        ExFactoryInFuture: Invalid, "coding.ex_factory_in_future" at "/ex_factory_on",
            "the day it left the factory lies in the future", "出厂日期不能晚于今天";
        ExFactoryBeforeMade { made_on: NaiveDate }: Invalid, "coding.ex_factory_before_made" at "/ex_factory_on",
            "it cannot leave the factory before it was made on {made_on}", "出厂日期不能早于生产日期（{made_on}），请核对两个日期";
        ExFactoryAfterExpiry { expires_on: NaiveDate }: Invalid, "coding.ex_factory_after_expiry" at "/ex_factory_on",
            "it cannot leave the factory past its expiry on {expires_on}", "出厂日期不能晚于有效期（{expires_on}），请核对两个日期";
    }
}

/// Refuses a day of leaving the factory that lies before the production date or past the expiry date.
pub(crate) fn ex_factory_in_order(
    made_on: Option<NaiveDate>,
    ex_factory_on: Option<NaiveDate>,
    expires_on: Option<NaiveDate>,
) -> Result<(), Error> {
    match (made_on, ex_factory_on, expires_on) {
        (Some(made_on), Some(day), _) if day < made_on => Err(Error::ExFactoryBeforeMade { made_on }),
        (_, Some(day), Some(expires_on)) if day > expires_on => {
            Err(Error::ExFactoryAfterExpiry { expires_on })
        }
        _ => Ok(()),
    }
}

/// Refuses an expiry date before the production date.
pub(crate) fn in_order(
    made_on: Option<NaiveDate>,
    expires_on: Option<NaiveDate>,
) -> Result<(), ValidationError> {
    match (made_on, expires_on) {
        (Some(made), Some(expires)) if expires < made => Err(broken_rule(
            "coding.expires_before_made",
            "/expires_on",
            "the expiry date comes before the production date",
            "有效期不能早于生产日期",
        )),
        _ => Ok(()),
    }
}

/// Refuses the same for dates of which some come from a batch.
pub(crate) fn still_in_order(made_on: Option<NaiveDate>, expires_on: Option<NaiveDate>) -> Result<(), Error> {
    in_order(made_on, expires_on).map_err(|_reversed| Error::ExpiresBeforeMade)
}

/// Refuses a production date in the future, as days are counted in China.
pub(crate) fn not_in_future(c: &TenantConn<'_>, made_on: Option<NaiveDate>) -> Result<(), Error> {
    match made_on {
        Some(made) if made > c.now().beijing_date() => Err(Error::MadeInFuture),
        _ => Ok(()),
    }
}
