//! Random operations on units, against a plain table with a row for every unit: what each operation answers, and
//! what the lists, the counts and the scans say afterwards.

use super::model::{BATCHES, Model, NUMBERS, PREFIXES, Step, Unit, serial};
use serde_json::{Value, json};
use tests::{Actor, Dice, STEPS_OF_A_WALK, TestApp, walks};

struct World {
    app: TestApp,
    acme: Actor,
    product: String,
    batches: Vec<String>,
}

impl World {
    fn new() -> Self {
        let (app, acme, _) = TestApp::with_two_enterprises();
        let product = app.product(&acme, "6901234567892").to_string();
        let batches = (0..BATCHES)
            .map(|b| acme.batch(&product, &format!("B{b}")))
            .collect();
        Self {
            app,
            acme,
            product,
            batches,
        }
    }

    fn perform(&self, step: &Step) -> u16 {
        let span = |prefix: usize, first: usize, count: usize| {
            json!({"product_id": self.product, "first_serial": serial(prefix, first), "quantity": count,
                   "last_serial": serial(prefix, first + count - 1)})
        };
        let (path, body) = match *step {
            Step::Issue {
                prefix,
                first,
                count,
                batch,
            } => {
                let order = json!({"product_id": self.product, "serial_prefix": PREFIXES[prefix], "quantity": count,
                                   "first_serial": format!("{first:03}"), "batch_no": batch.map(|b| format!("B{b}"))});
                ("/api/v1/unit-issues".to_owned(), order)
            }
            Step::Associate {
                prefix,
                first,
                count,
                batch,
            } => {
                let mut with = span(prefix, first, count);
                with["batch_no"] = json!(format!("B{batch}"));
                ("/api/v1/unit-associations".to_owned(), with)
            }
            Step::Void { prefix, first, count } => {
                let mut ended = span(prefix, first, count);
                ended["reason"] = json!("印刷错误");
                ("/api/v1/unit-voids".to_owned(), ended)
            }
            Step::VoidBatch { batch } => (
                format!("/api/v1/batches/{}/void", self.batches[batch]),
                json!({"reason": "召回"}),
            ),
        };
        self.acme.post(&path, &body).status
    }

    /// One page of a list, against the table.
    fn compare(&self, model: &Model, dice: &mut Dice) {
        let batch = Some(dice.roll(BATCHES * 3)).filter(|b| *b < BATCHES);
        let state = ["", "active", "voided"][dice.roll(3)];
        let text = ["", "A", "A0", "A01", "A00", "A000", "A0012", "B"][dice.roll(8)];
        let (size, page) = (1 + dice.roll(20), 1 + dice.roll(6));
        let fits = |s: &str, u: &Unit| {
            let state_fits = state.is_empty() || (state == "voided") == model.is_ended(u);
            batch.is_none_or(|b| u.batch == Some(b)) && state_fits && s.starts_with(text)
        };
        let wanted = model.list(fits);
        let of_batch = batch
            .map(|b| format!("&batch_id={}", self.batches[b]))
            .unwrap_or_default();
        let of_state = if state.is_empty() {
            String::new()
        } else {
            format!("&state={state}")
        };
        let query = format!("page={page}&page_size={size}{of_state}&serial={text}{of_batch}");
        let found = self.acme.get(&format!("/api/v1/units?{query}")).expect(200);
        assert_eq!(found["total"], wanted.len(), "{query}");
        let shown: Vec<_> = wanted
            .iter()
            .skip((page - 1) * size)
            .take(size)
            .map(|(s, u)| self.seen(model, s, u))
            .collect();
        let items = found["items"].as_array().unwrap().iter();
        let items: Vec<_> = items
            .map(|u| json!([u["serial"], u["state"], u["batch_no"]]))
            .collect();
        assert_eq!(items, shown, "{query}");
    }

    fn seen(&self, model: &Model, serial: &str, unit: &Unit) -> Value {
        let state = if model.is_ended(unit) { "voided" } else { "active" };
        json!([serial, state, unit.batch.map(|b| format!("B{b}"))])
    }

    /// Counts and scans, against the table.
    fn compare_counts(&self, model: &Model, dice: &mut Dice) {
        let overview = self.acme.get("/api/v1/coding-overview").expect(200);
        let ended = model.list(|_, u| model.is_ended(u)).len();
        assert_eq!(
            (&overview["units"], &overview["voided_units"]),
            (&json!(model.list(|_, _| true).len()), &json!(ended))
        );
        let of_batch = |b| model.list(|_, u| u.batch == Some(b)).len();
        let b = dice.roll(BATCHES);
        assert_eq!(
            self.acme
                .get(&format!("/api/v1/batches/{}", self.batches[b]))
                .expect(200)["units"],
            of_batch(b)
        );
        let (prefix, n) = (dice.roll(2), dice.roll(NUMBERS));
        let answer = self
            .app
            .scan(&format!("/01/06901234567892/21/{}", serial(prefix, n)))
            .json();
        let verdict = match &model.units[prefix][n] {
            None => "not_issued",
            Some(unit) if model.is_ended(unit) => "voided",
            Some(_) => "valid",
        };
        assert_eq!(answer["verdict"], verdict, "{answer}");
    }
}

/// Random steps; the table says what each must do.
fn walk(seed: u64) {
    let (world, mut model, mut dice) = (World::new(), Model::new(), Dice::new(seed));
    let mut done = 0;
    for n in 0..STEPS_OF_A_WALK {
        let step = Step::roll(&mut dice);
        let expected = model.apply(&step);
        let status = world.perform(&step);
        assert_eq!(status, expected, "seed {seed}, step {n}: {step:?}");
        done += usize::from(status < 300);
        world.compare(&model, &mut dice);
        if n % 5 == 0 {
            world.compare_counts(&model, &mut dice);
        }
    }
    assert!(done >= 40, "seed {seed}: only {done} steps did anything");
}

#[test]
fn random_walks_one() {
    walks(1..=4).for_each(walk);
}

#[test]
fn random_walks_two() {
    walks(5..=8).for_each(walk);
}
