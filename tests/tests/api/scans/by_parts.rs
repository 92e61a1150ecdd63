//! A code asked for by its parts in the query, and what else an address may carry (K14, K9).

use super::{GTIN, world};
use serde_json::json;

const CODE: &str = "/api/v1/code?gtin=6901234567892";

#[test]
fn a_code_is_found_by_its_parts_as_by_its_address() {
    let w = world();
    let anyone = w.app.anyone();
    w.acme.issue(&w.product, "A/?#%".trim_end_matches("#%"), "01", 2);
    for (parts, path) in [
        ("", String::new()),
        ("&batch_no=B1", "/10/B1".to_owned()),
        ("&serial=A001", "/21/A001".to_owned()),
        ("&batch_no=B1&serial=A001", "/10/B1/21/A001".to_owned()),
        ("&serial=A%2F%3F01", "/21/A%2F%3F01".to_owned()),
        ("&serial=NONE", "/21/NONE".to_owned()),
        ("&batch_no=NONE", "/10/NONE".to_owned()),
    ] {
        let by_address = w.app.scan(&format!("{GTIN}{path}"));
        let by_parts = anyone.get(&format!("{CODE}{parts}"));
        assert_eq!(by_parts.status, by_address.status, "{parts}");
        let (mut address, mut parts_of) = (by_address.json(), by_parts.json());
        // Each is a scan, and told which one.
        let count = |a: &serde_json::Value| a["scans"].as_i64().unwrap_or_default();
        if by_address.status == 200 {
            assert_eq!(count(&parts_of), count(&address) + 1, "{parts}");
        }
        for answer in [&mut address, &mut parts_of] {
            answer["scans"] = json!(null);
            answer["answered_at"] = json!(null);
        }
        assert_eq!(parts_of, address, "{parts}");
        assert_eq!(by_parts.header("cache-control"), "no-store");
    }
    // Every spelling of the number.
    for gtin in ["06901234567892", "6901234567892"] {
        assert_eq!(
            anyone.get(&format!("/api/v1/code?gtin={gtin}")).expect(200)["gtin"],
            "06901234567892"
        );
    }
    let day = w.app.clock.now().beijing_date();
    let earlier = anyone.get(&format!("{CODE}&serial=A001&on={day}")).expect(200);
    assert_eq!(
        (&earlier["as_of"], &earlier["scans"]),
        (&json!(day), &json!(null))
    );
}

#[test]
fn parts_that_are_none_are_said_at_their_place() {
    let w = world();
    let wrong = |query: &str| {
        let reply = w.app.anyone().get(&format!("/api/v1/code?{query}"));
        reply.expect_problem(422);
        reply.wrong_fields().concat()
    };
    assert_eq!(wrong(""), "/gtin required");
    assert!(wrong("gtin=6901234567893").starts_with("/gtin gtin."));
    assert!(wrong("gtin=6901234567892&serial=%E5%BA%8F").starts_with("/serial serial_no."));
    assert_eq!(wrong("gtin=6901234567892&serial="), "/serial blank");
    assert!(wrong("gtin=6901234567892&batch_no=123456789012345678901").starts_with("/batch_no batch_no."));
    assert_eq!(wrong("gtin=6901234567892&lot=1"), "/lot unknown_field");
    assert!(wrong("gtin=6901234567892&on=2999-01-01").starts_with("/on scan.day_to_come"));
    let unknown = w.app.anyone().get("/api/v1/code?gtin=6901234500011");
    assert_eq!(
        (unknown.status, &unknown.json()["verdict"]),
        (404, &json!("unknown"))
    );
}

// What strangers append to an address names nothing, and cannot make a true code an unknown one.
#[test]
fn what_is_appended_to_an_address_changes_nothing() {
    let w = world();
    for appended in [
        "a;b",
        "utm_source=x;y",
        "390",
        "=1",
        "999=X",
        "fbclid=%3B",
        "a=b&;;&c",
    ] {
        let answer = w.app.scan(&format!("{GTIN}/21/A001?{appended}"));
        assert_eq!(
            (answer.status, &answer.json()["serial"]),
            (200, &json!("A001")),
            "{appended}"
        );
    }
    for contradicting in ["10=B1", "21=A001", "17=271301"] {
        assert_eq!(
            w.app.scan(&format!("{GTIN}/21/A001?{contradicting}")).status,
            400,
            "{contradicting}"
        );
    }
}

// AI 235 is a piece by a number that its maker did not give: the product says nothing of it.
#[test]
fn a_piece_numbered_by_others_is_not_vouched_for() {
    let w = world();
    for path in ["/235/X", "/235/TPX01?10=B1"] {
        let answer = w.app.scan(&format!("{GTIN}{path}"));
        assert_eq!(
            (answer.status, &answer.json()["verdict"]),
            (404, &json!("unknown")),
            "{path}"
        );
        assert!(!w.page(&format!("{GTIN}{path}")).text().contains("细工木板"));
        let form = w
            .app
            .anyone()
            .with("accept", "application/json")
            .get(&format!("/feedback{GTIN}{path}"));
        assert_eq!(form.status, 404, "{path}");
    }
    // A variant of the product is the product.
    assert_eq!(
        w.app.scan(&format!("{GTIN}/22/2A")).expect(200)["level"],
        "product"
    );
}

#[test]
fn data_and_pages_are_chosen_as_the_standard_says() {
    let w = world();
    let kind = |accept: &str| {
        let reply = w
            .app
            .anyone()
            .with("accept", accept)
            .get(&format!("{GTIN}/21/A001"));
        reply.header("content-type").split(';').next().unwrap().to_owned()
    };
    for accept in [
        "Application/JSON",
        "application/json;q=0.9, text/html;q=0.1",
        "application/json, text/plain, */*",
    ] {
        assert_eq!(kind(accept), "application/json", "{accept}");
    }
    for accept in [
        "*/*",
        "text/html;q=0.9, application/json;q=0.1",
        "application/json;q=0",
        "text/html, application/json",
    ] {
        assert_eq!(kind(accept), "text/html", "{accept}");
    }
}
