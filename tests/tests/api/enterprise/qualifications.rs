//! F023–F028, F030: qualifications, who sees them, and when they end.

use super::{acme, plain, put};
use enterprise::qualification;
use serde_json::{Value, json};
use tests::{Actor, TestApp, png};

const LIST: &str = "/api/v1/qualifications";

fn at(qualification: &Value) -> String {
    format!("{LIST}/{}", qualification["id"].as_str().unwrap())
}

fn picture(acme: &Actor) -> Value {
    acme.upload("qualification_picture", "证书.png", &png(8, 8))
        .expect(201)
}

fn record(picture: &Value, is_public: bool) -> Value {
    json!({"kind": "production_licence", "number": "XK06-001-00001", "issuer": "浙江省市场监督管理局",
           "issued_on": "2024-03-01", "expires_on": "2029-02-28", "is_public": is_public, "picture_file_ids": [picture["id"]]})
}

/// Days from the test's today.
fn day(app: &TestApp, days: i64) -> String {
    let at = app.clock.now().plus_seconds(days * 24 * 3600);
    at.beijing_date().to_string()
}

/// F027: closed means closed for anyone, at once, whatever they guess.
#[test]
fn pictures_follow_the_switch() {
    let app = TestApp::new();
    let acme = acme(&app);
    let first = picture(&acme);
    assert_eq!(plain(&app, &first), 404, "nobody sees it before it is used");
    let made = acme.post(LIST, &record(&first, false)).expect(201);
    assert_eq!(plain(&app, &first), 404);
    let link = made["pictures"][0]["url"].as_str().unwrap().to_owned();
    assert!(link.contains("signature="), "{link}");
    assert_eq!(
        app.anyone().get(&link).status,
        200,
        "its holder has a link that lives ten minutes"
    );
    let public = || {
        let db = &app.state.db;
        let found = db
            .read_public(|c| qualification::list_public(c, acme.enterprise()))
            .unwrap();
        serde_json::to_value(found).unwrap()
    };
    assert_eq!(public(), json!([]));

    let open = put(&acme, &at(&made), 1, &record(&first, true)).expect(200);
    let address = open["pictures"][0]["url"].as_str().unwrap();
    assert_eq!(app.anyone().get(address).status, 200);
    assert_eq!(
        public(),
        json!([{"kind": "production_licence", "name": null, "number": "XK06-001-00001",
                "issuer": "浙江省市场监督管理局", "issued_on": "2024-03-01", "expires_on": "2029-02-28",
                "pictures": [address]}])
    );
    put(&acme, &at(&made), 2, &record(&first, false)).expect(200);
    assert_eq!((app.anyone().get(address).status, public()), (404, json!([])));
    app.clock.advance_seconds(601);
    assert_eq!(app.anyone().get(&link).status, 404, "the holder's link has died");

    let second = picture(&acme);
    put(&acme, &at(&made), 3, &record(&first, true)).expect(200);
    put(&acme, &at(&made), 4, &record(&second, true)).expect(200);
    assert_eq!((plain(&app, &first), plain(&app, &second)), (404, 200));
    acme.delete(&at(&made)).expect(204);
    assert_eq!((plain(&app, &second), public()), (404, json!([])));
    assert_eq!(
        acme.get(&at(&made)).expect_problem(404),
        "qualification.not_found"
    );
    assert_eq!(acme.total(LIST), 0);
}

#[test]
fn a_picture_has_one_qualification_and_was_uploaded_for_it() {
    let app = TestApp::new();
    let acme = acme(&app);
    let first = picture(&acme);
    acme.post(LIST, &record(&first, false)).expect(201);
    let mut other = record(&first, true);
    other["number"] = json!("XK06-001-00002");
    let reply = acme.post(LIST, &other);
    assert_eq!(reply.expect_problem(409), "upload.taken");
    assert_eq!(reply.wrong_fields(), ["/picture_file_ids/0 upload.taken"]);
    assert_eq!(plain(&app, &first), 404, "no other record opens it");
    let logo = acme.upload("brand_logo", "标志.png", &png(8, 8)).expect(201);
    let reply = acme.post(LIST, &record(&logo, true));
    assert_eq!(reply.wrong_fields(), ["/picture_file_ids/0 upload.wrong_slot"]);
}

/// F030: sixty days before its end a certificate is counted, and named on the home page.
#[test]
fn what_ends_soon_and_what_has_ended_is_counted_and_found() {
    let app = TestApp::new();
    let acme = acme(&app);
    let ends = [None, Some(61), Some(60), Some(0), Some(-1)];
    for (i, end) in ends.iter().enumerate() {
        let mut q = record(&picture(&acme), false);
        q["number"] = json!(format!("NO-{i}"));
        q["expires_on"] = json!(end.map(|days| day(&app, days)));
        acme.post(LIST, &q).expect(201);
    }
    let numbers = |query: &str| -> Vec<String> {
        let found = acme.get(&format!("{LIST}?{query}")).expect(200);
        let items = found["items"].as_array().unwrap();
        items
            .iter()
            .map(|q| q["number"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(numbers("expiry_state=valid&sort=number"), ["NO-0", "NO-1"]);
    assert_eq!(numbers("expiry_state=expiring&sort=number"), ["NO-2", "NO-3"]);
    assert_eq!(numbers("expiry_state=expired"), ["NO-4"]);
    // On both databases what has no end comes last.
    assert_eq!(
        numbers("sort=expires_on"),
        ["NO-4", "NO-3", "NO-2", "NO-1", "NO-0"]
    );
    assert_eq!(
        numbers("sort=-expires_on"),
        ["NO-1", "NO-2", "NO-3", "NO-4", "NO-0"]
    );
    let overview = || acme.get("/api/v1/qualification-overview").expect(200);
    assert_eq!(overview(), json!({"valid": 2, "expiring": 2, "expired": 1}));
    app.clock.advance_seconds(24 * 3600);
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let overview = acme.get("/api/v1/qualification-overview").expect(200);
    assert_eq!(overview, json!({"valid": 1, "expiring": 2, "expired": 2}));
}

/// F023, F024
#[test]
fn the_list_is_filtered_by_type_number_and_day_of_issue() {
    let app = TestApp::new();
    let acme = acme(&app);
    for (kind, name, number, issued) in [
        ("production_licence", None, "XK06-001-00001", Some("2024-03-01")),
        ("ccc", None, "2016010706840003", Some("2025-01-31")),
        ("other", Some("浙江制造认证"), "ZZ-1", None),
    ] {
        let q = json!({"kind": kind, "name": name, "number": number, "issued_on": issued, "is_public": true,
                       "picture_file_ids": [picture(&acme)["id"]]});
        acme.post(LIST, &q).expect(201);
    }
    let count = |query: &str| acme.total(&format!("{LIST}?{query}"));
    assert_eq!(count("kind=ccc"), 1);
    assert_eq!(count("number=xk06"), 1);
    assert_eq!(count("issued_from=2024-03-01&issued_to=2025-01-31"), 2);
    assert_eq!(count("issued_from=2024-03-02"), 1);
    assert_eq!(count("issued_to=2024-03-01"), 1);
    assert_eq!(count("kind=other&number=nothing"), 0);
}

#[test]
fn rules_refuse_what_is_certain_and_warn_of_what_is_likely() {
    let app = TestApp::new();
    let acme = acme(&app);
    let first = picture(&acme);
    let with = |field: &str, value: Value| {
        let mut q = record(&first, false);
        q[field] = value;
        acme.post(LIST, &q)
    };
    for (field, value, wrong) in [
        (
            "expires_on",
            json!("2024-02-29"),
            "/expires_on qualification.expires_before_issued",
        ),
        (
            "issued_on",
            json!(day(&app, 1)),
            "/issued_on qualification.issued_in_future",
        ),
        ("kind", json!("other"), "/name required"),
        ("kind", json!("diploma"), "/kind not_in_list"),
        ("picture_file_ids", json!([]), "/picture_file_ids required"),
    ] {
        assert_eq!(
            with(field, value.clone()).wrong_fields(),
            [wrong],
            "{field} {value}"
        );
    }
    let doubtful = with("number", json!("XK6-1-1")).expect(201);
    assert_eq!(
        (
            &doubtful["warnings"][0]["pointer"],
            &doubtful["warnings"][0]["code"]
        ),
        (&json!("/number"), &json!("unusual_shape"))
    );
    let second = picture(&acme);
    let again = acme.post(LIST, &{
        let mut q = record(&second, false);
        q["number"] = json!("ｘｋ6-1-1");
        q
    });
    assert_eq!(again.expect_problem(409), "qualification.number_taken");
    acme.delete(&at(&doubtful)).expect(204);
    let mut q = record(&second, false);
    q["number"] = json!("XK6-1-1");
    acme.post(LIST, &q).expect(201);
}
