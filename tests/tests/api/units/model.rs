//! The plain table of units, and the operations on it.

use tests::Dice;

pub(super) const BATCHES: usize = 4;
pub(super) const NUMBERS: usize = 60;
pub(super) const PREFIXES: [&str; 2] = ["A", "A0"];

/// What is true of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) issue: usize,
    pub(super) batch: Option<usize>,
    pub(super) is_ended: bool,
}

/// The plain table. The second prefix is the first with a digit of its own, so their serials are of different length.
#[derive(Default)]
pub(super) struct Model {
    pub(super) units: [Vec<Option<Unit>>; 2],
    ended_batches: [bool; BATCHES],
    issues: usize,
}

#[derive(Debug)]
pub(super) enum Step {
    Issue {
        prefix: usize,
        first: usize,
        count: usize,
        batch: Option<usize>,
    },
    Associate {
        prefix: usize,
        first: usize,
        count: usize,
        batch: usize,
    },
    Void {
        prefix: usize,
        first: usize,
        count: usize,
    },
    VoidBatch {
        batch: usize,
    },
}

impl Step {
    /// One of the operations, at random.
    pub(super) fn roll(dice: &mut Dice) -> Self {
        let (prefix, first) = (dice.roll(2), dice.roll(NUMBERS));
        let count = 1 + dice.roll(12).min(NUMBERS - 1 - first);
        match dice.roll(100) {
            0..35 => Self::Issue {
                prefix,
                first,
                count,
                batch: Some(dice.roll(BATCHES * 2)).filter(|b| *b < BATCHES),
            },
            35..80 => Self::Associate {
                prefix,
                first,
                count,
                batch: dice.roll(BATCHES),
            },
            80..99 => Self::Void {
                prefix,
                first,
                count: count.min(2),
            },
            _ => Self::VoidBatch {
                batch: dice.roll(BATCHES),
            },
        }
    }
}

pub(super) fn serial(prefix: usize, number: usize) -> String {
    format!("{}{number:03}", PREFIXES[prefix])
}

impl Model {
    pub(super) fn new() -> Self {
        Self {
            units: [vec![None; NUMBERS], vec![None; NUMBERS]],
            ..Self::default()
        }
    }

    /// Does the step; the status it must be answered with.
    pub(super) fn apply(&mut self, step: &Step) -> u16 {
        match *step {
            Step::Issue {
                prefix,
                first,
                count,
                batch,
            } => {
                let places = &mut self.units[prefix][first..first + count];
                if batch.is_some_and(|b| self.ended_batches[b]) || places.iter().any(Option::is_some) {
                    return 409;
                }
                self.issues += 1;
                places.fill(Some(Unit {
                    issue: self.issues,
                    batch,
                    is_ended: false,
                }));
                201
            }
            Step::Associate {
                prefix,
                first,
                count,
                batch,
            } => {
                let places = &self.units[prefix][first..first + count];
                let is_missing = |u: &Option<Unit>| u.as_ref().is_none_or(|u| self.is_ended(u));
                if self.ended_batches[batch] || places.iter().any(is_missing) {
                    return 409;
                }
                let places = &mut self.units[prefix][first..first + count];
                places.iter_mut().flatten().for_each(|u| u.batch = Some(batch));
                200
            }
            Step::Void { prefix, first, count } => {
                let places = &mut self.units[prefix][first..first + count];
                if places.iter().any(Option::is_none) || places.iter().flatten().all(|u| u.is_ended) {
                    return 409;
                }
                places.iter_mut().flatten().for_each(|u| u.is_ended = true);
                200
            }
            Step::VoidBatch { batch } => {
                if std::mem::replace(&mut self.ended_batches[batch], true) {
                    409
                } else {
                    200
                }
            }
        }
    }

    pub(super) fn is_ended(&self, unit: &Unit) -> bool {
        unit.is_ended || unit.batch.is_some_and(|b| self.ended_batches[b])
    }

    /// The serials of the units that fit, in the order of the list: newest issue first, counting up.
    pub(super) fn list(&self, fits: impl Fn(&str, &Unit) -> bool) -> Vec<(String, Unit)> {
        let all = self.units.iter().enumerate().flat_map(|(prefix, units)| {
            units
                .iter()
                .enumerate()
                .filter_map(move |(n, u)| Some((serial(prefix, n), u.clone()?)))
        });
        let mut found: Vec<_> = all.filter(|(s, u)| fits(s, u)).collect();
        found.sort_by_key(|(_, u)| std::cmp::Reverse(u.issue));
        found
    }
}
