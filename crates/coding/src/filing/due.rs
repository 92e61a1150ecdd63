use super::{
    Error,
    coded::{self, Coded},
    due_model::{DueFiling, DueFilter, DueProduct, Owing},
    duty::Duty,
    period::Period,
    store,
};
use chrono::NaiveDate;
use db::TenantConn;
use kernel::{Code, Lang};
use product::{Product, ProductId, Rhythm, events::EventKind};
use std::collections::HashMap;

/// What the duties of products rest on, and what was filed of them.
struct Books {
    rhythms: HashMap<ProductId, Vec<Rhythm>>,
    steps: HashMap<ProductId, Vec<store::Step>>,
}

impl Books {
    fn read(c: &mut TenantConn<'_>) -> Result<Self, Error> {
        let mut steps: HashMap<_, Vec<_>> = HashMap::new();
        for (product, kind, at) in store::steps(c)? {
            steps.entry(product).or_default().push((kind, at));
        }
        Ok(Self {
            rhythms: product::changed_rhythms(c)?,
            steps,
        })
    }

    /// The duty of a product; none before it is activated.
    fn duty(&self, p: &Product) -> Option<Duty> {
        let activated = p.activated_at?.beijing_date();
        let rhythms = match self.rhythms.get(&p.id) {
            Some(list) => list
                .iter()
                .map(|r| (r.since.beijing_date().max(activated), r.period))
                .collect(),
            None => vec![(activated, p.filing_period.and_then(Code::known))],
        };
        let mut duty = Duty {
            rhythms,
            ..Duty::default()
        };
        for (kind, at) in self.steps.get(&p.id).into_iter().flatten() {
            let day = at.beijing_date();
            match (kind, duty.rests.last_mut()) {
                // On the days of the pause and of the resumption something was made.
                (EventKind::Paused, _) => duty.rests.push((day.succ_opt().unwrap_or(day), NaiveDate::MAX)),
                (EventKind::Resumed, Some(last)) => last.1 = day.pred_opt().unwrap_or(day),
                (EventKind::Voided, _) => duty.ended_on = Some(day),
                _ => {}
            }
        }
        Some(duty)
    }
}

/// The period of a product a day lies in, whether or not it is owed.
pub(super) fn period_of(
    c: &mut TenantConn<'_>,
    p: &Product,
    day: NaiveDate,
) -> Result<Option<Period>, Error> {
    Ok(Books::read(c)?.duty(p).and_then(|duty| duty.period_of(day)))
}

/// Every product that owes a quantity, of all products or of one, with everything it owes however old: the periods that have
/// ended since its activation in the rhythm of their time, without those in which production rested.
pub(crate) fn owing(c: &mut TenantConn<'_>, of: Option<&ProductId>) -> Result<Vec<Owing>, Error> {
    let today = c.now().beijing_date();
    let products = store::ever_activated(c, of)?;
    if products.is_empty() {
        return Ok(vec![]);
    }
    let books = Books::read(c)?;
    let filed = Filed::of(store::filed(c, of)?);
    let mut found = vec![];
    for product in products {
        let Some(duty) = books.duty(&product) else {
            continue;
        };
        let is_owed = |p: &Period| p.ends_on < today && !filed.covers(&product.id, p) && !duty.is_at_rest(p);
        let periods: Vec<_> = duty.periods(today).into_iter().filter(is_owed).collect();
        if !periods.is_empty() {
            found.push(Owing { product, periods });
        }
    }
    Ok(found)
}

/// The days that were filed of each product: for each first day, the latest last day of all until it.
struct Filed(HashMap<ProductId, Vec<(NaiveDate, NaiveDate)>>);

impl Filed {
    fn of(rows: Vec<(ProductId, NaiveDate, NaiveDate)>) -> Self {
        let mut filed: HashMap<ProductId, Vec<(NaiveDate, NaiveDate)>> = HashMap::new();
        for (product, from, to) in rows {
            let list = filed.entry(product).or_default();
            let latest = list.last().map_or(to, |(_, before)| to.max(*before));
            list.push((from, latest));
        }
        Self(filed)
    }

    fn covers(&self, product: &ProductId, period: &Period) -> bool {
        let Some(list) = self.0.get(product) else {
            return false;
        };
        let until = list.partition_point(|(from, _)| *from <= period.starts_on);
        let last = until.checked_sub(1).and_then(|i| list.get(i));
        last.is_some_and(|(_, to)| *to >= period.ends_on)
    }
}

/// A page of what is missing, the most urgent first.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &DueFilter,
    (offset, limit): (usize, usize),
    lang: Lang,
) -> Result<(Vec<DueFiling>, i64), Error> {
    let today = c.now().beijing_date();
    let owing = matching(c, filter)?;
    let mut all: Vec<(&Product, &Period)> = owing
        .iter()
        .flat_map(|o| o.periods.iter().map(move |period| (&o.product, period)))
        .filter(|(_, period)| {
            filter
                .is_overdue
                .is_none_or(|late| period.is_overdue(today) == late)
        })
        .collect();
    all.sort_by_key(|(_, period)| (period.due_on(), period.starts_on));
    let page = all.iter().skip(offset).take(limit);
    let items = page.map(|(p, period)| {
        let counts = coded::coded(c, &p.id, std::slice::from_ref(*period))?;
        let coded = counts.first().copied().unwrap_or_default();
        Ok(DueFiling::of(p, period, coded, (today, lang)))
    });
    Ok((items.collect::<Result<_, Error>>()?, total(all.len())))
}

/// A page of the products of which something is missing, the most urgent first.
pub(super) fn list_products(
    c: &mut TenantConn<'_>,
    filter: &DueFilter,
    (offset, limit): (usize, usize),
) -> Result<(Vec<DueProduct>, i64), Error> {
    let today = c.now().beijing_date();
    let mut all = matching(c, filter)?;
    if let Some(late) = filter.is_overdue {
        all.retain(|o| o.periods.iter().any(|p| p.is_overdue(today)) == late);
    }
    all.sort_by_cached_key(|o| {
        (
            o.periods.first().map(Period::due_on),
            o.product.id.as_str().to_owned(),
        )
    });
    let count = total(all.len());
    let page = all.into_iter().skip(offset).take(limit);
    let items = page.map(|o| {
        let counts = coded::coded(c, &o.product.id, &o.periods)?;
        Ok(DueProduct::of(o, &counts, today))
    });
    let items = items.collect::<Result<Vec<_>, Error>>()?;
    Ok((items.into_iter().flatten().collect(), count))
}

fn matching(c: &mut TenantConn<'_>, filter: &DueFilter) -> Result<Vec<Owing>, Error> {
    let mut all = owing(c, filter.product_id.as_ref())?;
    if let Some(text) = filter.keyword.as_deref().map(db::fold) {
        all.retain(|o| o.product.search_text.contains(&text));
    }
    Ok(all)
}

fn total(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Counts the codes of one period, for products whose quantity is exact.
pub(super) fn coded_in(c: &mut TenantConn<'_>, p: &Product, period: &Period) -> Result<Option<Coded>, Error> {
    if !p.is_exact() {
        return Ok(None);
    }
    Ok(coded::coded(c, &p.id, std::slice::from_ref(period))?
        .first()
        .copied())
}
