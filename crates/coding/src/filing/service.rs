use super::{Filing, FilingId, FilingView, api::CreateFiling, period::Period, store};
use crate::{
    Error, batch,
    product::{self, Product, ProductState},
};
use db::TenantConn;
use kernel::Lang;

/// Files the quantity of one period of a product.
pub(super) fn create(c: &mut TenantConn<'_>, new: CreateFiling, lang: Lang) -> Result<FilingId, Error> {
    let p = product::store::take_turn(c, &new.product_id).map_err(batch::refer)?;
    if p.state != ProductState::Activated {
        return Err(Error::NotActivated);
    }
    let kind = p.filing_period.ok_or(Error::NoRhythm)?;
    let today = c.now().beijing_date();
    let period = Period::of(kind, new.day).ok_or(Error::FilingTooEarly)?;
    if period.starts_on > today {
        return Err(Error::FilingTooEarly);
    }
    if p.activated_at
        .is_some_and(|at| period.ends_on < at.beijing_date())
    {
        return Err(Error::FilingBeforeActivation);
    }
    let (id, now) = (FilingId::new(), c.now());
    let filing = Filing {
        id: id.clone(),
        product_id: p.id,
        period: kind,
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        quantity: new.quantity,
        is_exact: p.coding_level.is_exact(),
        note: new.note,
        version: 1,
        filed_at: now,
        updated_at: now,
    };
    store::insert(c, &filing, &period.label(lang))?;
    Ok(id)
}

pub(super) fn find_view(c: &mut TenantConn<'_>, id: &FilingId, lang: Lang) -> Result<FilingView, Error> {
    store::find(c, id).map(|found| view(found, lang))
}

pub(super) fn view((f, p): (Filing, Product), lang: Lang) -> FilingView {
    let period = Period {
        kind: f.period,
        starts_on: f.starts_on,
        ends_on: f.ends_on,
    };
    FilingView {
        id: f.id,
        product_id: f.product_id,
        product_name: p.name,
        trace_code: p.trace_code,
        period: f.period,
        label: period.label(lang),
        starts_on: f.starts_on,
        ends_on: f.ends_on,
        quantity: f.quantity,
        is_exact: f.is_exact,
        note: f.note,
        version: f.version,
        filed_at: f.filed_at,
        updated_at: f.updated_at,
    }
}
