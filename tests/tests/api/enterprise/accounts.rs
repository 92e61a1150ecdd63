//! Codes by SMS and forgotten passwords: F008, F015, F017.

use serde_json::{Value, json};
use std::{
    thread,
    time::{Duration, Instant},
};
use tests::{PASSWORD, Reply, TestApp, registration};

const USCC: &str = "91330109589891087U";
const OTHER: &str = "91330482746305409W";
const PHONE: &str = "13800138000";

fn ask(app: &TestApp, phone: &str, purpose: &str) -> Reply {
    app.anyone()
        .post("/api/v1/sms-codes", &json!({"phone": phone, "purpose": purpose}))
}

fn register(app: &TestApp, uscc: &str, phone: &str, code: &str) -> Vec<String> {
    let form = registration(uscc, phone, code, &app.licence());
    tried(&app.anyone().post("/api/v1/registrations", &form), 201)
}

fn reset(app: &TestApp, login_name: &str, phone: &str, code: &str) -> Vec<String> {
    let form =
        json!({"login_name": login_name, "phone": phone, "sms_code": code, "new_password": "Zx8#qWe4rT"});
    tried(&app.anyone().post("/api/v1/password-resets", &form), 204)
}

/// What was wrong, nothing when it worked.
fn tried(reply: &Reply, good: u16) -> Vec<String> {
    match reply.status == good {
        true => vec![],
        false => reply.wrong_fields(),
    }
}

fn wrong(code: &str) -> String {
    let n: u32 = code.parse().unwrap();
    format!("{:06}", (n + 1) % 1_000_000)
}

#[test]
fn a_code_lives_five_minutes_for_one_use_one_phone_and_one_purpose() {
    let app = TestApp::new();
    const EXPIRED: &[&str] = &["/sms_code sms.code_expired"];

    let code = app.send_sms(PHONE, "registration");
    assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()));
    app.clock.advance_seconds(301);
    assert_eq!(register(&app, USCC, PHONE, &code), EXPIRED, "after its time");

    let code = app.send_sms(PHONE, "registration");
    assert_eq!(
        register(&app, USCC, "13800138001", &code),
        EXPIRED,
        "for another phone"
    );
    assert_eq!(reset(&app, USCC, PHONE, &code), EXPIRED, "for another purpose");
    app.clock.advance_seconds(60);
    let newer = app.send_sms(PHONE, "registration");
    assert_eq!(
        register(&app, USCC, PHONE, &code),
        ["/sms_code sms.code_wrong"],
        "an older one"
    );
    app.clock.advance_seconds(290);
    assert_eq!(
        register(&app, USCC, PHONE, &newer),
        [""; 0],
        "before its time is over"
    );
    assert_eq!(register(&app, OTHER, PHONE, &newer), EXPIRED, "for a second use");

    let code = app.send_sms(PHONE, "password_reset");
    assert_eq!(
        register(&app, OTHER, PHONE, &code),
        EXPIRED,
        "a reset code never registers"
    );
    assert_eq!(reset(&app, OTHER, PHONE, &code), ["/phone auth.reset_mismatch"]);
    assert_eq!(reset(&app, USCC, PHONE, &code), [""; 0]);
    assert_eq!(reset(&app, USCC, PHONE, &code), EXPIRED, "for a second use");
    app.clock.advance_seconds(60);
    let code = app.send_sms(PHONE, "registration");
    assert_eq!(
        reset(&app, USCC, PHONE, &code),
        EXPIRED,
        "a registration code never resets a password"
    );
}

// K13: a stranger who knows the phone guesses at the code until nothing is left of it, and its owner cannot sign up.
#[test]
fn strangers_cannot_use_up_the_tries_of_whoever_asked_for_the_code() {
    let app = TestApp::with(&[("PINMA_TRUSTED_PROXIES", "127.0.0.1")]);
    let at = |address: &str| app.anyone().with("x-forwarded-for", address);
    let ask = json!({ "phone": PHONE, "purpose": "registration" });
    at("198.51.100.7").post("/api/v1/sms-codes", &ask).expect(202);
    let (code, licence) = (app.sms_code(PHONE), app.licence());
    let attempt = |address: &str, code: &str| {
        at(address).post(
            "/api/v1/registrations",
            &registration(USCC, PHONE, code, &licence),
        )
    };
    for n in 0..25 {
        let guess = attempt(&format!("203.0.113.{}", n % 5), &wrong(&code));
        assert_eq!(guess.status, 422);
        // Together they have twenty tries, whatever address they come from.
        let is_over = guess.json()["errors"][0]["code"] == "sms.code_exhausted";
        assert_eq!(is_over, n >= 19, "try {n}: {}", guess.text());
    }
    assert_eq!(
        attempt("203.0.113.9", &code).wrong_fields(),
        ["/sms_code sms.code_exhausted"]
    );
    attempt("198.51.100.7", &code).expect(201);
}

// A phone that left the network it asked from still has its code.
#[test]
fn a_code_is_good_from_another_address() {
    let app = TestApp::with(&[("PINMA_TRUSTED_PROXIES", "127.0.0.1")]);
    let code = app.send_sms(PHONE, "registration");
    let moved = app.anyone().with("x-forwarded-for", "203.0.113.9");
    moved
        .post(
            "/api/v1/registrations",
            &registration(USCC, PHONE, &code, &app.licence()),
        )
        .expect(201);
}

#[test]
fn a_code_takes_five_wrong_tries_and_then_not_even_the_right_one() {
    let app = TestApp::new();
    let code = app.send_sms(PHONE, "registration");
    for left in (1..5).rev() {
        let form = registration(USCC, PHONE, &wrong(&code), &app.licence());
        let reply = app.anyone().post("/api/v1/registrations", &form);
        assert_eq!(reply.expect_problem(422), "sms.code_wrong");
        let said = reply.json()["errors"][0]["message"].as_str().unwrap().to_owned();
        assert!(said.contains(&format!("还可尝试 {left} 次")), "{said}");
    }
    assert_eq!(
        register(&app, USCC, PHONE, &wrong(&code)),
        ["/sms_code sms.code_exhausted"]
    );
    assert_eq!(
        register(&app, USCC, PHONE, &code),
        ["/sms_code sms.code_exhausted"]
    );
    let (scratch, clock) = app.stop();
    let app = TestApp::on(scratch, clock, &[]);
    assert_eq!(
        register(&app, USCC, PHONE, &code),
        ["/sms_code sms.code_exhausted"],
        "after a restart"
    );
    app.clock.advance_seconds(60);
    let code = app.send_sms(PHONE, "registration");
    assert_eq!(
        register(&app, USCC, PHONE, &code),
        [""; 0],
        "a new one starts again"
    );
}

#[test]
fn codes_are_sent_once_a_minute_and_ten_times_a_day_to_a_phone() {
    let app = TestApp::new();
    let mut seen = std::collections::BTreeSet::new();
    for n in 0..10 {
        let purpose = if n % 2 == 0 {
            "registration"
        } else {
            "password_reset"
        };
        seen.insert(app.send_sms(PHONE, purpose));
        let again = ask(&app, PHONE, purpose);
        assert_eq!(again.expect_problem(429), "sms.too_soon");
        let wait: i64 = again.header("retry-after").parse().unwrap();
        assert!((1..=60).contains(&wait), "{wait}");
        assert_eq!(again.wrong_fields(), ["/phone sms.too_soon"]);
        app.clock.advance_seconds(61);
    }
    assert!(seen.len() >= 9, "the codes differ: {seen:?}");
    let eleventh = ask(&app, PHONE, "registration");
    assert_eq!(eleventh.expect_problem(429), "sms.too_many");
    assert!(eleventh.header("retry-after").parse::<i64>().unwrap() > 80_000);
    ask(&app, "13800138009", "registration").expect(202);
    app.clock.advance_seconds(86_400);
    ask(&app, PHONE, "registration").expect(202);
    for phone in ["12345", "0571-87654321", ""] {
        assert_eq!(
            ask(&app, phone, "registration").expect_problem(422),
            "request.invalid",
            "{phone}"
        );
    }
    assert_eq!(
        ask(&app, PHONE, "anything").wrong_fields(),
        ["/purpose not_in_list"]
    );
}

/// Who claims to speak for others is not believed, so one machine is one client.
#[test]
fn one_client_gets_fifty_codes_a_day_whatever_it_says_of_itself() {
    let app = TestApp::new();
    let phone = |n: i32| format!("138001{n:05}");
    for n in 0..50 {
        let actor = app.anyone().with("x-forwarded-for", &format!("203.0.113.{n}"));
        actor
            .post(
                "/api/v1/sms-codes",
                &json!({"phone": phone(n), "purpose": "registration"}),
            )
            .expect(202);
    }
    assert_eq!(
        ask(&app, &phone(50), "registration").expect_problem(429),
        "sms.too_many"
    );
    let (scratch, clock) = app.stop();
    let app = TestApp::on(scratch, clock, &[]);
    assert_eq!(
        ask(&app, &phone(51), "registration").expect_problem(429),
        "sms.too_many"
    );
    app.clock.advance_seconds(86_401);
    ask(&app, &phone(51), "registration").expect(202);
}

#[test]
fn without_a_way_to_send_sms_that_is_what_is_said() {
    let app = TestApp::with(&[("PINMA_SMS", "off")]);
    assert_eq!(
        ask(&app, PHONE, "registration").expect_problem(503),
        "sms.not_configured"
    );
    assert_eq!(
        app.anyone()
            .get("/api/v1/development/sms-messages")
            .expect_problem(404),
        "request.not_found"
    );
    let app = TestApp::with(&[("PINMA_SMS", "command:/bin/false")]);
    assert_eq!(
        ask(&app, PHONE, "registration").expect_problem(503),
        "sms.not_sent"
    );
    let app = TestApp::with(&[("PINMA_SMS", "command:/bin/true")]);
    ask(&app, PHONE, "registration").expect(202);
}

fn sign_in(app: &TestApp, login_name: &str, password: &str) -> Reply {
    app.anyone().post(
        "/api/v1/sessions",
        &json!({"login_name": login_name, "password": password}),
    )
}

/// Neither words nor time tell whether an account exists.
#[test]
fn a_name_nobody_has_is_answered_like_a_wrong_password() {
    let app = TestApp::new();
    app.register(USCC, PHONE);
    let essence = |reply: &Reply| {
        let mut body = reply.json();
        body.as_object_mut().unwrap().remove("request_id");
        (reply.status, reply.header("www-authenticate").to_owned(), body)
    };
    let mut times = [vec![], vec![]];
    for _ in 0..9 {
        let mut replies = vec![];
        for (name, took) in [USCC, OTHER].iter().zip(&mut times) {
            let start = Instant::now();
            let reply = sign_in(&app, name, "Wrong#Pass1");
            took.push(start.elapsed());
            assert_eq!(reply.expect_problem(401), "auth.sign_in_failed");
            replies.push(essence(&reply));
        }
        assert_eq!(replies[0], replies[1]);
        app.clock.advance_seconds(901);
    }
    let [known, unknown] = times.map(|mut t| {
        t.sort();
        t[t.len() / 2].max(Duration::from_micros(1)).as_secs_f64()
    });
    // The hashing is what takes time; without it the ratio would be beyond ten.
    assert!(
        (0.5..2.0).contains(&(known / unknown)),
        "{known} s against {unknown} s"
    );
    assert_eq!(sign_in(&app, USCC, PASSWORD).status, 201);
}

/// F015.
#[test]
fn a_password_is_changed_by_whoever_knows_the_old_one() {
    let app = TestApp::new();
    app.register(USCC, PHONE);
    let token = sign_in(&app, USCC, PASSWORD).expect(201)["access_token"].clone();
    let acme = app.anyone().with_token(token.as_str().unwrap());
    let change = |old: &str, new: &str| {
        acme.put(
            "/api/v1/me/password",
            &json!({"old_password": old, "new_password": new}),
        )
    };
    #[rustfmt::skip]
    let cases = [
        ("Wrong#Pass1", "Zx8#qWe4rT", "/old_password password.old_wrong"),
        (PASSWORD, PASSWORD, "/new_password password.unchanged"),
        (PASSWORD, "short", "/new_password password.length"),
        (PASSWORD, "A!13800138000b", "/new_password password.personal"),
    ];
    for (old, new, wrong) in cases {
        assert_eq!(tried(&change(old, new), 204), [wrong]);
    }
    assert_eq!(
        change("", "").wrong_fields(),
        ["/new_password required", "/old_password required"]
    );
    assert_eq!(change(PASSWORD, "Zx8#qWe4rT").status, 204);
    assert_eq!(acme.get("/api/v1/me").expect_problem(401), "auth.session_ended");
    assert_eq!(sign_in(&app, USCC, PASSWORD).status, 401);
    let token = sign_in(&app, USCC, "Zx8#qWe4rT").expect(201)["access_token"].clone();
    let acme = app.anyone().with_token(token.as_str().unwrap());
    let guess = |n: i32| json!({"old_password": format!("Guess#{n}abc"), "new_password": PASSWORD});
    for n in 0..5 {
        acme.put("/api/v1/me/password", &guess(n)).expect(422);
    }
    let sixth: Value = json!({"old_password": "Zx8#qWe4rT", "new_password": PASSWORD});
    let reply = acme.put("/api/v1/me/password", &sixth);
    assert_eq!(
        reply.expect_problem(429),
        "password.too_many_tries",
        "a stolen token is no password"
    );
}

/// A try counts before it is judged, so hurrying does not help.
#[test]
fn parallel_tries_of_a_code_are_not_free() {
    let app = TestApp::new();
    let code = app.send_sms(PHONE, "registration");
    let (licence, app_ref) = (app.licence(), &app);
    let form = &registration(USCC, PHONE, &wrong(&code), &licence);
    let verdicts: Vec<String> = thread::scope(|s| {
        let one = move || {
            app_ref
                .anyone()
                .post("/api/v1/registrations", form)
                .wrong_fields()
                .join(" ")
        };
        let tries: Vec<_> = (0..24).map(|_| s.spawn(one)).collect();
        tries.into_iter().map(|t| t.join().unwrap()).collect()
    });
    let told = verdicts.iter().filter(|v| v.contains("sms.code_wrong")).count();
    assert_eq!(
        told, 4,
        "the fifth wrong try is told that there are none left: {verdicts:?}"
    );
    assert_eq!(
        register(&app, USCC, PHONE, &code),
        ["/sms_code sms.code_exhausted"]
    );
}
