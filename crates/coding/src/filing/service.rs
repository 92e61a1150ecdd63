use super::{Error, Filing, FilingId, FilingView, due, model::CreateFiling, period::Period, store};
use db::TenantConn;
use kernel::{Code, Lang};
use product::{Product, ProductId, ProductState};

/// How many periods are filed in one transaction.
const AT_ONCE: usize = 1000;

/// Files the quantity of one period of a product.
pub(super) fn create(c: &mut TenantConn<'_>, new: CreateFiling, lang: Lang) -> Result<FilingId, Error> {
    let p = product::take_turn(c, &new.product_id).map_err(product::blame_body)?;
    if p.state != ProductState::Activated {
        return Err(Error::NotActivated);
    }
    let kind = p.filing_period.and_then(Code::known).ok_or(Error::NoRhythm)?;
    let today = c.now().beijing_date();
    let period = Period::of(kind, new.day).ok_or(Error::TooEarly)?;
    if period.starts_on > today {
        return Err(Error::TooEarly);
    }
    if p.activated_at
        .is_some_and(|at| period.ends_on < at.beijing_date())
    {
        return Err(Error::BeforeActivation);
    }
    file(c, &p, &period, (new.quantity, new.note), lang)
}

/// Files what is missing of products whose units have codes of their own, with the number of codes issued in each
/// period: of one product or of all, so many at most. How many were filed, and how many are left.
pub(super) fn create_issued(
    c: &mut TenantConn<'_>,
    of: Option<&ProductId>,
    lang: Lang,
) -> Result<(i64, i64), Error> {
    if let Some(id) = of {
        product::find(c, id).map_err(product::blame_body)?;
    }
    let mut missing = due::missing(c)?;
    missing.retain(|(p, _)| p.is_exact() && of.is_none_or(|id| p.id == *id));
    let left = missing.split_off(missing.len().min(AT_ONCE));
    for (p, period) in &missing {
        let quantity = due::issued(c, p, period)?;
        file(c, p, period, (quantity, None), lang)?;
    }
    let count = |list: &[due::Missing]| i64::try_from(list.len()).unwrap_or(i64::MAX);
    Ok((count(&missing), count(&left)))
}

fn file(
    c: &mut TenantConn<'_>,
    p: &Product,
    period: &Period,
    (quantity, note): (i64, Option<String>),
    lang: Lang,
) -> Result<FilingId, Error> {
    let (id, now) = (FilingId::new(), c.now());
    let filing = Filing {
        id: id.clone(),
        product_id: p.id.clone(),
        period: period.kind,
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        quantity,
        is_exact: p.is_exact(),
        note,
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
