//! Guessing passwords.

use super::{PASSWORD, USCC, bearer, cookie, registered, sign_in, sign_in_as};
use std::thread;
use tests::TestApp;

#[test]
fn five_failures_lock_an_account_for_a_while_and_a_restart_forgives_nothing() {
    let app = registered();
    for n in 0..5 {
        let reply = sign_in_as(&app.anyone(), USCC, &format!("Guess#{n}abc"));
        assert_eq!(reply.expect_problem(401), "auth.sign_in_failed");
    }
    let locked = sign_in(&app);
    assert_eq!(
        locked.expect_problem(429),
        "auth.locked",
        "not even the right one"
    );
    assert!((1..=900).contains(&locked.header("retry-after").parse::<i64>().unwrap()));
    let (scratch, clock) = app.stop();
    let app = TestApp::on(scratch, clock, &[]);
    assert_eq!(
        sign_in(&app).expect_problem(429),
        "auth.locked",
        "after a restart"
    );
    let lower = USCC.to_lowercase();
    assert_eq!(
        sign_in_as(&app.anyone(), &lower, PASSWORD).status,
        429,
        "in any spelling"
    );
    app.clock.advance_seconds(901);
    assert_eq!(sign_in(&app).status, 201);
    for n in 0..4 {
        sign_in_as(&app.anyone(), USCC, &format!("Guess#{n}abc")).expect(401);
    }
    assert_eq!(sign_in(&app).status, 201, "success starts the count again");
    assert_eq!(sign_in_as(&app.anyone(), USCC, "Guess#9abc").status, 401);
}

/// Strangers cannot lock out the owner: a device that signed in before has a count of its own.
#[test]
fn the_owner_gets_in_while_strangers_are_locked_out() {
    let app = registered();
    let device = cookie(&sign_in(&app), "pinma_device");
    for n in 0..20 {
        sign_in_as(&app.anyone(), USCC, &format!("Guess#{n}abc"));
    }
    assert_eq!(sign_in(&app).status, 429);
    let own = app.anyone().with("cookie", &device);
    bearer(&app, &sign_in_as(&own, USCC, PASSWORD))
        .get("/api/v1/me")
        .expect(200);
    let tampered = app.anyone().with("cookie", &device.replace('.', "0."));
    assert_eq!(sign_in_as(&tampered, USCC, PASSWORD).status, 429);
    // The device's own tries are counted too.
    for n in 0..10 {
        sign_in_as(&own, USCC, &format!("Guess#{n}abc")).expect(401);
    }
    assert_eq!(
        sign_in_as(&own, USCC, PASSWORD).expect_problem(429),
        "auth.locked"
    );
}

#[test]
fn of_a_thousand_guesses_from_fifty_places_hardly_any_is_evaluated() {
    let app = TestApp::with(&[("PINMA_TRUSTED_PROXIES", "127.0.0.1")]);
    app.register(USCC, "13800138000");
    let statuses: Vec<u16> = std::thread::scope(|s| {
        let from = |n: u32| {
            let actor = app.anyone().with("x-forwarded-for", &format!("203.0.113.{n}"));
            move || -> Vec<u16> {
                let guess = |i: u32| sign_in_as(&actor, USCC, &format!("Guess#{n}x{i}")).status;
                (0..20).map(guess).collect()
            }
        };
        let threads: Vec<_> = (0..50).map(|n| s.spawn(from(n))).collect();
        threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
    });
    let evaluated = statuses.iter().filter(|s| **s == 401).count();
    assert_eq!(statuses.len(), 1000);
    assert!(evaluated <= 20, "{evaluated} guesses were evaluated");
    assert!(statuses.iter().all(|s| matches!(s, 401 | 429)), "{statuses:?}");
}

/// One place that tries one password on many accounts.
#[test]
fn a_place_that_fails_too_often_is_stopped_whatever_the_account() {
    let app = registered();
    let tries = |n: usize| sign_in_as(&app.anyone(), &format!("account-{n}"), "Guess#1abc").status;
    let statuses: Vec<u16> = (0..70).map(tries).collect();
    assert_eq!(statuses.iter().filter(|s| **s == 401).count(), 60);
    assert!(statuses[60..].iter().all(|s| *s == 429));
    let elsewhere = app.anyone().with("x-forwarded-for", "203.0.113.9");
    assert_eq!(
        sign_in_as(&elsewhere, USCC, PASSWORD).status,
        429,
        "nobody vouches for that header"
    );
    app.clock.advance_seconds(901);
    assert_eq!(sign_in(&app).status, 201);
}

/// Attempts count before they are judged, so hurrying does not help.
#[test]
fn parallel_guesses_from_one_place_are_not_free() {
    let app = registered();
    let guess = |n: usize| sign_in_as(&app.anyone(), &format!("account-{n}"), "Guess#1abc").status;
    let guess = &guess;
    let statuses: Vec<u16> = thread::scope(|s| {
        let tries: Vec<_> = (0..100).map(|n| s.spawn(move || guess(n))).collect();
        tries.into_iter().map(|t| t.join().unwrap()).collect()
    });
    let count = |status| statuses.iter().filter(|s| **s == status).count();
    assert_eq!((count(401), count(429)), (60, 40));
}
