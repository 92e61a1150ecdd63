//! A plain reference of what codes are worth: every unit and every box by itself, every answer by looking at all of them.

use std::collections::BTreeMap;

pub(super) const UNITS: usize = 24;
pub(super) const BOXES: usize = 8;
pub(super) const BATCHES: usize = 4;
const DEPTH: usize = 5;

/// A unit of the goods.
#[derive(Default, Clone)]
pub(super) struct Unit {
    pub(super) batch: Option<usize>,
    pub(super) voided: Option<String>,
    pub(super) parent: Option<usize>,
}

/// A unit of the boxes.
#[derive(Default, Clone)]
pub(super) struct Case {
    pub(super) voided: Option<String>,
    pub(super) parent: Option<usize>,
    /// Goods by number: of a batch, or of the product.
    pub(super) counts: BTreeMap<Option<usize>, i64>,
}

#[derive(Default, Clone)]
pub(super) struct Batch {
    pub(super) voided: Option<String>,
    /// Days from the beginning until it is past its date.
    pub(super) good_for: Option<i64>,
}

/// What a recall is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Of {
    Goods,
    Batch(usize),
    Units(usize, usize),
    Boxes(usize, usize),
}

pub(super) struct Recall {
    pub(super) id: String,
    pub(super) of: Of,
    pub(super) reason: String,
}

/// Everything that was issued, and the recalls that are open.
#[derive(Default)]
pub(super) struct Model {
    pub(super) issued: usize,
    pub(super) units: Vec<Unit>,
    pub(super) boxes: Vec<Case>,
    pub(super) batches: Vec<Batch>,
    pub(super) recalls: Vec<Recall>,
    pub(super) day: i64,
    pub(super) is_disabled: bool,
}

/// One thing that is true: verdict, level, quantity, reason, and the serial of the pack.
pub(super) type Fact = (String, String, i64, String, String);

fn fact(verdict: &str, level: &str, quantity: i64, reason: &str, pack: &str) -> Fact {
    (
        verdict.to_owned(),
        level.to_owned(),
        quantity,
        reason.to_owned(),
        pack.to_owned(),
    )
}

impl Model {
    pub(super) fn new() -> Self {
        Self {
            units: vec![Unit::default(); UNITS],
            boxes: vec![Case::default(); BOXES],
            batches: vec![Batch::default(); BATCHES],
            ..Self::default()
        }
    }

    fn is_expired(&self, batch: Option<usize>) -> bool {
        batch
            .and_then(|b| self.batches[b].good_for)
            .is_some_and(|days| days < self.day)
    }

    /// The recalls a unit falls under, the finest first.
    fn recalls_of_unit(&self, n: usize) -> Vec<(&Recall, &'static str)> {
        let level = |of: &Of| match of {
            Of::Units(first, last) if (*first..=*last).contains(&n) => Some((0, "unit")),
            Of::Batch(b) if self.units[n].batch == Some(*b) => Some((1, "batch")),
            Of::Goods => Some((2, "product")),
            _ => None,
        };
        let mut found: Vec<_> = self
            .recalls
            .iter()
            .filter_map(|r| level(&r.of).map(|(order, level)| (order, r, level)))
            .collect();
        found.sort_by_key(|(order, ..)| *order);
        found.into_iter().map(|(_, r, level)| (r, level)).collect()
    }

    fn recalls_of_box(&self, n: usize) -> Vec<&Recall> {
        let covers = |of: &Of| matches!(of, Of::Boxes(first, last) if (*first..=*last).contains(&n));
        self.recalls.iter().filter(|r| covers(&r.of)).collect()
    }

    /// Whether a unit or anything it is in may not be packed.
    pub(super) fn is_unit_recalled(&self, n: usize) -> bool {
        !self.recalls_of_unit(n).is_empty()
    }

    /// Whether a box is recalled, or is in one that is.
    pub(super) fn is_box_recalled(&self, n: usize) -> bool {
        let mut at = Some(n);
        for _ in 0..=DEPTH {
            let Some(n) = at else { return false };
            if !self.recalls_of_box(n).is_empty() {
                return true;
            }
            at = self.boxes[n].parent;
        }
        false
    }

    fn disabled(&self, facts: &mut Vec<Fact>) {
        if self.is_disabled {
            facts.push(fact("maker_disabled", "", 0, "", ""));
        }
    }

    fn above(&self, mut at: Option<usize>, facts: &mut Vec<Fact>) {
        for _ in 0..DEPTH {
            let Some(n) = at else { return };
            for recall in self.recalls_of_box(n) {
                facts.push(fact("in_recalled", "unit", 0, &recall.reason, &format!("X{n}")));
            }
            at = self.boxes[n].parent;
        }
    }

    /// All that is true of the code of the goods.
    pub(super) fn goods(&self) -> Vec<Fact> {
        let mut facts = vec![];
        for recall in self.recalls.iter().filter(|r| r.of == Of::Goods) {
            facts.push(fact("recalled", "product", 0, &recall.reason, ""));
        }
        self.disabled(&mut facts);
        facts
    }

    /// All that is true of a batch.
    pub(super) fn batch(&self, b: usize) -> Vec<Fact> {
        let mut facts = vec![];
        if let Some(reason) = &self.batches[b].voided {
            facts.push(fact("voided", "batch", 0, reason, ""));
        }
        for recall in &self.recalls {
            match recall.of {
                Of::Goods => facts.push(fact("recalled", "product", 0, &recall.reason, "")),
                Of::Batch(own) if own == b => facts.push(fact("recalled", "batch", 0, &recall.reason, "")),
                _ => {}
            }
        }
        if self.is_expired(Some(b)) {
            facts.push(fact("expired", "", 0, "", ""));
        }
        self.disabled(&mut facts);
        facts
    }

    /// All that is true of a unit that was issued.
    pub(super) fn unit(&self, n: usize) -> Vec<Fact> {
        let unit = &self.units[n];
        let mut facts = vec![];
        if let Some(reason) = &unit.voided {
            facts.push(fact("voided", "unit", 0, reason, ""));
        }
        if let Some(reason) = unit.batch.and_then(|b| self.batches[b].voided.as_ref()) {
            facts.push(fact("voided", "batch", 0, reason, ""));
        }
        for (recall, level) in self.recalls_of_unit(n) {
            facts.push(fact("recalled", level, 0, &recall.reason, ""));
        }
        if self.is_expired(unit.batch) {
            facts.push(fact("expired", "", 0, "", ""));
        }
        self.disabled(&mut facts);
        self.above(unit.parent, &mut facts);
        facts
    }

    /// All that is true of a box, of what it is in and of what is in it.
    pub(super) fn case(&self, n: usize) -> Vec<Fact> {
        let case = &self.boxes[n];
        let mut facts = vec![];
        if let Some(reason) = &case.voided {
            facts.push(fact("voided", "unit", 0, reason, ""));
        }
        for recall in self.recalls_of_box(n) {
            facts.push(fact("recalled", "unit", 0, &recall.reason, ""));
        }
        self.disabled(&mut facts);
        self.above(case.parent, &mut facts);
        let mut inside = Inside::default();
        self.look_into(n, &mut inside, 0);
        facts.extend(inside.facts());
        facts
    }

    fn look_into(&self, n: usize, inside: &mut Inside, depth: usize) {
        if depth >= DEPTH {
            return;
        }
        for (u, unit) in self.units.iter().enumerate().filter(|(_, u)| u.parent == Some(n)) {
            let dead = unit.voided.is_some() || unit.batch.is_some_and(|b| self.batches[b].voided.is_some());
            inside.voided += i64::from(dead);
            inside.expired += i64::from(self.is_expired(unit.batch));
            if let Some((recall, level)) = self.recalls_of_unit(u).first() {
                inside.recalled(recall, level, 1);
            }
        }
        for (batch, quantity) in &self.boxes[n].counts {
            let dead = batch.is_some_and(|b| self.batches[b].voided.is_some());
            inside.voided += if dead { *quantity } else { 0 };
            inside.expired += if self.is_expired(*batch) { *quantity } else { 0 };
            let coarse = [batch.map(Of::Batch), Some(Of::Goods)]
                .into_iter()
                .flatten()
                .find_map(|of| self.recalls.iter().find(|r| r.of == of));
            match coarse {
                Some(recall) if recall.of == Of::Goods => inside.recalled(recall, "product", *quantity),
                Some(recall) => inside.recalled(recall, "batch", *quantity),
                None => {
                    for recall in &self.recalls {
                        let of_it = |(first, last): (usize, usize)| {
                            batch.is_none() || (first..=last).any(|u| self.units[u].batch == *batch)
                        };
                        match recall.of {
                            Of::Units(first, last) if of_it((first, last)) => inside.may_be(recall, "unit"),
                            Of::Batch(_) if batch.is_none() => inside.may_be(recall, "batch"),
                            _ => {}
                        }
                    }
                }
            }
        }
        for (x, case) in self.boxes.iter().enumerate().filter(|(_, c)| c.parent == Some(n)) {
            inside.voided += i64::from(case.voided.is_some());
            if let Some(recall) = self.recalls_of_box(x).first() {
                inside.recalled(recall, "unit", 1);
            }
            self.look_into(x, inside, depth + 1);
        }
    }

    /// Whether anything in a box is recalled, or may be.
    pub(super) fn holds_recalled(&self, n: usize) -> bool {
        let mut inside = Inside::default();
        self.look_into(n, &mut inside, 0);
        !inside.recalled.is_empty() || !inside.may_be.is_empty()
    }
}

#[derive(Default)]
struct Inside {
    recalled: BTreeMap<String, (String, String, i64)>,
    may_be: BTreeMap<String, (String, String)>,
    voided: i64,
    expired: i64,
}

impl Inside {
    fn recalled(&mut self, recall: &Recall, level: &str, quantity: i64) {
        let counted = self.recalled.entry(recall.id.clone());
        counted
            .or_insert_with(|| (level.to_owned(), recall.reason.clone(), 0))
            .2 += quantity;
    }

    fn may_be(&mut self, recall: &Recall, level: &str) {
        self.may_be
            .insert(recall.id.clone(), (level.to_owned(), recall.reason.clone()));
    }

    fn facts(self) -> Vec<Fact> {
        let recalled = self.recalled.into_values();
        let recalled = recalled.map(|(level, reason, n)| fact("contains_recalled", &level, n, &reason, ""));
        let may_be = self.may_be.into_values();
        let may_be = may_be.map(|(level, reason)| fact("may_contain_recalled", &level, 0, &reason, ""));
        let counted = [
            ("contains_voided", self.voided),
            ("contains_expired", self.expired),
        ];
        let counted = counted
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(verdict, n)| fact(verdict, "", n, "", ""));
        recalled.chain(may_be).chain(counted).collect()
    }
}
