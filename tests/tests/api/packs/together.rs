use super::{contents, pack, parent, units};
use std::thread;
use tests::TestApp;

#[test]
fn f144_of_two_packs_that_grab_the_same_unit_exactly_one_gets_it() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let goods = app.product(&acme, "6901234567892");
    let boxes = app.product_at(&acme, "6901234567908", "combination");
    acme.issue(&goods, "A", "001", 200);
    acme.issue(&boxes, "B", "1", 8);
    for round in 0..5 {
        let first = format!("A{:03}", round * 20 + 1);
        let last = format!("A{:03}", round * 20 + 10);
        let statuses: Vec<u16> = thread::scope(|s| {
            let tries: Vec<_> = (1..=8)
                .map(|n| {
                    let (acme, boxes, run) = (&acme, &boxes, units(&goods, &first, &last, 10));
                    s.spawn(move || pack(acme, boxes, &format!("B{n}"), &[run]).status)
                })
                .collect();
            tries.into_iter().map(|t| t.join().unwrap()).collect()
        });
        assert_eq!(statuses.iter().filter(|s| **s == 201).count(), 1, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|s| **s == 409).count(), 7, "{statuses:?}");
    }
    let held: i64 = (1..=8)
        .map(|n| {
            contents(&acme, &boxes, &format!("B{n}"))["total"]
                .as_i64()
                .unwrap()
        })
        .sum();
    assert_eq!(held, 5);
}

#[test]
fn f144_packs_that_are_put_into_each_other_at_once_make_no_circle() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let left = app.product_at(&acme, "6901234567892", "combination");
    let right = app.product_at(&acme, "6901234567908", "combination");
    acme.issue(&left, "L", "01", 10);
    acme.issue(&right, "R", "01", 10);
    for n in 1..=10 {
        let (l, r) = (format!("L{n:02}"), format!("R{n:02}"));
        let (one, other) = thread::scope(|s| {
            let one = s.spawn(|| pack(&acme, &left, &l, &[units(&right, &r, &r, 1)]).status);
            let other = s.spawn(|| pack(&acme, &right, &r, &[units(&left, &l, &l, 1)]).status);
            (one.join().unwrap(), other.join().unwrap())
        });
        let mut both = [one, other];
        both.sort_unstable();
        assert_eq!(both, [201, 409]);
        let parents = [parent(&acme, &left, &l), parent(&acme, &right, &r)];
        assert_eq!(parents.iter().filter(|p| p.is_string()).count(), 1);
    }
}
