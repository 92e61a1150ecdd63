//! One key that comes twice at the same time, at one server and at two.

use super::{ISSUES, answer, keyed, order, units, world};
use db::{AnyConnection, Backend, diesel::connection::SimpleConnection};
use std::{thread, time::Duration};
use tests::{Actor, Reply, TestApp, wait_for};

/// Keeps all writers of keys waiting until it is dropped.
fn hold_up(app: &TestApp) -> AnyConnection {
    let mut c = app.scratch().location().connect().unwrap();
    c.batch_execute(match app.state.db.backend() {
        Backend::Sqlite => "BEGIN IMMEDIATE",
        Backend::Postgres => "BEGIN; LOCK TABLE idempotency_keys IN ACCESS EXCLUSIVE MODE",
    })
    .unwrap();
    c
}

/// Sends the same request to both while neither can write: what the one that waits is answered in the end, and the one that is
/// refused meanwhile.
fn both_at_once(app: &TestApp, both: [&Actor; 2], product: &str) -> (Reply, Reply) {
    let held = hold_up(app);
    thread::scope(|s| {
        let mut asked = both
            .map(|by| s.spawn(|| by.post(ISSUES, &order(product, 5))))
            .into_iter()
            .collect::<Vec<_>>();
        let refused = wait_for("a refusal", Duration::from_secs(8), || {
            asked.iter().position(|a| a.is_finished()).ok_or("both wait")
        });
        let refused = asked.swap_remove(refused).join().unwrap();
        drop(held);
        (asked.remove(0).join().unwrap(), refused)
    })
}

#[test]
fn while_a_request_is_under_way_its_key_is_refused_for_a_moment() {
    let (app, acme, _, product) = world();
    let sender = keyed(&acme, "1");
    let (first, refused) = both_at_once(&app, [&sender, &sender], &product);
    assert_eq!(refused.expect_problem(409), "idempotency.in_flight");
    assert_eq!(refused.header("retry-after"), "1");
    assert_eq!(first.status, 201, "{}", first.text());
    let again = sender.post(ISSUES, &order(&product, 5));
    assert_eq!(answer(&again), (answer(&first).0, true));
    assert_eq!(units(&acme, &product), 5);
}

#[test]
fn of_many_at_once_one_is_done_at_whichever_server() {
    let (app, acme, _, product) = world();
    let beside = app.beside();
    let servers = [app.address, beside.address];
    for round in 0..5 {
        let sender = keyed(&acme, &format!("round-{round}"));
        let replies: Vec<Reply> = thread::scope(|s| {
            let threads: Vec<_> = (0..12)
                .map(|n| {
                    let sender = sender.at(servers[n % 2]);
                    let order = order(&product, 5);
                    s.spawn(move || sender.post(ISSUES, &order))
                })
                .collect();
            threads.into_iter().map(|t| t.join().unwrap()).collect()
        });
        let done: Vec<_> = replies.iter().filter(|r| r.status == 201).collect();
        assert_eq!(done.iter().filter(|r| !answer(r).1).count(), 1, "one did it");
        assert!(
            done.iter().all(|r| r.text() == done[0].text()),
            "all are told the same"
        );
        for refused in replies.iter().filter(|r| r.status != 201) {
            assert_eq!(refused.expect_problem(409), "idempotency.in_flight");
        }
        assert_eq!(units(&acme, &product), 5 * (round + 1));
    }
}

#[test]
fn another_server_sees_that_a_request_is_under_way_and_later_its_answer() {
    let (app, acme, _, product) = world();
    let beside = app.beside();
    let (here, there) = (keyed(&acme, "1"), keyed(&acme, "1").at(beside.address));
    // An SQLite file has one server; a second one that opens it all the same waits for its turn to write.
    if app.state.db.backend() == Backend::Postgres {
        let (first, refused) = both_at_once(&app, [&here, &there], &product);
        assert_eq!(refused.expect_problem(409), "idempotency.in_flight");
        assert_eq!(first.status, 201, "{}", first.text());
    }
    let first = here.post(ISSUES, &order(&product, 5));
    assert_eq!(
        answer(&there.post(ISSUES, &order(&product, 5))),
        (answer(&first).0, true)
    );
    assert_eq!(
        there.post(ISSUES, &order(&product, 6)).expect_problem(422),
        "idempotency.reused"
    );
    assert_eq!(units(&acme, &product), 5);
}
