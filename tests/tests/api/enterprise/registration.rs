//! Registering: F001, F002, F003, F004, F005, F006, F007, F008, F009, F010.

use serde_json::{Value, json};
use std::thread;
use tests::{Reply, TestApp, registration};

const USCC: &str = "91330109589891087U";
const OTHER: &str = "91330482746305409W";
const PHONE: &str = "13800138000";

fn register(app: &TestApp, form: &Value) -> Reply {
    app.anyone().post("/api/v1/registrations", form)
}

/// What is said of a field, in Chinese.
fn message(reply: &Reply, pointer: &str) -> String {
    let errors = reply.json()["errors"].as_array().cloned().unwrap_or_default();
    let found = errors.iter().find(|e| e["pointer"] == pointer);
    found.map_or_else(String::new, |e| e["message"].as_str().unwrap().to_owned())
}

#[test]
fn each_mistake_gets_its_own_message_at_its_own_field() {
    let app = TestApp::new();
    app.enterprise(OTHER, "平湖市三鑫金属制品厂", &[]);
    let operator = app.operator();
    let (code, licence) = (app.send_sms(PHONE, "registration"), app.licence());
    let good = registration(USCC, PHONE, &code, &licence);
    let wrong_code = if code == "000000" { "000001" } else { "000000" };
    #[rustfmt::skip]
    let cases = [
        ("uscc", json!("91330109589891087X"), "uscc.wrong_check_character", "U"),
        ("uscc", json!("91330109589891078U"), "uscc.wrong_check_character", "校验"),
        ("uscc", json!("9133O109589891087U"), "uscc.wrong_character", "0"),
        ("uscc", json!("9I330109589891087U"), "uscc.wrong_character", "1"),
        ("uscc", json!("91330109589891087"), "uscc.wrong_length", "18"),
        ("uscc", json!("330109589891087"), "uscc.wrong_length", "18"),
        ("uscc", json!(OTHER), "enterprise.uscc_taken", "已注册"),
        ("uscc", json!(OTHER.to_lowercase()), "enterprise.uscc_taken", "已注册"),
        ("name", json!("厂"), "too_short", "2"),
        ("region_code", json!("330100"), "enterprise.unknown_region", "区（县）"),
        ("region_code", json!("330000"), "enterprise.unknown_region", "区（县）"),
        ("region_code", json!("990101"), "*", ""),
        ("region_code", json!("33010"), "*", ""),
        ("enterprise_types", json!([]), "required", "企业类型"),
        ("contact_phone", json!("1380013800"), "mobile", "11 位"),
        ("contact_phone", json!("0571-87654321"), "mobile", "11 位"),
        ("sms_code", json!(wrong_code), "sms.code_wrong", "还可尝试 4 次"),
        ("sms_code", json!("12345"), "pattern", "验证码"),
        ("password", json!("Kq7!mTz2"), "ok", ""),
        ("password", json!("Kq7xmTz2"), "password.classes", "特殊字符"),
        ("password", json!("Kq7!mTz"), "password.length", "8–16"),
        ("password", json!("P@ssw0rd"), "password.common", "常见"),
        ("password", json!("Ab!13800138000"), "password.personal", "手机号"),
        ("licence_file_id", json!(kernel::Id::<()>::new()), "upload.unknown_file", "重新上传"),
        ("licence_file_id", Value::Null, "uuid|type|required", ""),
    ];
    for (field, value, code, words) in cases {
        let mut form = good.clone();
        form[field] = value.clone();
        if code == "ok" {
            form["region_code"] = json!("330100");
        }
        let reply = register(&app, &form);
        assert!(
            matches!(reply.status, 404 | 409 | 422),
            "{field} {value}: {}",
            reply.text()
        );
        let wrong = reply.wrong_fields();
        let pointer = if code == "ok" {
            "/region_code"
        } else {
            &format!("/{field}")
        };
        assert_eq!(wrong.len(), 1, "{field} {value}: {wrong:?}");
        let (at, said) = wrong[0].split_once(' ').unwrap();
        let fits = matches!(code, "*" | "ok") || code.split('|').any(|c| c == said);
        assert!(at == pointer && fits, "{field} {value}: {wrong:?}");
        let text = message(&reply, pointer);
        assert!(text.contains(words), "{field} {value}: {text}");
    }
    assert_eq!(
        operator.total("/api/v1/platform/enterprises"),
        1,
        "nobody was registered by that"
    );
    // After all these mistakes the same code and the same licence are still good.
    let made = register(
        &app,
        &edited(&good, "uscc", "９１３３０１０９５８９８９１０８７ｕ"),
    )
    .expect(201);
    assert_eq!(made["login_name"], USCC);
    assert_eq!(operator.total("/api/v1/platform/enterprises"), 2);
    let again = register(&app, &edited(&good, "uscc", "913502003030472283"));
    assert_eq!(
        again.wrong_fields(),
        ["/sms_code sms.code_expired"],
        "a code is good for one use"
    );
}

fn edited(form: &Value, field: &str, value: &str) -> Value {
    let mut form = form.clone();
    form[field] = json!(value);
    form
}

#[test]
fn all_mistakes_are_said_at_once() {
    let app = TestApp::new();
    app.enterprise(OTHER, "平湖市三鑫金属制品厂", &[]);
    let mut form = registration(OTHER, PHONE, "123456", &app.licence());
    form["region_code"] = json!("330100");
    form["password"] = json!("password");
    let reply = register(&app, &form);
    assert_eq!(reply.expect_problem(422), "request.invalid");
    assert_eq!(
        reply.wrong_fields(),
        [
            "/region_code enterprise.unknown_region",
            "/sms_code sms.code_expired",
            "/password password.classes"
        ],
        "who is here already is told to whoever proved a phone"
    );
    form["sms_code"] = json!(app.send_sms(PHONE, "registration"));
    assert_eq!(
        register(&app, &form).wrong_fields(),
        [
            "/uscc enterprise.uscc_taken",
            "/region_code enterprise.unknown_region",
            "/password password.classes"
        ]
    );
}

/// Of many who register one code at the same moment, one is registered.
#[test]
fn one_code_is_registered_once() {
    let app = TestApp::new();
    let forms: Vec<Value> = (0..8)
        .map(|n| {
            let phone = format!("1380013800{n}");
            registration(
                USCC,
                &phone,
                &app.send_sms(&phone, "registration"),
                &app.licence(),
            )
        })
        .collect();
    let mut statuses: Vec<u16> = thread::scope(|s| {
        let threads: Vec<_> = forms
            .iter()
            .map(|f| s.spawn(|| register(&app, f).status))
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409, 409, 409, 409]);
    assert_eq!(app.operator().total("/api/v1/platform/enterprises"), 1);
}

/// The table of sixty passwords, through the form, in both policies.
#[test]
fn the_form_judges_passwords_by_the_policy() {
    const TABLE: &[(&str, &str, &str)] = &include!("../../../../crates/enterprise/src/password/table.rs");
    assert!(TABLE.len() >= 60);
    for policy in ["zpm", "modern"] {
        let app = TestApp::with(&[("PINMA_PASSWORD_POLICY", policy)]);
        let licence = app.licence();
        for (password, zpm, modern) in TABLE {
            let mut form = registration(USCC, PHONE, "123456", &licence);
            form["password"] = json!(password);
            let expected = match (if policy == "zpm" { zpm } else { modern }, password) {
                (_, &"") => Some("required".to_owned()),
                (_, p) if p.contains(char::is_control) => Some("control_character".to_owned()),
                (&"ok", _) => None,
                (verdict, _) => Some(format!("password.{verdict}")),
            };
            let wrong = register(&app, &form).wrong_fields();
            let said = wrong
                .iter()
                .find_map(|w| w.strip_prefix("/password "))
                .map(str::to_owned);
            assert_eq!(said, expected, "{password:?} under {policy}");
        }
        let rules = app.anyone().get("/api/v1/registrations/rules").expect(200);
        let sentence = rules["password_rule"].as_str().unwrap();
        assert!(
            sentence.starts_with(if policy == "zpm" { "8–16" } else { "15–128" }),
            "{sentence}"
        );
    }
}
