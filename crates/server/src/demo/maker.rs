use super::{
    drawing,
    keep::{days_before, keep},
    story::{MadeBrand, MadeQualification},
};
use crate::{CommandError, State};
use chrono::Days;
use db::TenantConn;
use enterprise::{brand, qualification};

/// Makes one brand.
pub(super) fn brand(c: &mut TenantConn<'_>, state: &State, made: MadeBrand) -> Result<(), CommandError> {
    let mut record = made.record;
    let logo = drawing::draw(&made.logo)?;
    record.logo_file_id = Some(keep(
        c,
        state,
        enterprise::slots::BRAND_LOGO,
        "品牌标志.png",
        logo,
    )?);
    brand::create(c, record).map_err(enterprise::Error::from)?;
    Ok(())
}

/// Makes one qualification.
pub(super) fn qualification(
    c: &mut TenantConn<'_>,
    state: &State,
    made: MadeQualification,
) -> Result<(), CommandError> {
    let today = c.now().beijing_date();
    let mut record = made.record;
    record.issued_on = Some(days_before(today, made.issued));
    record.expires_on = made
        .expires_in
        .and_then(|days| today.checked_add_days(Days::new(days)));
    let picture = drawing::draw(&made.picture)?;
    record.picture_file_ids = vec![keep(
        c,
        state,
        enterprise::slots::QUALIFICATION_PICTURE,
        "证书.png",
        picture,
    )?];
    qualification::create(c, record).map_err(enterprise::Error::from)?;
    Ok(())
}
