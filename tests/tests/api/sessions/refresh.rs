//! Renewing a session, and the cookies that do it.

use super::{PASSWORD, USCC, bearer, cookie, registered, sign_in};
use serde_json::json;
use tests::{Reply, TestApp};

fn refresh(app: &TestApp, cookie: &str) -> Reply {
    let browser = app
        .anyone()
        .with("cookie", cookie)
        .with("x-requested-with", "pinma");
    browser.send(&ureq::http::Method::POST, "/api/v1/sessions/refresh", None, &[])
}

fn refreshed(reply: &Reply) -> String {
    assert_eq!(reply.status, 200, "{}", reply.text());
    cookie(reply, "pinma_refresh")
}

#[test]
fn a_refresh_token_is_good_once_and_reuse_ends_the_family() {
    let app = registered();
    let opened = sign_in(&app);
    let first = cookie(&opened, "pinma_refresh");
    let second_reply = refresh(&app, &first);
    let second = refreshed(&second_reply);
    assert_ne!(first, second);
    let third_reply = refresh(&app, &second);
    let third = refreshed(&third_reply);
    let actors = [&opened, &second_reply, &third_reply].map(|r| bearer(&app, r));
    actors.iter().for_each(|a| drop(a.get("/api/v1/me").expect(200)));
    let other = sign_in(&app);

    app.clock.advance_seconds(60);
    assert_eq!(
        refresh(&app, &first).expect_problem(401),
        "auth.session_ended",
        "somebody copied it"
    );
    assert_eq!(
        refresh(&app, &third).expect_problem(401),
        "auth.session_ended",
        "so nobody has it any more"
    );
    for actor in actors {
        assert_eq!(actor.get("/api/v1/me").expect_problem(401), "auth.session_ended");
    }
    bearer(&app, &other).get("/api/v1/me").expect(200);
    refreshed(&refresh(&app, &cookie(&other, "pinma_refresh")));
}

#[test]
fn a_token_whose_answer_was_lost_gets_an_equal_successor_for_a_minute() {
    let app = registered();
    let first = cookie(&sign_in(&app), "pinma_refresh");
    let lost = refreshed(&refresh(&app, &first));
    app.clock.advance_seconds(59);
    let again = refresh(&app, &first);
    let second = refreshed(&again);
    assert_ne!(second, lost);
    bearer(&app, &again).get("/api/v1/me").expect(200);
    let third = refreshed(&refresh(&app, &second));
    app.clock.advance_seconds(1);
    assert_eq!(refresh(&app, &first).expect_problem(401), "auth.session_ended");
    for token in [lost, second, third] {
        assert_eq!(refresh(&app, &token).status, 401, "the family is dead");
    }
}

#[test]
fn of_twenty_parallel_renewals_with_one_token_all_have_a_session() {
    let app = registered();
    let token = cookie(&sign_in(&app), "pinma_refresh");
    let replies: Vec<Reply> = std::thread::scope(|s| {
        let threads: Vec<_> = (0..20).map(|_| s.spawn(|| refresh(&app, &token))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    for reply in &replies {
        let successor = refreshed(reply);
        bearer(&app, reply).get("/api/v1/me").expect(200);
        refreshed(&refresh(&app, &successor));
    }
}

#[test]
fn after_signing_out_no_token_of_the_session_revives_it() {
    let app = registered();
    let opened = sign_in(&app);
    let first = cookie(&opened, "pinma_refresh");
    let renewed = refresh(&app, &first);
    let second = refreshed(&renewed);
    assert_eq!(
        bearer(&app, &renewed).delete("/api/v1/sessions/current").status,
        204
    );
    for token in [first, second] {
        assert_eq!(refresh(&app, &token).expect_problem(401), "auth.session_ended");
    }
    assert_eq!(
        bearer(&app, &renewed).get("/api/v1/me").expect_problem(401),
        "auth.session_ended"
    );
}

#[test]
fn nothing_is_renewed_for_whoever_has_no_token_or_comes_from_another_site() {
    let app = registered();
    let token = cookie(&sign_in(&app), "pinma_refresh");
    let simple = app
        .anyone()
        .with("cookie", &token)
        .post("/api/v1/sessions/refresh", &json!({}));
    assert_eq!(
        simple.expect_problem(401),
        "auth.session_ended",
        "a form of another site cannot send the header"
    );
    for bad in [
        "",
        "pinma_refresh=x",
        "__Host-pinma_refresh=",
        "__Host-pinma_refresh=AAAA",
    ] {
        assert_eq!(
            refresh(&app, bad).expect_problem(401),
            "auth.session_ended",
            "{bad}"
        );
    }
    refreshed(&refresh(&app, &token));
}

#[test]
fn a_session_ends_when_idle_and_some_day_in_any_case() {
    let app = registered();
    let opened = sign_in(&app);
    let acme = bearer(&app, &opened);
    app.clock.advance_seconds(590);
    acme.get("/api/v1/me").expect(200);
    app.clock.advance_seconds(20);
    assert_eq!(
        acme.get("/api/v1/me").expect_problem(401),
        "auth.token_invalid",
        "ten minutes for a token"
    );
    let token = refreshed(&refresh(&app, &cookie(&opened, "pinma_refresh")));
    app.clock.advance_seconds(2 * 3600 + 1);
    assert_eq!(refresh(&app, &token).status, 401, "two hours idle");

    let remembered = json!({"login_name": USCC, "password": PASSWORD, "remember": true});
    let opened = app.anyone().post("/api/v1/sessions", &remembered);
    let mut token = cookie(&opened, "pinma_refresh");
    for _ in 0..4 {
        app.clock.advance_seconds(7 * 86_400 - 60);
        token = refreshed(&refresh(&app, &token));
    }
    app.clock.advance_seconds(3 * 86_400);
    assert_eq!(refresh(&app, &token).status, 401, "thirty days in all");
}

#[test]
fn cookies_are_for_this_host_alone_and_no_script_sees_them() {
    let set = |app: &TestApp, remember: bool| {
        let body = json!({"login_name": USCC, "password": PASSWORD, "remember": remember});
        let reply = app.anyone().post("/api/v1/sessions", &body);
        assert_eq!((reply.status, reply.header("cache-control")), (201, "no-store"));
        assert!(
            !reply
                .text()
                .contains(cookie(&reply, "refresh").split_once('=').unwrap().1),
            "not in the body"
        );
        reply.set_cookies()
    };
    let app = registered();
    for (remember, lives) in [(false, false), (true, true)] {
        let cookies = set(&app, remember);
        assert_eq!(cookies.len(), 2, "{cookies:?}");
        for c in &cookies {
            assert!(c.starts_with("__Host-pinma_"), "{c}");
            for flag in ["; HttpOnly", "; Secure", "; SameSite=Strict", "; Path=/"] {
                assert!(c.contains(flag), "{c} lacks {flag}");
            }
            assert!(!c.contains("Domain="), "{c}");
        }
        let refresh = cookies.iter().find(|c| c.contains("refresh")).unwrap();
        assert_eq!(refresh.contains("Max-Age=604800"), lives, "{refresh}");
    }
    let plain = TestApp::with(&[("PINMA_PUBLIC_URL", "http://localhost:8080")]);
    plain.register(USCC, "13800138000");
    for c in set(&plain, false) {
        assert!(
            c.starts_with("pinma_") && c.contains("; HttpOnly") && !c.contains("Secure"),
            "{c}"
        );
    }
    let opened = sign_in(&app);
    let out = bearer(&app, &opened).delete("/api/v1/sessions/current");
    assert_eq!(out.status, 204);
    let taken = out.set_cookies();
    assert!(
        taken
            .iter()
            .any(|c| c.starts_with("__Host-pinma_refresh=;") && c.contains("Max-Age=0")),
        "{taken:?}"
    );
}
