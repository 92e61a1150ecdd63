//! Random histories: whatever is done in whatever order, every place says of every code what the plain reference says.

use super::model::{BATCHES, BOXES, Model, Of, Recall, UNITS};
use serde_json::json;
use tests::{Actor, Dice, Reply, STEPS_OF_A_WALK, TestApp, walks};

pub(super) struct Walk {
    pub(super) app: TestApp,
    pub(super) acme: Actor,
    operator: Actor,
    pub(super) goods: String,
    pub(super) boxes: String,
    batches: Vec<String>,
    pub(super) model: Model,
    dice: Dice,
    recalled: usize,
}

impl Walk {
    fn begin(seed: u64) -> Self {
        let (app, acme, _) = TestApp::with_two_enterprises();
        let goods = app.product(&acme, "6901234567892");
        let boxes = app.product_at(&acme, "6901234567908", "combination");
        acme.issue(&boxes, "X", "0", i64::try_from(BOXES).unwrap());
        let mut model = Model::new();
        let today = app.clock.now().beijing_date();
        let batches = (0..BATCHES).map(|b| {
            let good_for = [None, Some(1), Some(2), None][b];
            model.batches[b].good_for = good_for;
            let expires = good_for.map(|days| (today + chrono::Days::new(days.cast_unsigned())).to_string());
            let batch = json!({"product_id": goods.to_string(), "batch_no": format!("B{b}"), "made_on": today.to_string(),
                               "expires_on": expires, "coding_mode": "batch"});
            acme.post("/api/v1/batches", &batch).expect(201)["id"].as_str().unwrap().to_owned()
        });
        let batches = batches.collect();
        Self {
            operator: app.operator(),
            goods: goods.to_string(),
            boxes: boxes.to_string(),
            batches,
            model,
            dice: Dice::new(seed),
            recalled: 0,
            acme,
            app,
        }
    }

    fn run(&mut self) -> (usize, usize) {
        let first = self.dice.roll(UNITS);
        (first, (first + self.dice.roll(5)).min(UNITS - 1))
    }

    /// Does something, and if it was taken does it to the reference as well.
    fn step(&mut self) -> String {
        match self.dice.roll(100) {
            0..14 => self.issue(),
            14..26 => self.associate(),
            26..50 => self.pack(),
            50..58 => self.unpack(),
            58..70 => self.recall(),
            70..80 => self.end(),
            80..92 => self.void(),
            92..97 => self.next_day(),
            _ => self.disable(),
        }
    }

    fn issue(&mut self) -> String {
        let (first, count) = (self.model.issued, 1 + self.dice.roll(5));
        let count = count.min(UNITS - first);
        let batch = Some(self.dice.roll(BATCHES + 2)).filter(|b| *b < BATCHES);
        let named = batch.map(|b| format!("B{b}"));
        let said = format!("issue {count} from {first} into {named:?}");
        if count == 0 {
            return said;
        }
        let order = json!({"product_id": self.goods, "batch_no": named, "serial_prefix": "A",
                           "first_serial": format!("{first:02}"), "quantity": count});
        let reply = self.acme.post("/api/v1/unit-issues", &order);
        let recalled = |of| self.model.recalls.iter().any(|r| r.of == of);
        let refused = recalled(Of::Goods) || batch.is_some_and(|b| recalled(Of::Batch(b)));
        if taken(&reply, refused, &said) {
            self.model.issued += count;
            for unit in &mut self.model.units[first..first + count] {
                unit.batch = batch;
            }
        }
        said
    }

    fn associate(&mut self) -> String {
        let ((first, last), batch) = (self.run(), self.dice.roll(BATCHES));
        let said = format!("associate {first}–{last} with B{batch}");
        let order = json!({"product_id": self.goods, "first_serial": format!("A{first:02}"),
                           "last_serial": format!("A{last:02}"), "quantity": last - first + 1,
                           "batch_no": format!("B{batch}")});
        let reply = self.acme.post("/api/v1/unit-associations", &order);
        let named = |n: usize| {
            let own = self.model.units[n].batch;
            own != Some(batch)
                && self.model.recalls.iter().any(|r| match r.of {
                    Of::Units(f, l) => (f..=l).contains(&n),
                    Of::Batch(b) => own == Some(b),
                    _ => false,
                })
        };
        let refused =
            (first..=last).any(named) || self.model.recalls.iter().any(|r| r.of == Of::Batch(batch));
        if taken(&reply, refused, &said) {
            for unit in &mut self.model.units[first..=last] {
                unit.batch = Some(batch);
            }
        }
        said
    }

    fn pack(&mut self) -> String {
        let into = self.dice.roll(BOXES);
        let (mut refused, (first, last)) = (self.model.is_box_recalled(into), self.run());
        let kind = self.dice.roll(10);
        let (content, said) = match kind {
            0..5 => {
                refused |= (first..=last).any(|n| self.model.is_unit_recalled(n));
                let run = json!({"product_id": self.goods, "first_serial": format!("A{first:02}"),
                                 "last_serial": format!("A{last:02}"), "quantity": last - first + 1});
                (run, format!("pack A{first}–A{last} into X{into}"))
            }
            5..8 => {
                let inner = first % BOXES;
                refused |= self.is_own_recalled(inner) || self.model.holds_recalled(inner);
                let one = json!({"product_id": self.boxes, "first_serial": format!("X{inner}")});
                (one, format!("pack X{inner} into X{into}"))
            }
            _ => {
                let batch = Some(first % (BATCHES + 1)).filter(|b| *b < BATCHES);
                let recalled = |of| self.model.recalls.iter().any(|r| r.of == of);
                refused |= recalled(Of::Goods) || batch.is_some_and(|b| recalled(Of::Batch(b)));
                let some = json!({"product_id": self.goods, "batch_no": batch.map(|b| format!("B{b}")), "quantity": 3});
                (some, format!("pack 3 of {batch:?} into X{into}"))
            }
        };
        let order = json!({"product_id": self.boxes, "serial": format!("X{into}"), "contents": [content]});
        let reply = self.acme.post("/api/v1/packings", &order);
        if taken(&reply, refused, &said) {
            match kind {
                0..5 => self.model.units[first..=last]
                    .iter_mut()
                    .for_each(|u| u.parent = Some(into)),
                5..8 => self.model.boxes[first % BOXES].parent = Some(into),
                _ => {
                    let batch = Some(first % (BATCHES + 1)).filter(|b| *b < BATCHES);
                    *self.model.boxes[into].counts.entry(batch).or_default() += 3;
                }
            }
        }
        said
    }

    fn is_own_recalled(&self, n: usize) -> bool {
        let covers = |of: &Of| matches!(of, Of::Boxes(first, last) if (*first..=*last).contains(&n));
        self.model.recalls.iter().any(|r| covers(&r.of))
    }

    fn unpack(&mut self) -> String {
        let from = self.dice.roll(BOXES);
        let order = json!({"product_id": self.boxes, "serial": format!("X{from}"), "contents": []});
        let reply = self.acme.post("/api/v1/unpackings", &order);
        if taken(&reply, false, "unpack") {
            self.model.boxes[from].counts.clear();
            for unit in self.model.units.iter_mut().filter(|u| u.parent == Some(from)) {
                unit.parent = None;
            }
            for case in self.model.boxes.iter_mut().filter(|c| c.parent == Some(from)) {
                case.parent = None;
            }
        }
        format!("unpack X{from}")
    }

    fn recall(&mut self) -> String {
        let ((first, last), batch) = (self.run(), self.dice.roll(BATCHES));
        let of = match self.dice.roll(12) {
            0 => Of::Goods,
            1..4 => Of::Batch(batch),
            4..9 => Of::Units(first, last),
            _ => Of::Boxes(
                first % BOXES,
                first % BOXES + self.dice.roll(BOXES - first % BOXES),
            ),
        };
        self.recalled += 1;
        let reason = format!("原因 {}", self.recalled);
        let mut order = json!({"product_id": self.goods, "reason": reason, "advice": "请停止使用"});
        match of {
            Of::Goods => order["whole_product"] = true.into(),
            Of::Batch(b) => order["batch_no"] = format!("B{b}").into(),
            Of::Units(first, last) => {
                order["first_serial"] = format!("A{first:02}").into();
                order["last_serial"] = format!("A{last:02}").into();
            }
            Of::Boxes(first, last) => {
                order["product_id"] = self.boxes.clone().into();
                order["first_serial"] = format!("X{first}").into();
                order["last_serial"] = format!("X{last}").into();
            }
        }
        let reply = self.acme.post("/api/v1/recalls", &order);
        if taken(&reply, false, "recall") {
            let id = reply.json()["id"].as_str().unwrap().to_owned();
            self.model.recalls.push(Recall { id, of, reason });
        }
        format!("recall {of:?}")
    }

    fn end(&mut self) -> String {
        if self.model.recalls.is_empty() {
            return "nothing to end".to_owned();
        }
        let n = self.dice.roll(self.model.recalls.len());
        let recall = self.model.recalls.swap_remove(n);
        let path = format!("/api/v1/recalls/{}/end", recall.id);
        self.acme
            .post(&path, &json!({"reason": "已全部收回"}))
            .expect(200);
        format!("end {:?}", recall.of)
    }

    fn void(&mut self) -> String {
        let (first, last) = self.run();
        let reason = format!("作废 {first}");
        match self.dice.roll(10) {
            0 => {
                let batch = first % BATCHES;
                let path = format!("/api/v1/batches/{}/void", self.batches[batch]);
                let reply = self.acme.post(&path, &json!({"reason": reason}));
                if taken(&reply, false, "void a batch") {
                    self.model.batches[batch].voided = Some(reason);
                }
                format!("void B{batch}")
            }
            1..4 => {
                let case = first % BOXES;
                let order =
                    json!({"product_id": self.boxes, "first_serial": format!("X{case}"), "reason": reason});
                if taken(&self.acme.post("/api/v1/unit-voids", &order), false, "void a box") {
                    self.model.boxes[case].voided = Some(reason);
                }
                format!("void X{case}")
            }
            _ => {
                let order = json!({"product_id": self.goods, "first_serial": format!("A{first:02}"),
                                   "last_serial": format!("A{last:02}"), "quantity": last - first + 1, "reason": reason});
                if taken(&self.acme.post("/api/v1/unit-voids", &order), false, "void units") {
                    for unit in &mut self.model.units[first..=last] {
                        unit.voided.get_or_insert_with(|| reason.clone());
                    }
                }
                format!("void A{first}–A{last}")
            }
        }
    }

    fn next_day(&mut self) -> String {
        self.app.clock.advance_seconds(86_400);
        self.model.day += 1;
        self.sign_in();
        "next day".to_owned()
    }

    fn sign_in(&mut self) {
        self.acme = self
            .app
            .sign_in("91330109589891087U", Some(self.acme.enterprise().clone()));
        self.operator = self.app.sign_in("operator", None);
    }

    /// While its maker is disabled nothing can be done to a code, and every code says so.
    fn disable(&mut self) -> String {
        let platform = format!("/api/v1/platform/enterprises/{}", self.acme.enterprise());
        let to = |what: &str| {
            let path = format!("{platform}/{what}");
            let reply = self.operator.post(&path, &json!({"reason": "核查主体"}));
            assert!(reply.status < 300, "{what}: {}", reply.text());
        };
        to("disable");
        self.model.is_disabled = true;
        self.scan_all("while disabled");
        to("enable");
        self.model.is_disabled = false;
        self.sign_in();
        "disabled and enabled".to_owned()
    }
}

/// Whether something was done; what must be refused must not be.
fn taken(reply: &Reply, must_be_refused: bool, what: &str) -> bool {
    let is_taken = reply.status < 300;
    assert!(
        is_taken || reply.status == 409 || reply.status == 404,
        "{what}: {}",
        reply.text()
    );
    assert!(!(is_taken && must_be_refused), "{what} was not refused");
    let is_for_a_recall = !is_taken && reply.text().contains("_recalled\"");
    assert!(
        !is_for_a_recall || must_be_refused,
        "{what} was refused: {}",
        reply.text()
    );
    is_taken
}

fn walk(seed: u64) {
    let mut walk = Walk::begin(seed);
    for step in 0..STEPS_OF_A_WALK {
        let after = format!("seed {seed}, step {step}: {}", walk.step());
        if step % 5 == 4 {
            walk.scan_all(&after);
        }
        if step % 25 == 24 {
            walk.list_all(&after);
        }
    }
}

#[test]
fn every_place_says_of_every_code_what_is_true_of_it() {
    walks(1..=1).for_each(walk);
}
