//! The intervals against a plain table: random steps, each answered as the table says.

use super::{pack, parent, units, unpack};
use tests::{Dice, STEPS_OF_A_WALK, TestApp, walks};

const UNITS: usize = 40;
const PACKS: usize = 5;

fn walk(seed: u64) {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let goods = app.product(&acme, "6901234567892");
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    acme.issue(&goods, "A", "00", i64::try_from(UNITS).unwrap());
    acme.issue(&boxes, "B", "0", i64::try_from(PACKS).unwrap());
    let mut table = vec![None; UNITS];
    let mut dice = Dice::new(seed);
    for step in 0..STEPS_OF_A_WALK {
        let (first, at) = (dice.roll(UNITS), dice.roll(PACKS));
        let last = (first + dice.roll(6)).min(UNITS - 1);
        let run = [units(
            &goods,
            &format!("A{first:02}"),
            &format!("A{last:02}"),
            i64::try_from(last - first + 1).unwrap(),
        )];
        let places = &mut table[first..=last];
        let serial = format!("B{at}");
        let (wanted, got) = if dice.roll(2) == 0 {
            let is_free = places.iter().all(Option::is_none);
            let got = pack(&acme, &boxes, &serial, &run).status;
            if is_free {
                places.fill(Some(at));
            }
            (if is_free { 201 } else { 409 }, got)
        } else {
            let is_there = places.iter().all(|p| *p == Some(at));
            let got = unpack(&acme, &boxes, &serial, &run).status;
            if is_there {
                places.fill(None);
            }
            (if is_there { 200 } else { 409 }, got)
        };
        assert_eq!(
            got, wanted,
            "seed {seed}, step {step}: A{first:02}–A{last:02}, {serial}"
        );
    }
    for (n, at) in table.iter().enumerate() {
        let wanted = at.map_or(serde_json::Value::Null, |at| format!("B{at}").into());
        assert_eq!(parent(&acme, &goods, &format!("A{n:02}")), wanted);
    }
    // Equal neighbours are one row each: as many rows as runs of the table.
    let runs = table
        .chunk_by(|a, b| a == b)
        .filter(|run| run[0].is_some())
        .count();
    let rows: i64 = acme.get("/api/v1/packs").expect(200)["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["contents"].as_i64().unwrap())
        .sum();
    assert_eq!(rows, i64::try_from(runs).unwrap());
}

#[test]
fn f144_runs_are_packed_and_unpacked_like_single_units() {
    walks(1..=1).for_each(walk);
}
