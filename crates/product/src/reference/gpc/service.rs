//! Searching the classification.

use super::{
    GpcNode,
    model::{Entry, name},
    segments::SEGMENTS,
    store::{self, Wanted},
};
use db::{AnyConnection, Fault, fold};
use kernel::Page;
use std::collections::{HashMap, HashSet};
use web::PageQuery;

pub(super) fn find(c: &mut AnyConnection, wanted: &Wanted, page: PageQuery) -> Result<Page<GpcNode>, Fault> {
    if store::is_empty(c)? {
        return Ok(find_shipped(wanted, page));
    }
    let (found, total) = store::search(c, wanted, page.size(), page.offset())?;
    let codes: Vec<_> = found.iter().map(|e| e.code.clone()).collect();
    let parents = store::parents_among(c, &codes)?;
    let above = ancestors(c, &found)?;
    let nodes = found
        .into_iter()
        .map(|e| node(&e, &above, parents.contains(&e.code)));
    Ok(page.of(nodes.collect(), total))
}

fn node(e: &Entry, above: &HashMap<String, Entry>, has_children: bool) -> GpcNode {
    let mut path = vec![];
    let mut at = e.parent.as_ref();
    while let Some(parent) = at.and_then(|code| above.get(code)) {
        path.push(name(parent));
        at = parent.parent.as_ref();
    }
    path.reverse();
    GpcNode {
        code: e.code.clone(),
        title: e.title.clone(),
        title_en: e.title_en.clone(),
        level: e.level,
        path,
        has_children,
    }
}

/// All that stands above some entries, one level at a time.
fn ancestors(c: &mut AnyConnection, of: &[Entry]) -> Result<HashMap<String, Entry>, Fault> {
    let mut known = HashMap::new();
    let mut wanted: HashSet<String> = of.iter().filter_map(|e| e.parent.clone()).collect();
    while !wanted.is_empty() {
        let found = store::load(c, &wanted)?;
        wanted = found
            .iter()
            .filter_map(|e| e.parent.clone())
            .filter(|code| !known.contains_key(code))
            .collect();
        known.extend(found.into_iter().map(|e| (e.code.clone(), e)));
    }
    Ok(known)
}

fn find_shipped(wanted: &Wanted, page: PageQuery) -> Page<GpcNode> {
    let keyword = fold(&wanted.keyword);
    let fits = |e: &Entry| {
        let text = fold(&format!("{} {}", e.title, e.title_en));
        e.code.starts_with(&keyword) || keyword.split(' ').all(|word| text.contains(word))
    };
    let found: Vec<_> = shipped().filter(|e| wanted.parent.is_none() && fits(e)).collect();
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from(page.offset()).unwrap_or(usize::MAX);
    let take = usize::try_from(page.size()).unwrap_or(usize::MAX);
    let none = HashMap::new();
    let nodes = found.iter().skip(skip).take(take).map(|e| node(e, &none, false));
    page.of(nodes.collect(), total)
}

/// The name of an entry: as imported, or as shipped.
///
/// # Errors
/// When the database fails.
pub(crate) fn title(c: &mut AnyConnection, code: &str) -> Result<Option<String>, Fault> {
    let imported = store::load(c, &HashSet::from([code.to_owned()]))?.pop();
    let known = imported.or_else(|| shipped().find(|e| e.code == code));
    Ok(known.map(|e| e.title))
}

/// Whether a code is in no classification we know of. Without an import that can be told of the first level and of what cannot
/// stand below it; bricks, which all begin with 10, are then taken as they are.
///
/// # Errors
/// When the database fails.
pub(crate) fn is_unknown(c: &mut AnyConnection, code: &str) -> Result<bool, Fault> {
    if title(c, code)?.is_some() {
        return Ok(false);
    }
    let is_brick = code.starts_with("10");
    let segment = code.get(..2).unwrap_or_default();
    let is_below =
        !code.ends_with("000000") && SEGMENTS.iter().any(|(known, _, _)| known.starts_with(segment));
    Ok(!(store::is_empty(c)? && (is_brick || is_below)))
}

/// What is known of the first level without an import.
fn shipped() -> impl Iterator<Item = Entry> {
    SEGMENTS.iter().map(|(code, title, title_en)| Entry {
        code: (*code).to_owned(),
        level: 1,
        parent: None,
        title: (*title).to_owned(),
        title_en: (*title_en).to_owned(),
    })
}
