use super::area::{Region, Withdrawn};
use std::sync::LazyLock;

/// The current regions in the order of their codes, taken apart at first use.
pub(super) static CURRENT: LazyLock<Vec<Region>> = LazyLock::new(|| {
    lines(include_str!("../../data/regions-2024.txt"))
        .filter_map(|line| {
            let (code, name) = line.split_once(' ')?;
            Some(Region {
                code: code.parse().ok()?,
                name,
            })
        })
        .collect()
});

/// The withdrawn codes in order, taken apart at first use.
pub(super) static WITHDRAWN: LazyLock<Vec<(u32, Withdrawn)>> = LazyLock::new(|| {
    lines(include_str!("../../data/regions-withdrawn.txt"))
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let code = fields.next()?.parse().ok()?;
            let name = fields.next()?;
            let year = fields.next()?.parse().ok()?;
            let successors = fields.filter_map(|field| field.parse().ok()).collect();
            Some((
                code,
                Withdrawn {
                    name,
                    year,
                    successors,
                },
            ))
        })
        .collect()
});

/// The regions from code `first` to before code `end`.
pub(super) fn between(regions: &[Region], first: u32, end: u32) -> &[Region] {
    let start = regions.partition_point(|region| region.code < first);
    let stop = regions.partition_point(|region| region.code < end);
    regions.get(start..stop).unwrap_or_default()
}

/// The lines below the header.
fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_sorted() {
        let (current, withdrawn) = (&*CURRENT, &*WITHDRAWN);
        assert_eq!((current.len(), withdrawn.len()), (3213, 3237));
        assert!(current.is_sorted_by(|a, b| a.code < b.code));
        assert!(withdrawn.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(
            current
                .iter()
                .all(|region| (110_000..830_000).contains(&region.code) && !region.name.is_empty())
        );
        assert!(withdrawn.iter().all(|(_, w)| (1981..=2024).contains(&w.year)));
    }

    #[test]
    fn successors_are_listed_codes() {
        for (code, withdrawn) in WITHDRAWN.iter() {
            for next in &withdrawn.successors {
                let known = CURRENT.iter().any(|region| region.code == *next)
                    || WITHDRAWN.iter().any(|(listed, _)| listed == next);
                assert!(known && next != code, "{code} -> {next}");
            }
        }
    }
}
