//! The interval map of a product against a plain table with a row for every unit, on the database named by
//! `TEST_DATABASE_URL` (SQLite without it).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod world;

use chrono::Datelike;
use coding::{
    CodeState, Error, issue,
    unit::{self, Association},
};
use db::{Backend, Scratch};
use identifiers::serial::Span;
use kernel::Clock;
use product::Holders;
use proptest::{prelude::*, test_runner::TestRunner};
use std::collections::BTreeMap;
use world::{BATCHES, World, day, order, select, serial_no};

/// Serials of few kinds, so that operations meet.
fn serial(prefix: usize, number: u32) -> String {
    match prefix {
        0 => format!("A{number:03}"),
        1 => format!("{number:03}"),
        _ => format!("A{number:04}"),
    }
}

#[derive(Debug, Clone)]
enum Step {
    Issue {
        prefix: usize,
        first: u32,
        count: u32,
        batch: Option<usize>,
    },
    Associate {
        prefix: usize,
        first: u32,
        count: u32,
        batch: Option<usize>,
        made: Option<u32>,
    },
    Void {
        prefix: usize,
        first: u32,
        count: u32,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let at = (0_usize..3, 0_u32..60, 1_u32..20);
    let step = prop_oneof![
        3 => (at.clone(), prop::option::of(0_usize..3))
            .prop_map(|((prefix, first, count), batch)| Step::Issue { prefix, first, count, batch }),
        4 => (at.clone(), prop::option::of(0_usize..3), prop::option::of(2_u32..4))
            .prop_map(|((prefix, first, count), batch, made)| Step::Associate { prefix, first, count, batch, made }),
        2 => at.prop_map(|(prefix, first, count)| Step::Void { prefix, first, count: count.min(4) }),
    ];
    prop::collection::vec(step, 1..25)
}

/// What is true of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Truth {
    batch: Option<&'static str>,
    made: Option<u32>,
    voided: bool,
}

type Model = BTreeMap<String, Truth>;

/// Does the step to the plain table; false when it must be refused.
fn apply(model: &mut Model, step: &Step) -> bool {
    let serials = |prefix, first, count| {
        (first..first + count)
            .map(|n| serial(prefix, n))
            .collect::<Vec<_>>()
    };
    match *step {
        Step::Issue {
            prefix,
            first,
            count,
            batch,
        } => {
            let serials = serials(prefix, first, count);
            let free = serials.iter().all(|s| !model.contains_key(s));
            if free {
                let batch = batch.map(|i| BATCHES[i]);
                model.extend(serials.into_iter().map(|s| {
                    (
                        s,
                        Truth {
                            batch,
                            made: None,
                            voided: false,
                        },
                    )
                }));
            }
            free
        }
        Step::Associate {
            prefix,
            first,
            count,
            batch,
            made,
        } => {
            let serials = serials(prefix, first, count);
            let ok = (batch.is_some() || made.is_some())
                && serials.iter().all(|s| model.get(s).is_some_and(|t| !t.voided));
            for s in serials.iter().filter(|_| ok) {
                let truth = model.get_mut(s).unwrap();
                match batch {
                    Some(i) => (truth.batch, truth.made) = (Some(BATCHES[i]), made),
                    None => truth.made = made,
                }
            }
            ok
        }
        Step::Void { prefix, first, count } => {
            let serials = serials(prefix, first, count);
            let ok =
                serials.iter().all(|s| model.contains_key(s)) && serials.iter().any(|s| !model[s].voided);
            serials
                .iter()
                .filter(|_| ok)
                .for_each(|s| model.get_mut(s).unwrap().voided = true);
            ok
        }
    }
}

/// Does the same to the interval map.
fn perform(world: &World, step: &Step) -> bool {
    let done = match *step {
        Step::Issue {
            prefix,
            first,
            count,
            batch,
        } => world.write(|c, p| {
            Ok(issue::issue_units(
                c,
                &order(p, &serial(prefix, first), count, batch),
            )?)
        }),
        Step::Associate {
            prefix,
            first,
            count,
            batch,
            made,
        } => {
            let batch_no = batch.map(|i| BATCHES[i].to_owned());
            let with = Association {
                batch_no,
                made_on: made.map(day),
                expires_on: None,
                correction_reason: None,
            };
            let (from, to) = (serial(prefix, first), serial(prefix, first + count - 1));
            world.write(|c, p| {
                Ok(unit::associate(
                    c,
                    &Holders::default(),
                    &select(p, &from, &to),
                    &with,
                )?)
            })
        }
        Step::Void { prefix, first, count } => {
            let (from, to) = (serial(prefix, first), serial(prefix, first + count - 1));
            world.write(|c, p| {
                Ok(unit::void(
                    c,
                    &Holders::default(),
                    &select(p, &from, &to),
                    "印刷错误",
                )?)
            })
        }
    };
    done.is_ok()
}

/// The interval map unrolled into a plain table, and its number of ranges.
fn unrolled(world: &World) -> (Model, usize) {
    let ranges = world
        .write(|c, product| Ok(unit::ranges_of_product(c, &product)?))
        .unwrap();
    let mut model = Model::new();
    for (range, batch_no) in &ranges {
        let span = range.span();
        for n in span.first..=span.last {
            let batch = BATCHES.into_iter().find(|b| Some(*b) == batch_no.as_deref());
            let truth = Truth {
                batch,
                made: range.made_on().map(|d| d.day()),
                voided: range.state() == CodeState::Voided,
            };
            let before = model.insert(span.serial(n), truth);
            assert!(before.is_none(), "ranges overlap at {}", span.serial(n));
        }
    }
    (model, ranges.len())
}

/// How many ranges the table needs at the least, were it not for the issue each unit came from.
fn runs(model: &Model) -> usize {
    let follows =
        |a: &str, b: &str| Span::between(&serial_no(a), &serial_no(b)).is_ok_and(|s| s.count() == 2);
    let pairs = model.iter().zip(model.iter().skip(1));
    let breaks = pairs
        .filter(|((a, at), (b, bt))| at != bt || !follows(a, b))
        .count();
    if model.is_empty() { 0 } else { breaks + 1 }
}

#[test]
fn ranges_say_what_a_row_for_every_unit_would_say() {
    let sqlite = Scratch::new().open(Clock::default()).backend() == Backend::Sqlite;
    let cases = if sqlite { 60 } else { 25 };
    let mut runner = TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&steps(), |steps| {
        let world = World::new();
        let mut model = Model::new();
        let mut issues = 0;
        for step in &steps {
            let expected = apply(&mut model, step);
            prop_assert_eq!(perform(&world, step), expected, "{:?}", step);
            issues += usize::from(expected && matches!(step, Step::Issue { .. }));
        }
        let (found, ranges) = unrolled(&world);
        prop_assert_eq!(&found, &model);
        prop_assert!(
            ranges <= runs(&model) + issues,
            "{ranges} ranges, {} runs, {issues} issues",
            runs(&model)
        );
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn doing_something_to_many_units_costs_as_much_as_to_one() {
    let world = World::new();
    let count = || {
        world
            .write(|c, p| Ok(unit::ranges_of_product(c, &p)?))
            .unwrap()
            .len()
    };
    let with = Association {
        batch_no: Some("B1".into()),
        made_on: None,
        expires_on: None,
        correction_reason: None,
    };
    world
        .write(|c, p| Ok(issue::issue_units(c, &order(p, "A0000001", 1_000_000, None))?))
        .unwrap();
    assert_eq!(count(), 1);
    world
        .write(|c, p| {
            Ok(unit::associate(
                c,
                &Holders::default(),
                &select(p, "A0300001", "A0500000"),
                &with,
            )?)
        })
        .unwrap();
    assert_eq!(count(), 3);
    world
        .write(|c, p| {
            Ok(unit::associate(
                c,
                &Holders::default(),
                &select(p, "A0000001", "A1000000"),
                &with,
            )?)
        })
        .unwrap();
    assert_eq!(count(), 1, "what has become equal is joined");
}

#[test]
fn writers_of_one_product_never_issue_a_serial_twice() {
    let world = World::new();
    let issue = |i: u32| {
        world.write(|c, p| {
            Ok(issue::issue_units(
                c,
                &order(p, &format!("{:04}", i * 10), 100, None),
            )?)
        })
    };
    let issued: Vec<bool> = std::thread::scope(|s| {
        let threads: Vec<_> = (0..8).map(|i| s.spawn(move || issue(i).is_ok())).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(
        issued.iter().filter(|ok| **ok).count(),
        1,
        "they all overlap, so one wins"
    );
    unrolled(&world);
}

#[test]
fn a_collision_names_the_range_that_was_there() {
    let world = World::new();
    world
        .write(|c, p| Ok(issue::issue_units(c, &order(p, "A0100", 50, None))?))
        .unwrap();
    let again = world.write(|c, p| Ok(issue::issue_units(c, &order(p, "A0149", 1, None))?));
    match again {
        Err(Error::Issue(issue::Error::SpanTaken { first, last, count })) => {
            assert_eq!((first.as_str(), last.as_str(), count), ("A0100", "A0149", 50));
        }
        other => panic!("{other:?}"),
    }
    // The same digits in another width are another place.
    world
        .write(|c, p| Ok(issue::issue_units(c, &order(p, "A100", 50, None))?))
        .unwrap();
}
