//! Access tokens.

use super::{bearer, registered, sign_in};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as B64};
use enterprise::session::TokenKeys;
use hmac::Mac;
use kernel::Timestamp;
use serde_json::{Value, json};
use std::{
    sync::atomic::{AtomicBool, AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};
use tests::{TestApp, wait_for};
use web::{KeyFolder, Secret, keyed_hash};

fn keys(app: &TestApp) -> KeyFolder {
    KeyFolder::open(&app.scratch().folder().join("keys")).unwrap()
}

fn decoded(token: &str, part: usize) -> Value {
    let text = B64.decode(token.split('.').nth(part).unwrap()).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn signed(header: &Value, claims: &Value, secret: &Secret) -> String {
    let text = format!(
        "{}.{}",
        B64.encode(header.to_string()),
        B64.encode(claims.to_string())
    );
    let mac = keyed_hash(secret).chain_update(&text).finalize().into_bytes();
    format!("{text}.{}", B64.encode(mac))
}

#[test]
fn forged_tokens_are_refused() {
    let app = registered();
    let good = sign_in(&app).json()["access_token"].as_str().unwrap().to_owned();
    let (header, claims) = (decoded(&good, 0), decoded(&good, 1));
    let (_, secret) = keys(&app).family("access-").unwrap().pop().unwrap();
    let with = |part: &Value, field: &str, value: Value| {
        let mut part = part.clone();
        match value {
            Value::Null => drop(part.as_object_mut().unwrap().remove(field)),
            value => part[field] = value,
        }
        part
    };
    let header_with = |field: &str, value: Value| signed(&with(&header, field, value), &claims, &secret);
    let claim_with = |field: &str, value: Value| signed(&header, &with(&claims, field, value), &secret);
    let unsigned = |alg: &str| {
        let header = with(&header, "alg", json!(alg));
        format!(
            "{}.{}.",
            B64.encode(header.to_string()),
            B64.encode(claims.to_string())
        )
    };
    let other = keys(&app).secret("links").unwrap();
    let now = claims["iat"].as_i64().unwrap();
    let edited = with(&claims, "sub", json!(kernel::Id::<()>::new()));
    let parts: Vec<&str> = good.split('.').collect();
    #[rustfmt::skip]
    let forged = [
        ("alg none", unsigned("none")),
        ("alg NONE", unsigned("NONE")),
        ("no signature", format!("{}.{}.", parts[0], parts[1])),
        ("two parts", format!("{}.{}", parts[0], parts[1])),
        ("edited claim", format!("{}.{}.{}", parts[0], B64.encode(edited.to_string()), parts[2])),
        ("HS384", header_with("alg", json!("HS384"))),
        ("HS512", header_with("alg", json!("HS512"))),
        ("RS256 with our secret", header_with("alg", json!("RS256"))),
        ("ES256 with our secret", header_with("alg", json!("ES256"))),
        ("another of our keys", signed(&header, &claims, &other)),
        ("a key of zeros", signed(&header, &claims, &[0; 32])),
        ("unknown kid", header_with("kid", json!("access-0"))),
        ("kid of another key", header_with("kid", json!("links"))),
        ("kid as a path", header_with("kid", json!("../keys/links"))),
        ("no kid", header_with("kid", Value::Null)),
        ("foreign jku", signed(&with(&header, "jku", json!("https://evil.example/jwks")), &claims, &[7; 32])),
        ("embedded jwk", signed(&with(&header, "jwk", json!({"kty": "oct", "k": B64.encode([7; 32])})), &claims, &[7; 32])),
        ("plain JWT type", header_with("typ", json!("JWT"))),
        ("no type", header_with("typ", Value::Null)),
        ("another audience", claim_with("aud", json!("pinma-scan"))),
        ("another issuer", claim_with("iss", json!("evil"))),
        ("no audience", claim_with("aud", Value::Null)),
        ("expired", claim_with("exp", json!(now - 10))),
        ("not yet", claim_with("nbf", json!(now + 3600))),
        ("for ever", claim_with("exp", json!(now + 86_400 * 365))),
        ("no expiry", claim_with("exp", Value::Null)),
        ("expiry as text", claim_with("exp", json!("never"))),
        ("another account", claim_with("sub", json!(kernel::Id::<()>::new()))),
        ("a session there never was", claim_with("sid", json!(kernel::Id::<()>::new()))),
        ("rights of its own", claim_with("permissions", json!(["platform.enterprise.control"]))),
        ("garbage", "a.b.c".to_owned()),
        ("nothing", String::new()),
    ];
    assert!(forged.len() >= 20);
    let anyone = app.anyone();
    anyone.with_token(&good).get("/api/v1/me").expect(200);
    anyone
        .with_token(&signed(&header, &claims, &secret))
        .get("/api/v1/me")
        .expect(200);
    for (what, token) in &forged {
        let reply = anyone.with_token(token).get("/api/v1/products");
        let code = reply.expect_problem(401);
        assert!(
            matches!(code.as_str(), "auth.token_invalid" | "auth.session_ended"),
            "{what}: {code}"
        );
        assert_eq!(reply.header("www-authenticate"), "Bearer", "{what}");
        assert_eq!(
            anyone
                .with_token(token)
                .post("/api/v1/products", &json!({}))
                .status,
            401,
            "{what}"
        );
    }
    for scheme in [
        "Basic cGlubWE6cGlubWE=",
        "Token x",
        "Bearer",
        &format!("Bearer  {good} x"),
    ] {
        assert_eq!(
            anyone.with("authorization", scheme).get("/api/v1/me").status,
            401,
            "{scheme}"
        );
    }
}

/// Keys are changed under load: no token that lives is refused, new ones carry the new key, and a key that was
/// replaced twice is worth nothing.
#[test]
fn keys_rotate_without_a_failed_request() {
    let app = registered();
    let first = bearer(&app, &sign_in(&app));
    let (stop, asked) = (AtomicBool::new(false), AtomicU32::new(0));
    let kid = |token: &str| decoded(token, 0)["kid"].as_str().unwrap().to_owned();
    let second = thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    first.get("/api/v1/me").expect(200);
                    asked.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        wait_for("requests under way", Duration::from_secs(20), || {
            match asked.load(Ordering::Relaxed) {
                few @ 0..=50 => Err(few),
                _ => Ok(()),
            }
        });
        let newest = TokenKeys::rotate(&keys(&app), Timestamp::now()).unwrap();
        let until = Instant::now() + Duration::from_secs(5);
        let second = loop {
            let actor = bearer(&app, &sign_in(&app));
            actor.get("/api/v1/me").expect(200);
            if kid(actor.token()) == newest {
                break actor;
            }
            assert!(Instant::now() < until, "the new key is never used");
            thread::sleep(Duration::from_millis(100));
        };
        stop.store(true, Ordering::Relaxed);
        second
    });
    let later = Timestamp::now().plus_seconds(700);
    TokenKeys::rotate(&keys(&app), later).unwrap();
    let until = Instant::now() + Duration::from_secs(5);
    while first.get("/api/v1/me").status == 200 {
        assert!(Instant::now() < until, "the oldest key is never forgotten");
        thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(first.get("/api/v1/me").expect_problem(401), "auth.token_invalid");
    second.get("/api/v1/me").expect(200);
}
