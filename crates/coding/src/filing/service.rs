use super::{
    Error, Filing, FilingBatchId, FilingCorrection, FilingId, FilingView,
    correction::Correction,
    due,
    model::{CreateFiling, UpdateFiling},
    period::Period,
    store,
};
use db::TenantConn;
use kernel::Lang;
use product::Product;

/// Files the quantity of one period of a product, once it has ended.
pub(super) fn create(c: &mut TenantConn<'_>, new: CreateFiling, lang: Lang) -> Result<FilingId, Error> {
    let p = product::take_turn(c, &new.product_id).map_err(product::blame_body)?;
    let Some(activated) = p.activated_at else {
        return Err(Error::NotActivated);
    };
    let today = c.now().beijing_date();
    if new.day > today {
        return Err(Error::TooEarly);
    }
    let period = due::period_of(c, &p, new.day)?.ok_or(match new.day < activated.beijing_date() {
        true => Error::BeforeActivation,
        false => Error::NoRhythm,
    })?;
    if period.ends_on >= today {
        let from = period.ends_on.succ_opt().unwrap_or(period.ends_on);
        return Err(Error::Running {
            ends_on: period.ends_on.to_string(),
            from: from.to_string(),
        });
    }
    let coded = due::coded_in(c, &p, &period)?.map(|n| n.expected());
    let filed = NewFiling {
        quantity: new.quantity,
        coded_quantity: coded,
        note: new.note,
        filing_batch_id: None,
    };
    file(c, &p, &period, filed, lang)
}

/// What is filed of a period.
pub(crate) struct NewFiling {
    pub(crate) quantity: i64,
    pub(crate) coded_quantity: Option<i64>,
    pub(crate) note: Option<String>,
    pub(crate) filing_batch_id: Option<FilingBatchId>,
}

/// Files a period of a product whose turn the caller has: a new row, or the one that was withdrawn again.
pub(crate) fn file(
    c: &mut TenantConn<'_>,
    p: &Product,
    period: &Period,
    new: NewFiling,
    lang: Lang,
) -> Result<FilingId, Error> {
    let label = period.label(lang);
    if store::is_filed(c, &p.id, period)? {
        return Err(Error::Taken { label });
    }
    let now = c.now();
    let mut filing = Filing {
        id: FilingId::new(),
        product_id: p.id.clone(),
        period: period.kind,
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        quantity: new.quantity,
        is_exact: p.is_exact(),
        note: new.note,
        version: 1,
        filed_at: now,
        updated_at: now,
        account_id: c.account().cloned(),
        filing_batch_id: new.filing_batch_id,
        is_withdrawn: false,
        coded_quantity: new.coded_quantity,
    };
    match store::find_starting(c, &p.id, period.starts_on)? {
        Some(old) if old.is_withdrawn => {
            filing.id = old.id.clone();
            change(c, &old, &filing, None)?;
        }
        _ => store::insert(c, &filing, &label)?,
    }
    Ok(filing.id)
}

/// Corrects what was filed, and keeps what it was before.
pub(super) fn correct(
    c: &mut TenantConn<'_>,
    id: &FilingId,
    version: i64,
    body: UpdateFiling,
) -> Result<(), Error> {
    let (old, p, _) = store::find(c, id)?;
    if old.version != version {
        return Err(Error::Stale);
    }
    if old.is_withdrawn {
        return Err(Error::Withdrawn);
    }
    let coded = due::coded_in(c, &p, &old.span())?.map(|n| n.expected());
    let new = Filing {
        quantity: body.quantity,
        coded_quantity: coded,
        note: body.note,
        filing_batch_id: None,
        updated_at: c.now(),
        ..old.clone()
    };
    change(c, &old, &new, Some(body.reason))
}

/// Takes back what a batch filed and nobody corrected since: those periods are owed again. How many they were.
pub(crate) fn withdraw_batch(c: &mut TenantConn<'_>, id: &FilingBatchId, reason: &str) -> Result<i64, Error> {
    let standing = store::standing_of_batch(c, id)?;
    for old in &standing {
        let new = Filing {
            is_withdrawn: true,
            updated_at: c.now(),
            ..old.clone()
        };
        change(c, old, &new, Some(reason.to_owned()))?;
    }
    Ok(i64::try_from(standing.len()).unwrap_or(i64::MAX))
}

/// Counts what a batch filed and nobody corrected since.
pub(crate) fn count_standing(c: &mut TenantConn<'_>, id: &FilingBatchId) -> Result<i64, Error> {
    store::count_standing(c, id)
}

fn change(c: &mut TenantConn<'_>, old: &Filing, new: &Filing, reason: Option<String>) -> Result<(), Error> {
    store::update(c, old.version, new)?;
    let (account, now) = (c.account().cloned(), c.now());
    store::insert_correction(c, &Correction::between(old, new, (reason, account), now))
}

pub(super) fn corrections(c: &mut TenantConn<'_>, id: &FilingId) -> Result<Vec<FilingCorrection>, Error> {
    store::find(c, id)?;
    let found = store::corrections(c, id)?;
    Ok(found.into_iter().map(FilingCorrection::from).collect())
}

pub(super) fn find_view(c: &mut TenantConn<'_>, id: &FilingId, lang: Lang) -> Result<FilingView, Error> {
    store::find(c, id).map(|found| view(found, lang))
}

pub(super) fn view((f, p, filed_by): store::Told, lang: Lang) -> FilingView {
    FilingView {
        label: f.span().label(lang),
        is_different: f.is_different(),
        id: f.id,
        product_id: f.product_id,
        product_name: p.name,
        trace_code: p.trace_code,
        period: f.period,
        starts_on: f.starts_on,
        ends_on: f.ends_on,
        quantity: f.quantity,
        is_exact: f.is_exact,
        coded_quantity: f.coded_quantity,
        is_withdrawn: f.is_withdrawn,
        filing_batch_id: f.filing_batch_id,
        note: f.note,
        filed_by,
        version: f.version,
        filed_at: f.filed_at,
        updated_at: f.updated_at,
    }
}
