//! Units as if each had a row.

use super::{
    model::{UnitFilter, UnitView},
    parents::{self, Parent},
};
use crate::{
    CodeState,
    batch::Batch,
    pack,
    unit::{self, RangeFilter, UnitRange},
    verdict::{Finding, Registered, Truth, inside, own_in},
};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::{
    Scanned, SerialNo,
    serial::{Place, Span},
};
use product::{CodingLevel, Product, ProductId, PublicBase};
use web::PageQuery;

/// One page of the units a filter means, and how many there are in all.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: UnitFilter,
    page: PageQuery,
    base: &PublicBase,
) -> Result<(Vec<UnitView>, i64), pack::Error> {
    let (product_id, spans) = wanted_units(c, &filter)?;
    let ranges = RangeFilter {
        product_id,
        batch_id: filter.batch_id,
        state: filter.state,
        spans,
    };
    let outlines = unit::outlines(c, &ranges)?;
    let clip = |range: Span| clipped(range, ranges.spans.as_deref());
    let page_ends = page.offset().saturating_add(page.size());
    let (mut total, mut first_range, mut wanted) = (0_i64, None, 0);
    let mut skip = 0;
    for (i, outline) in outlines.into_iter().enumerate() {
        let count: i64 = clip(outline).iter().map(Span::count).sum();
        if total < page_ends && total.saturating_add(count) > page.offset() {
            if first_range.is_none() {
                first_range = i64::try_from(i).ok();
                skip = page.offset() - total;
            }
            wanted += 1;
        }
        total = total.saturating_add(count);
    }
    let Some(first_range) = first_range else {
        return Ok((vec![], total));
    };
    let rows = unit::slice(c, &ranges, first_range, wanted)?;
    let today = c.now().beijing_date();
    let mut r = Registered::new(c);
    let mut items = vec![];
    let mut left = page.size();
    for (range, product, batch) in rows {
        for part in clip(range.span()) {
            // What comes before the page is counted, not walked: there may be millions.
            if skip >= part.count() {
                skip -= part.count();
                continue;
            }
            let first = part.first + std::mem::take(&mut skip);
            let last = part.last.min(first + left - 1);
            let shown = Span {
                first,
                last,
                ..part.clone()
            };
            let parents = parents::of(&mut r, &product.id, &shown)?;
            for number in first..=last {
                let found = (&range, &product, batch.as_ref());
                items.push(view(&mut r, (number, today), found, &parents, base)?);
            }
            left -= last - first + 1;
            if left == 0 {
                return Ok((items, total));
            }
        }
    }
    Ok((items, total))
}

/// Which product's units are meant, and which of them. What a scanner read names its product; a code that names no unit means all.
fn wanted_units(
    c: &mut TenantConn<'_>,
    filter: &UnitFilter,
) -> Result<(Option<ProductId>, Option<Vec<Span>>), pack::Error> {
    let product_id = filter.product_id.clone();
    let Some(text) = filter.serial.as_deref() else {
        return Ok((product_id, None));
    };
    if let Some(code) = Scanned::read(text).filter(|code| !code.is_number(text)) {
        let named = product::find_living(c, code.gtin.gtin14())?;
        let spans = match (&named, product_id.is_some() && product_id != named) {
            (Some(_), false) => code.serial.map(|serial| vec![Span::one(&serial)]),
            _ => Some(vec![]),
        };
        return Ok((product_id.or(named), spans));
    }
    let spans = unit::spans_starting_with(c, product_id.as_ref(), text)?;
    Ok((product_id, Some(spans)))
}

/// One unit.
pub(super) fn find(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    serial: &SerialNo,
    base: &PublicBase,
) -> Result<UnitView, pack::Error> {
    let span = Span::one(serial);
    let Place { number, .. } = Place::of(serial);
    let filter = RangeFilter {
        product_id: Some(product.clone()),
        spans: Some(vec![span]),
        ..RangeFilter::default()
    };
    let found = unit::slice(c, &filter, 0, 1)?.pop();
    let (range, product, batch) = found.ok_or_else(|| unit::Error::NotFound {
        serial: serial.to_string(),
    })?;
    let today = c.now().beijing_date();
    let mut r = Registered::new(c);
    let parents = parents::of(&mut r, &product.id, &Span::one(serial))?;
    let found = (&range, &product, batch.as_ref());
    view(&mut r, (number, today), found, &parents, base)
}

/// The parts of a range that lie in one of the wanted spans; there is one wanted span of each kind.
fn clipped(range: Span, wanted: Option<&[Span]>) -> Vec<Span> {
    let Some(wanted) = wanted else { return vec![range] };
    let same_kind = wanted
        .iter()
        .filter(|w| w.prefix == range.prefix && w.width == range.width);
    same_kind
        .map(|w| Span {
            first: range.first.max(w.first),
            last: range.last.min(w.last),
            ..range.clone()
        })
        .filter(|s| s.first <= s.last)
        .collect()
}

fn view(
    registered: &mut Registered<'_, '_>,
    (number, today): (i64, NaiveDate),
    (r, p, b): (&UnitRange, &Product, Option<&Batch>),
    parents: &[Parent],
    base: &PublicBase,
) -> Result<UnitView, pack::Error> {
    let serial = r.span().serial(number);
    let place = Place {
        number,
        ..r.span().start()
    };
    let (parent, above) = parents::at(parents, number);
    let truth = truth(registered, (r, &place), above)?;
    let own = (r.state, &r.state_reason);
    let above = [
        b.map(|b| (b.state, &b.state_reason)),
        Some((CodeState::below(p), &p.state_reason)),
    ];
    let (state, state_reason) = std::iter::once(own)
        .chain(above.into_iter().flatten())
        .find(|(state, _)| *state != CodeState::Active)
        .unwrap_or((CodeState::Active.into(), &None));
    let expires_on = r.expires_on.or_else(|| b.and_then(|b| b.expires_on));
    let ex_factory_on = r.ex_factory_on.or_else(|| b.and_then(|b| b.ex_factory_on));
    Ok(UnitView {
        uri: base.unit(&p.gtin, &serial),
        product_id: p.id.clone(),
        trace_code: p.trace_code.clone(),
        product_name: p.name.clone(),
        serial,
        batch_id: r.batch_id.clone(),
        batch_no: b.map(|b| b.batch_no.clone()),
        made_on: r.made_on.or_else(|| b.map(|b| b.made_on)),
        is_ex_factory: ex_factory_on.is_some() || expires_on.is_some_and(|day| day < today),
        expires_on,
        ex_factory_on,
        parent,
        is_pack: p.coding_level == CodingLevel::Combination,
        state,
        state_reason: state_reason.clone(),
        verdict: truth.verdict(),
        findings: truth.into_findings(),
        issued_at: r.issued_at,
    })
}

/// What a unit is worth, with what is true because of the packs it is in.
fn truth(
    r: &mut Registered<'_, '_>,
    (range, at): (&UnitRange, &Place),
    above: &[Finding],
) -> Result<Truth, pack::Error> {
    let (_, ground) = r.product(&range.product_id)?;
    let mut found = own_in(r, &ground, at, range)?;
    found.extend_from_slice(above);
    if ground.is_pack {
        found.extend(inside(r, &ground.id, &Span::at(at))?);
    }
    Ok(Truth::of(found))
}
