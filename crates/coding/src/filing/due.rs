use super::{Error, period::Period, store};
use chrono::NaiveDate;
use db::TenantConn;
use kernel::{Code, Lang};
use product::{FilingPeriod, Product, ProductId, events::EventKind};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use utoipa::ToSchema;

/// A period of a product whose quantity is still to be filed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueFiling {
    /// 产品编号
    pub product_id: ProductId,
    /// 产品名称
    pub product_name: String,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: String,
    /// 填报周期
    pub period: FilingPeriod,
    /// 所属期
    #[schema(example = "2026 年 10 月")]
    pub label: String,
    /// 所属期起
    pub starts_on: NaiveDate,
    /// 所属期止
    pub ends_on: NaiveDate,
    /// 截止日期
    pub due_on: NaiveDate,
    /// 已逾期
    pub is_overdue: bool,
    /// 准确数量
    ///
    /// 一物一码、组合多码须填准确数量。
    pub is_exact: bool,
    /// 本期赋码数
    ///
    /// 所属期内赋出的单品码数，供填报参考。
    pub issued: i64,
}

/// A missing period and its product.
pub(super) type Missing = (Product, Period);

/// Every period that has ended and was not filed, oldest first: since the product was activated, without the time
/// production rested.
pub(super) fn missing(c: &mut TenantConn<'_>) -> Result<Vec<Missing>, Error> {
    let today = c.now().beijing_date();
    let products = store::in_production(c)?;
    if products.is_empty() {
        return Ok(vec![]);
    }
    let filed: HashSet<_> = store::filed_since(c, Period::earliest(FilingPeriod::Yearly, today))?
        .into_iter()
        .collect();
    let rests = rests(c)?;
    let mut found = vec![];
    for product in products {
        let period = product.filing_period.and_then(Code::known);
        let Some((kind, activated)) = period.zip(product.activated_at) else {
            continue;
        };
        let from = activated.beijing_date().max(Period::earliest(kind, today));
        let rested = rests.get(&product.id).map_or(&[][..], Vec::as_slice);
        let mut next = Period::of(kind, from);
        while let Some(period) = next.filter(|p| p.ends_on < today) {
            let is_filed = filed.contains(&(product.id.clone(), period.starts_on));
            if !is_filed && !is_at_rest(&period, rested) {
                found.push((product.clone(), period));
            }
            next = period.next();
        }
    }
    found.sort_by_key(|(_, period)| period.due_on());
    Ok(found)
}

/// The days on which production of each product rested, from the day it was paused to the day it was taken up again.
type Rests = HashMap<ProductId, Vec<(NaiveDate, NaiveDate)>>;

fn rests(c: &mut TenantConn<'_>) -> Result<Rests, Error> {
    let mut rests = Rests::new();
    for (product, kind, at) in store::pauses(c)? {
        let (list, day) = (rests.entry(product).or_default(), at.beijing_date());
        match (kind, list.last_mut()) {
            (EventKind::Paused, _) => list.push((day, NaiveDate::MAX)),
            (_, Some(last)) => last.1 = day,
            (_, None) => {}
        }
    }
    Ok(rests)
}

/// Whether production rested from the first to the last day of a period.
fn is_at_rest(period: &Period, rests: &[(NaiveDate, NaiveDate)]) -> bool {
    rests
        .iter()
        .any(|(from, to)| *from <= period.starts_on && period.ends_on <= *to)
}

/// A page of what is missing, as its maker sees it.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    (offset, limit): (usize, usize),
    lang: Lang,
) -> Result<(Vec<DueFiling>, i64), Error> {
    let today = c.now().beijing_date();
    let all = missing(c)?;
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let page = all.into_iter().skip(offset).take(limit);
    let items = page.map(|(product, period)| view(c, product, &period, today, lang));
    Ok((items.collect::<Result<_, _>>()?, total))
}

/// Counts the unit codes issued in a period.
pub(super) fn issued(c: &mut TenantConn<'_>, p: &Product, period: &Period) -> Result<i64, Error> {
    match kernel::days::start_of(period.starts_on).zip(kernel::days::end_of(period.ends_on)) {
        Some(between) => store::issued_between(c, &p.id, between),
        None => Ok(0),
    }
}

fn view(
    c: &mut TenantConn<'_>,
    p: Product,
    period: &Period,
    today: NaiveDate,
    lang: Lang,
) -> Result<DueFiling, Error> {
    let issued = issued(c, &p, period)?;
    let is_exact = p.is_exact();
    Ok(DueFiling {
        product_id: p.id,
        product_name: p.name,
        trace_code: p.trace_code,
        period: period.kind,
        label: period.label(lang),
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        due_on: period.due_on(),
        is_overdue: period.due_on() < today,
        is_exact,
        issued,
    })
}
