//! What something in a pack is worth.

use super::{Ground, Own, Registry, Truth, inside, own_in};
use crate::{pack::Content, recalled::Recall};
use identifiers::serial::{Place, Span};
use product::BatchId;

/// What something in a pack is worth: of a run of units, whatever is true of any of them.
///
/// # Errors
/// When the registry cannot be read.
pub fn of_content<R: Registry>(r: &mut R, row: &Content) -> Result<Truth, R::Error> {
    let Some(ground) = r.ground(&row.product_id)? else {
        return Ok(Truth::not_issued());
    };
    match row.span() {
        Some(span) => of_run(r, &ground, &span),
        None => of_things(r, &ground, row.batch_id.as_ref()),
    }
}

/// What things of a product or of a batch are worth.
///
/// # Errors
/// When the registry cannot be read.
pub fn of_things<R: Registry>(
    r: &mut R,
    ground: &Ground,
    batch: Option<&BatchId>,
) -> Result<Truth, R::Error> {
    let batch = match batch {
        Some(id) => r.batch(id)?,
        None => None,
    };
    let own = Own {
        ground,
        batch: batch.as_deref().map(|b| (&b.id, b.stand())),
        unit: None,
        expires_on: batch.as_deref().and_then(|b| b.expires_on),
    };
    Ok(Truth::of(own.findings(r.today())))
}

/// What a run of units is worth: whatever is true of any of them, and of what is in them.
///
/// # Errors
/// When the registry cannot be read.
pub fn of_run<R: Registry>(r: &mut R, ground: &Ground, span: &Span) -> Result<Truth, R::Error> {
    let mut found = vec![];
    for range in r.ranges(&ground.id, span)? {
        let Some(part) = range.span().common(span) else {
            continue;
        };
        for place in places_that_differ(&ground.recalls, &part) {
            for finding in own_in(r, ground, &place, &range)? {
                if !found.contains(&finding) {
                    found.push(finding);
                }
            }
        }
    }
    if ground.is_pack {
        found.extend(inside(r, &ground.id, span)?);
    }
    Ok(Truth::of(found))
}

/// One unit of a part for each set of recalls that units of it fall under: its first, and where a recall of single units
/// begins in it or has just ended.
fn places_that_differ(recalls: &[Recall], part: &Span) -> Vec<Place> {
    let within = recalls.iter().filter_map(|recall| recall.span()?.common(part));
    let edges = within.flat_map(|s| [s.first, s.last.saturating_add(1)]);
    let mut numbers: Vec<_> = edges.chain([part.first]).filter(|n| *n <= part.last).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let place = |number| Place {
        number,
        ..part.start()
    };
    numbers.into_iter().map(place).collect()
}
