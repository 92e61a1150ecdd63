use super::*;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as B64};
use hmac::Mac;
use kernel::Clock;
use serde_json::{Value, json};
use web::keyed_hash;

struct Fixture {
    keys: TokenKeys,
    folder: KeyFolder,
    secret: Secret,
    kid: String,
    now: Timestamp,
    _root: tempfile::TempDir,
}

fn fixture() -> Fixture {
    let root = tempfile::tempdir().unwrap();
    let folder = KeyFolder::open(root.path()).unwrap();
    let keys = TokenKeys::open(folder.clone()).unwrap();
    let (kid, secret) = folder.family(FAMILY).unwrap().pop().unwrap();
    Fixture {
        keys,
        folder,
        secret,
        kid,
        now: Clock::default().now(),
        _root: root,
    }
}

impl Fixture {
    fn header(&self) -> Value {
        json!({ "typ": TYPE, "alg": "HS256", "kid": self.kid })
    }

    fn claims(&self) -> Value {
        let now = self.now.unix_seconds();
        json!({ "iss": ISSUER, "aud": AUDIENCE, "sub": Id::<()>::new(), "sid": Id::<()>::new(),
                "iat": now, "nbf": now, "exp": now + ACCESS_SECONDS })
    }

    fn forge(&self, header: &Value, claims: &Value, secret: &Secret) -> String {
        let signed = format!(
            "{}.{}",
            B64.encode(header.to_string()),
            B64.encode(claims.to_string())
        );
        let mac = keyed_hash(secret).chain_update(&signed).finalize().into_bytes();
        format!("{signed}.{}", B64.encode(mac))
    }

    fn with(&self, edit: impl FnOnce(&mut Value, &mut Value)) -> String {
        let (mut header, mut claims) = (self.header(), self.claims());
        edit(&mut header, &mut claims);
        self.forge(&header, &claims, &self.secret)
    }
}

#[test]
fn a_token_says_who_and_in_which_session() {
    let f = fixture();
    let (account, session) = (AccountId::new(), SessionId::new());
    let token = f.keys.mint(&account, &session, f.now).unwrap();
    let claims = f.keys.read(&token, f.now).unwrap();
    assert_eq!((claims.sub, claims.sid), (account, session));
    assert!(
        f.keys.read(&f.with(|_, _| {}), f.now).is_some(),
        "the forger makes a good token when nothing is edited"
    );
}

#[test]
fn forged_tokens_are_refused() {
    let f = fixture();
    let now = f.now.unix_seconds();
    let good = f.with(|_, _| {});
    let (signed, mac) = good.rsplit_once('.').unwrap();
    let unsigned = |alg: &str| {
        let header = json!({ "typ": TYPE, "alg": alg, "kid": f.kid });
        format!(
            "{}.{}.",
            B64.encode(header.to_string()),
            B64.encode(f.claims().to_string())
        )
    };
    let edited = {
        let claims = B64.encode(f.claims().to_string());
        let header = signed.split_once('.').unwrap().0;
        format!("{header}.{claims}.{mac}")
    };
    let forged = [
        ("no signature", format!("{signed}.")),
        ("alg none", unsigned("none")),
        ("alg None", unsigned("None")),
        ("alg none, signed", f.with(|h, _| h["alg"] = "none".into())),
        ("alg RS256", f.with(|h, _| h["alg"] = "RS256".into())),
        ("alg ES256", f.with(|h, _| h["alg"] = "ES256".into())),
        ("alg HS384", f.with(|h, _| h["alg"] = "HS384".into())),
        ("alg HS512", f.with(|h, _| h["alg"] = "HS512".into())),
        ("another key", f.forge(&f.header(), &f.claims(), &[9; 32])),
        ("empty key", f.forge(&f.header(), &f.claims(), &[0; 32])),
        ("unknown kid", f.with(|h, _| h["kid"] = "access-unknown".into())),
        (
            "kid is a path",
            f.with(|h, _| h["kid"] = "../../etc/passwd".into()),
        ),
        (
            "no kid",
            f.with(|h, _| {
                h.as_object_mut().unwrap().remove("kid");
            }),
        ),
        (
            "own key in the header",
            f.with(|h, _| {
                h["jwk"] = json!({ "kty": "oct", "k": "AA" });
                h["kid"] = "x".into();
            }),
        ),
        (
            "key address in the header",
            f.with(|h, _| {
                h["jku"] = "https://evil.example/k".into();
                h["kid"] = "x".into();
            }),
        ),
        ("type JWT", f.with(|h, _| h["typ"] = "JWT".into())),
        (
            "no type",
            f.with(|h, _| {
                h.as_object_mut().unwrap().remove("typ");
            }),
        ),
        ("edited claims", edited),
        ("wrong audience", f.with(|_, c| c["aud"] = "someone-else".into())),
        (
            "no audience",
            f.with(|_, c| {
                c.as_object_mut().unwrap().remove("aud");
            }),
        ),
        ("wrong issuer", f.with(|_, c| c["iss"] = "someone-else".into())),
        (
            "expired",
            f.with(|_, c| {
                c["exp"] = (now - 60).into();
                c["iat"] = (now - 660).into();
            }),
        ),
        ("not yet", f.with(|_, c| c["nbf"] = (now + 60).into())),
        ("lives too long", f.with(|_, c| c["exp"] = (now + 86_400).into())),
        (
            "no expiry",
            f.with(|_, c| {
                c.as_object_mut().unwrap().remove("exp");
            }),
        ),
        ("subject is no id", f.with(|_, c| c["sub"] = "admin".into())),
        ("a claim too many", f.with(|_, c| c["role"] = "operator".into())),
        ("cut off", good[..good.len() - 4].to_owned()),
        ("garbage", "a.b.c".to_owned()),
        ("empty", String::new()),
    ];
    assert!(forged.len() >= 20);
    for (how, token) in forged {
        assert!(f.keys.read(&token, f.now).is_none(), "{how}: {token}");
    }
}

#[test]
fn a_token_dies_after_ten_minutes() {
    let f = fixture();
    let token = f.keys.mint(&AccountId::new(), &SessionId::new(), f.now).unwrap();
    assert!(f.keys.read(&token, f.now.plus_seconds(ACCESS_SECONDS)).is_some());
    assert!(
        f.keys
            .read(&token, f.now.plus_seconds(ACCESS_SECONDS + LEEWAY_SECONDS))
            .is_none()
    );
}

#[test]
fn after_a_leak_no_older_key_is_worth_anything() {
    let f = fixture();
    let before = f.keys.mint(&AccountId::new(), &SessionId::new(), f.now).unwrap();
    TokenKeys::replace(&f.folder).unwrap();
    let fresh = TokenKeys::open(f.folder.clone()).unwrap();
    let after = fresh.mint(&AccountId::new(), &SessionId::new(), f.now).unwrap();
    assert!(fresh.read(&before, f.now).is_none());
    assert!(fresh.read(&after, f.now).is_some());
}

#[test]
fn keys_rotate_without_a_failed_request() {
    let f = fixture();
    let before = f.keys.mint(&AccountId::new(), &SessionId::new(), f.now).unwrap();
    TokenKeys::rotate(&f.folder, f.now).unwrap();
    // Another server that started after the rotation, and this one once it looked again.
    let fresh = TokenKeys::open(f.folder.clone()).unwrap();
    let after = fresh.mint(&AccountId::new(), &SessionId::new(), f.now).unwrap();
    assert_ne!(
        decode_header(&before).unwrap().kid,
        decode_header(&after).unwrap().kid
    );
    assert!(fresh.read(&before, f.now).is_some() && fresh.read(&after, f.now).is_some());
    TokenKeys::rotate(&f.folder, Timestamp::now()).unwrap();
    let third = TokenKeys::open(f.folder.clone()).unwrap();
    assert!(
        third.read(&before, f.now).is_some() && third.read(&after, f.now).is_some(),
        "tokens that are about stay good however often keys are rotated"
    );
    TokenKeys::rotate(&f.folder, Timestamp::now().plus_seconds(SILENT_SECONDS + 1)).unwrap();
    let fourth = TokenKeys::open(f.folder.clone()).unwrap();
    assert!(
        fourth.read(&before, f.now).is_none(),
        "a key that has been silent is gone"
    );
}
