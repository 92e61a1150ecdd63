//! Every place that says what a code is worth, against the plain reference.

use super::{
    model::{BATCHES, BOXES, Fact, Recall, UNITS},
    walk::Walk,
};
use serde_json::Value;

const GTIN: &str = "/01/06901234567892";
const BOX_GTIN: &str = "/01/06901234567908";

/// Graver verdicts come later.
const ORDER: [&str; 12] = [
    "contains_expired",
    "contains_voided",
    "expired",
    "maker_disabled",
    "undecided",
    "in_recalled",
    "may_contain_recalled",
    "contains_recalled",
    "inactive",
    "recalled",
    "voided",
    "not_issued",
];

impl Walk {
    pub(super) fn scan_all(&self, after: &str) {
        let issued = self.model.issued;
        for n in 0..UNITS {
            let path = format!("{GTIN}/21/A{n:02}");
            if n < issued {
                self.same(
                    &self.app.scan(&path).expect(200),
                    self.model.unit(n),
                    &path,
                    after,
                );
            } else {
                assert_eq!(self.app.scan(&path).expect(404)["verdict"], "not_issued");
            }
        }
        for n in 0..BOXES {
            let path = format!("{BOX_GTIN}/21/X{n}");
            let answer = self.app.scan(&path).expect(200);
            self.same(&answer, self.model.case(n), &path, after);
            if let Some(parent) = self.model.boxes[n].parent {
                let wanted = verdict(&self.model.case(parent));
                assert_eq!(answer["parent"]["verdict"], wanted, "{path} after {after}");
            }
        }
        for b in 0..BATCHES {
            let path = format!("{GTIN}/10/B{b}");
            self.same(
                &self.app.scan(&path).expect(200),
                self.model.batch(b),
                &path,
                after,
            );
        }
        self.same(&self.app.scan(GTIN).expect(200), self.model.goods(), GTIN, after);
    }

    /// The console's lists and details say what the scans say.
    pub(super) fn list_all(&self, after: &str) {
        let all = |path: &str| {
            self.acme.get(path).expect(200)["items"]
                .as_array()
                .unwrap()
                .clone()
        };
        let units = all(&format!("/api/v1/units?product_id={}&page_size=200", self.goods));
        assert_eq!(units.len(), self.model.issued);
        for unit in units {
            let serial = unit["serial"].as_str().unwrap();
            let n: usize = serial[1..].parse().unwrap();
            self.same(&unit, self.model.unit(n), serial, after);
        }
        for unit in all(&format!("/api/v1/units?product_id={}&page_size=200", self.boxes)) {
            let serial = unit["serial"].as_str().unwrap();
            self.same(
                &unit,
                self.model.case(serial[1..].parse().unwrap()),
                serial,
                after,
            );
        }
        for pack in all("/api/v1/packs?page_size=200") {
            let serial = pack["serial"].as_str().unwrap();
            self.same(
                &pack,
                self.model.case(serial[1..].parse().unwrap()),
                serial,
                after,
            );
        }
        for batch in all(&format!(
            "/api/v1/batches?product_id={}&page_size=200",
            self.goods
        )) {
            let no = batch["batch_no"].as_str().unwrap();
            self.same(&batch, self.model.batch(no[1..].parse().unwrap()), no, after);
        }
        for recall in &self.model.recalls {
            self.reached(recall, after);
        }
        let n = self.model.issued.checked_sub(1);
        for (product, code, facts) in [
            (&self.goods, String::new(), Some(self.model.goods())),
            (&self.goods, "?batch_no=B1".to_owned(), Some(self.model.batch(1))),
            (&self.boxes, "?serial=X3".to_owned(), Some(self.model.case(3))),
            (
                &self.goods,
                format!("?serial=A{:02}", n.unwrap_or(0)),
                n.map(|n| self.model.unit(n)),
            ),
        ] {
            let path = format!("/api/v1/products/{product}/verdict{code}");
            if let Some(facts) = facts {
                self.same(&self.acme.get(&path).expect(200), facts, &path, after);
            }
        }
    }

    /// The packs a recall is said to reach are those that say so themselves.
    fn reached(&self, recall: &Recall, after: &str) {
        let path = format!("/api/v1/packs?recall_id={}&page_size=200", recall.id);
        let packs = self.acme.get(&path).expect(200);
        let mut listed: Vec<_> = packs["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| p["serial"].as_str().unwrap().to_owned())
            .collect();
        listed.sort();
        let tells = |n: &usize| {
            let facts = self.model.case(*n);
            facts.iter().any(|(verdict, _, _, reason, _)| {
                *reason == recall.reason && verdict.contains("contain") && verdict.ends_with("recalled")
            })
        };
        // A recall that a finer or a coarser one hides in the count still reaches.
        let told: Vec<_> = (0..BOXES).filter(tells).map(|n| format!("X{n}")).collect();
        assert!(
            told.iter().all(|serial| listed.contains(serial)),
            "{:?} after {after}: {listed:?} lacks some of {told:?}",
            recall.of
        );
    }

    fn same(&self, answer: &Value, mut wanted: Vec<Fact>, what: &str, after: &str) {
        let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        let mut found: Vec<Fact> = answer["findings"]
            .as_array()
            .unwrap_or_else(|| panic!("{what}: {answer}"))
            .iter()
            .map(|f| {
                (
                    text(&f["verdict"]),
                    text(&f["level"]),
                    f["quantity"].as_i64().unwrap_or(0),
                    text(&f["reason"]),
                    text(&f["pack"]["serial"]),
                )
            })
            .collect();
        let wanted_verdict = verdict(&wanted);
        assert_eq!(
            answer["verdict"], wanted_verdict,
            "{what} after {after}: {wanted:?}"
        );
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "{what} after {after}");
    }
}

fn verdict(facts: &[Fact]) -> String {
    let gravity = |f: &Fact| ORDER.iter().position(|v| *v == f.0);
    let gravest = facts.iter().max_by_key(|f| gravity(f));
    gravest.map_or_else(|| "valid".to_owned(), |f| f.0.clone())
}
