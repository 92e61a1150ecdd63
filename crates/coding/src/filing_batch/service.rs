use super::{
    Error,
    model::{CreateFilingBatch, FilingBatch, FilingBatchPreview, FilingBatchView},
    store,
};
use crate::filing::{self, Coded, FilingBatchId, NewFiling, Owing, Period};
use db::TenantConn;
use kernel::{Id, Lang};
use product::{Product, ProductId};

/// How many periods are filed in one transaction.
const AT_ONCE: usize = 1000;

/// What can be filed at once: periods with what was coded in them, the oldest first, and how many are left for later.
struct Plan {
    periods: Vec<(Product, Period, Coded)>,
    left: usize,
}

impl Plan {
    fn read(c: &mut TenantConn<'_>, of: Option<&ProductId>) -> Result<Self, Error> {
        if let Some(id) = of {
            product::find(c, id).map_err(product::blame_body)?;
        }
        let mut owing = filing::owing(c, of)?;
        owing.retain(|o| o.product.is_exact());
        let mut all: Vec<_> = owing
            .iter()
            .enumerate()
            .flat_map(|(at, o)| o.periods.iter().map(move |p| (p.starts_on, at)))
            .collect();
        all.sort_unstable();
        let left = all.len().saturating_sub(AT_ONCE);
        all.truncate(AT_ONCE);
        let mut periods = vec![];
        for (
            at,
            Owing {
                product,
                periods: owed,
            },
        ) in owing.into_iter().enumerate()
        {
            let count = all.iter().filter(|(_, of)| *of == at).count();
            let part = owed.get(..count).unwrap_or_default();
            let counts = filing::coded(c, &product.id, part)?;
            periods.extend(part.iter().zip(counts).map(|(p, n)| (product.clone(), *p, n)));
        }
        Ok(Self { periods, left })
    }

    fn preview(&self) -> FilingBatchPreview {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let mut products: Vec<_> = self.periods.iter().map(|(p, _, _)| p.id.as_str()).collect();
        products.dedup();
        let zeros = self.periods.iter().filter(|(_, _, n)| n.expected() == 0);
        FilingBatchPreview {
            products: count(products.len()),
            periods: count(self.periods.len()),
            zeros: count(zeros.count()),
            quantity: self.periods.iter().map(|(_, _, n)| n.expected()).sum(),
            left: count(self.left),
        }
    }
}

/// The numbers of what would be filed now, to be confirmed.
pub(super) fn preview(c: &mut TenantConn<'_>, of: Option<&ProductId>) -> Result<FilingBatchPreview, Error> {
    Ok(Plan::read(c, of)?.preview())
}

/// Files what is missing of products whose units have codes of their own as it was coded, of one product or of all, if that
/// is what was confirmed.
pub(super) fn create(
    c: &mut TenantConn<'_>,
    new: &CreateFilingBatch,
    lang: Lang,
) -> Result<FilingBatchId, Error> {
    let of = new.product_id.as_ref();
    // Their turns are taken before anything is counted, so that two who file at once are told apart.
    let mut turns: Vec<_> = Plan::read(c, of)?
        .periods
        .into_iter()
        .map(|(p, _, _)| p.id)
        .collect();
    turns.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    turns.dedup();
    for id in &turns {
        product::take_turn(c, id)?;
    }
    let plan = Plan::read(c, of)?;
    let told = plan.preview();
    if told.periods == 0 {
        return Err(Error::Nothing);
    }
    if (told.periods, told.zeros) != (new.periods, new.zeros) {
        return Err(Error::Differs {
            periods: told.periods,
            zeros: told.zeros,
        });
    }
    let batch = FilingBatch {
        id: Id::new(),
        product_id: new.product_id.clone(),
        products: told.products,
        periods: told.periods,
        zeros: told.zeros,
        quantity: told.quantity,
        account_id: c.account().cloned(),
        filed_at: c.now(),
        withdrawn_at: None,
        withdrawn_by: None,
        withdrawal_reason: None,
        withdrawn_periods: None,
    };
    store::insert(c, &batch)?;
    for (p, period, coded) in plan.periods {
        let filed = NewFiling {
            quantity: coded.expected(),
            coded_quantity: Some(coded.expected()),
            note: None,
            filing_batch_id: Some(batch.id.clone()),
        };
        filing::file(c, &p, &period, filed, lang)?;
    }
    Ok(batch.id)
}

/// Takes back everything of a batch that nobody corrected since.
pub(super) fn withdraw(c: &mut TenantConn<'_>, id: &FilingBatchId, reason: &str) -> Result<(), Error> {
    store::find(c, id)?;
    store::set_withdrawn(c, id, reason)?;
    match filing::withdraw_batch(c, id, reason)? {
        0 => Err(Error::NothingStands),
        periods => store::set_withdrawn_periods(c, id, periods),
    }
}

pub(super) fn find_view(c: &mut TenantConn<'_>, id: &FilingBatchId) -> Result<FilingBatchView, Error> {
    let told = store::find(c, id)?;
    view(c, told)
}

pub(super) fn list(c: &mut TenantConn<'_>, part: (i64, i64)) -> Result<(Vec<FilingBatchView>, i64), Error> {
    let (found, total) = store::list(c, part)?;
    let views = found.into_iter().map(|told| view(c, told));
    Ok((views.collect::<Result<_, _>>()?, total))
}

fn view(c: &mut TenantConn<'_>, (b, product_name, filed_by): store::Told) -> Result<FilingBatchView, Error> {
    Ok(FilingBatchView {
        standing: filing::count_standing(c, &b.id)?,
        id: b.id,
        product_id: b.product_id,
        product_name,
        products: b.products,
        periods: b.periods,
        zeros: b.zeros,
        quantity: b.quantity,
        filed_by,
        filed_at: b.filed_at,
        withdrawn_at: b.withdrawn_at,
        withdrawn_periods: b.withdrawn_periods,
        withdrawal_reason: b.withdrawal_reason,
    })
}
