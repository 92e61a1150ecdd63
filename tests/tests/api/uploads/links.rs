//! Who reaches a file, and which record may have it.

use super::acme;
use serde_json::{Value, json};
use tests::{Actor, Reply, TestApp, pdf, pdf_of, png};

fn product(acme: &Actor, picture: &Value, report: &Value, is_public: bool) -> Value {
    let record = record(picture, report, is_public);
    acme.post("/api/v1/products", &record).expect(201)
}

fn record(picture: &Value, report: &Value, is_public: bool) -> Value {
    json!({"category": "industrial", "trace_code": "6901234567892", "name": "细工木板", "product_type": "细木工板",
           "gpc_code": "83000000", "model": "18 mm", "standards": ["GB/T 5849-2016"], "picture_file_ids": [picture["id"]],
           "report_file_ids": [report["id"]], "is_report_public": is_public})
}

fn not_found(reply: &Reply) -> bool {
    reply.status == 404 && reply.expect_problem(404) == "upload.not_found"
}

#[test]
fn a_private_file_is_reached_by_a_living_link_and_by_nothing_else() {
    let app = TestApp::new();
    let (acme, anyone) = (acme(&app), app.anyone());
    let report = acme.upload("inspection_report", "报告.pdf", &pdf()).expect(201);
    let other = acme
        .upload("inspection_report", "另一.pdf", &pdf_of(99))
        .expect(201);
    let path = |file: &Value| format!("/files/{}", file["id"].as_str().unwrap());
    let link = report["url"].as_str().unwrap().to_owned();
    let query = link.split_once('?').unwrap().1;
    let (expires, signature) = query.split_once('&').unwrap();
    assert_eq!(anyone.get(&link).bytes, pdf());
    let later = expires.trim_start_matches("expires=").parse::<i64>().unwrap() + 1;
    let mut flipped = signature.to_owned();
    let last = flipped.pop().unwrap();
    flipped.push(if last == 'A' { 'E' } else { 'A' });
    for bad in [
        path(&report),
        format!("{}?{expires}", path(&report)),
        format!("{}?{signature}", path(&report)),
        format!("{}?expires={later}&{signature}", path(&report)),
        format!("{}?{expires}&{flipped}", path(&report)),
        format!("{}?{expires}&signature=", path(&report)),
        format!("{}?{query}", path(&other)),
        format!("/files/{}?{query}", kernel::Id::<()>::new()),
        "/files/nonsense".to_owned(),
    ] {
        let reply = anyone.get(&bad);
        assert!(matches!(reply.status, 404), "{bad}: {}", reply.status);
        assert_eq!(acme.get(&bad).status, 404, "not even one's own token opens {bad}");
    }
    let missing = anyone.get(&format!("/files/{}", kernel::Id::<()>::new()));
    let body = |r: &Reply| (r.json()["code"].clone(), r.bytes.len(), r.status);
    assert_eq!(
        body(&anyone.get(&path(&report))),
        body(&missing),
        "nothing tells that it exists"
    );
    for n in 0..1000_u32 {
        let guess: String = (0..43)
            .map(|i| char::from(b'A' + ((n * 7 + i * 13) % 26) as u8))
            .collect();
        assert!(not_found(
            &anyone.get(&format!("{}?{expires}&signature={guess}", path(&report)))
        ));
    }
    app.clock.advance_seconds(590);
    assert_eq!(anyone.get(&link).status, 200, "ten minutes it lives");
    app.clock.advance_seconds(11);
    assert!(not_found(&anyone.get(&link)));
}

/// F069: what is closed is closed at once, and so is what a product no longer has.
#[test]
fn a_report_follows_the_switch_of_its_product() {
    let app = TestApp::new();
    let (acme, anyone) = (acme(&app), app.anyone());
    let picture = acme.upload("product_picture", "图.png", &png(8, 8)).expect(201);
    let [report, other] = [50, 60].map(|n| {
        acme.upload("inspection_report", "报告.pdf", &pdf_of(n))
            .expect(201)
    });
    let product = product(&acme, &picture, &report, true);
    let plain = format!("/files/{}", report["id"].as_str().unwrap());
    let address = format!("/api/v1/products/{}", product["id"].as_str().unwrap());
    let mut version = 1;
    let mut change = |report: &Value, is_public: bool| {
        let actor = acme.with("if-match", &format!("\"{version}\""));
        version = actor
            .put(&address, &record(&picture, report, is_public))
            .expect(200)["version"]
            .as_i64()
            .unwrap();
    };
    assert_eq!(anyone.get(&plain).status, 200);
    change(&report, false);
    assert!(not_found(&anyone.get(&plain)));
    change(&report, true);
    assert_eq!(anyone.get(&plain).status, 200);
    change(&other, true);
    assert!(not_found(&anyone.get(&plain)), "the product has it no longer");
}

#[test]
fn a_record_takes_only_files_that_were_uploaded_for_it_and_are_still_there() {
    let app = TestApp::new();
    let acme = acme(&app);
    let upload = |slot: &str| acme.upload(slot, "a.png", &png(8, 8)).expect(201);
    let [picture, report, manual] = ["product_picture", "inspection_report", "manual"].map(upload);
    let before = acme.holdings();
    let gone = json!({"id": kernel::Id::<()>::new()});
    for (picture, report, wrong) in [
        (&manual, &report, "/picture_file_ids/0 upload.wrong_slot"),
        (&picture, &picture, "/report_file_ids/0 upload.wrong_slot"),
        (&gone, &report, "/picture_file_ids/0 upload.unknown_file"),
        (&picture, &gone, "/report_file_ids/0 upload.unknown_file"),
    ] {
        let reply = acme.post("/api/v1/products", &record(picture, report, false));
        assert_eq!(reply.wrong_fields(), [wrong]);
    }
    assert_eq!(acme.holdings(), before);
    product(&acme, &picture, &report, false);
    app.clock.advance_seconds(24 * 3600 + 1);
    let removed = web::upload::sweep(&app.state.db, &app.state.files.vault).unwrap();
    assert_eq!(removed, 1, "the manual nothing refers to");
    let acme = app.sign_in("91330109589891087U", Some(acme.enterprise().clone()));
    let status = |file: &Value| {
        acme.get(&format!("/api/v1/files/{}", file["id"].as_str().unwrap()))
            .status
    };
    assert_eq!([&picture, &report, &manual].map(status), [200, 200, 404]);
    assert_eq!(
        app.anyone().get(picture["url"].as_str().unwrap()).status,
        200,
        "same content, still referred to"
    );
}

/// A report is open or closed as its product says, so it has one product.
#[test]
fn a_report_belongs_to_one_product() {
    let app = TestApp::new();
    let (acme, anyone) = (acme(&app), app.anyone());
    let picture = acme.upload("product_picture", "图.png", &png(8, 8)).expect(201);
    let [first, second] = [50, 60].map(|n| {
        acme.upload("inspection_report", "报告.pdf", &pdf_of(n))
            .expect(201)
    });
    let one = product(&acme, &picture, &first, false);
    let other = |report: &Value| {
        let mut record = record(&picture, report, true);
        record["trace_code"] = json!("6902083881405");
        record
    };
    let refused = |reply: Reply| {
        reply.expect_problem(409);
        assert_eq!(reply.wrong_fields(), ["/report_file_ids/0 upload.taken"]);
    };
    refused(acme.post("/api/v1/products", &other(&first)));
    let two = acme.post("/api/v1/products", &other(&second)).expect(201);
    let at = |product: &Value| format!("/api/v1/products/{}", product["id"].as_str().unwrap());
    let editor = acme.with("if-match", "\"1\"");
    refused(editor.put(&at(&two), &other(&first)));
    let plain = |file: &Value| {
        anyone
            .get(&format!("/files/{}", file["id"].as_str().unwrap()))
            .status
    };
    assert_eq!((plain(&first), plain(&second)), (404, 200), "nothing changed");
    editor.put(&at(&one), &record(&picture, &first, true)).expect(200);
    assert_eq!(plain(&first), 200);
}
