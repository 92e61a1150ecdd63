//! Signing in and staying signed in: F011, F016, F017.

mod guessing;
mod log;
mod phone;
mod refresh;
mod revocation;
mod tokens;

use serde_json::json;
use tests::{Actor, PASSWORD, Reply, TestApp};

const USCC: &str = "91330109589891087U";
const PHONE: &str = "13800138000";

/// A server where one enterprise is registered.
fn registered() -> TestApp {
    let app = TestApp::new();
    app.register(USCC, PHONE);
    app
}

fn sign_in_as(actor: &Actor, login_name: &str, password: &str) -> Reply {
    actor.post(
        "/api/v1/sessions",
        &json!({"login_name": login_name, "password": password}),
    )
}

fn sign_in(app: &TestApp) -> Reply {
    sign_in_as(&app.anyone(), USCC, PASSWORD)
}

fn bearer(app: &TestApp, session: &Reply) -> Actor {
    let body = session.json();
    app.anyone()
        .with_token(body["access_token"].as_str().unwrap_or_else(|| panic!("{body}")))
}

/// The cookie of a reply as a browser sends it back.
fn cookie(reply: &Reply, name: &str) -> String {
    let found = reply.cookies().into_iter().find(|(n, _)| n.ends_with(name));
    let (name, value) = found.unwrap_or_else(|| panic!("no cookie {name}: {}", reply.text()));
    format!("{name}={value}")
}
