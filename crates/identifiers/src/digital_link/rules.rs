//! The rules of the dictionary about which application identifiers go together.

use super::{Ai, Error, dictionary::Entry};

/// Checks that `ai` may follow the qualifiers `before` in the path below `key`.
pub(super) fn check_qualifier(
    (key, key_entry): (Ai, &Entry),
    before: impl Iterator<Item = Ai> + Clone,
    ai: Ai,
) -> Result<(), Error> {
    let orders = key_entry.key.unwrap_or_default();
    let with = before.clone().chain([ai]);
    if orders.iter().any(|order| is_subsequence(with.clone(), order)) {
        return Ok(());
    }
    if !orders.iter().any(|order| order.contains(&ai)) {
        return Err(Error::NotQualifier { ai, key });
    }
    // It has a place under this key, but not behind those that are there.
    let together = orders
        .iter()
        .find(|order| with.clone().all(|ai| order.contains(&ai)));
    let later = together.and_then(|order| {
        let place = |ai: Ai| order.iter().position(|listed| *listed == ai);
        before.clone().find(|other| place(*other) > place(ai))
    });
    Err(match (later, before.last()) {
        (Some(other), _) => Error::Order { ai, other },
        (None, Some(other)) => Error::Alternatives { ai, other },
        (None, None) => Error::NotQualifier { ai, key },
    })
}

/// Whether an attribute could also stand in this path, and therefore must.
pub(super) fn belongs_in_path(key: &Entry, qualifiers: impl Iterator<Item = Ai> + Clone, ai: Ai) -> bool {
    let orders = key.key.unwrap_or_default();
    orders
        .iter()
        .any(|order| order.contains(&ai) && qualifiers.clone().all(|other| order.contains(&other)))
}

/// Checks what an entry requires and excludes against all application identifiers of the link.
pub(super) fn check_pairs(ai: Ai, entry: &Entry, all: impl Iterator<Item = Ai> + Clone) -> Result<(), Error> {
    for requirement in entry.requires {
        let is_met = requirement.any_of.iter().any(|group| {
            group
                .iter()
                .all(|pattern| all.clone().any(|other| pattern.matches(other)))
        });
        if !is_met {
            return Err(Error::Requires {
                ai,
                needs: requirement.text,
            });
        }
    }
    let is_excluded =
        |other: &Ai| *other != ai && entry.excludes.iter().any(|pattern| pattern.matches(*other));
    match all.clone().find(is_excluded) {
        Some(other) => Err(Error::Excludes { ai, other }),
        None => Ok(()),
    }
}

fn is_subsequence(ais: impl Iterator<Item = Ai>, order: &[Ai]) -> bool {
    let mut order = order.iter();
    let mut ais = ais;
    ais.all(|ai| order.any(|listed| *listed == ai))
}
