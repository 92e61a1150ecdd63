//! One owner for a file: which record has it, and what becomes of it when the record changes or goes.

use serde_json::{Value, json};
use std::{sync::Barrier, thread};
use tests::{Actor, Reply, TestApp, mp4, png};

/// A list of records, what a file of theirs is uploaded for, and a record with this file.
type Kind = (&'static str, &'static str, fn(&Value) -> Value);

const USCC: &str = "91330109589891087U";
const ENTERPRISE: &str = "/api/v1/enterprise";
const BRANDS: &str = "/api/v1/brands";
const QUALIFICATIONS: &str = "/api/v1/qualifications";
const TEMPLATES: &str = "/api/v1/product-templates";
const PRODUCTS: &str = "/api/v1/products";

const KINDS: &[Kind] = &[
    (
        BRANDS,
        "brand_logo",
        |f| json!({"name": "森森", "logo_file_id": f}),
    ),
    (
        BRANDS,
        "brand_video",
        |f| json!({"name": "超尔", "video_file_id": f}),
    ),
    (
        QUALIFICATIONS,
        "qualification_picture",
        |f| json!({"kind": "production_licence", "number": "XK06-001-00001", "is_public": true, "picture_file_ids": [f]}),
    ),
    (TEMPLATES, "page_background", |f| template("人造板", f)),
    (PRODUCTS, "product_picture", |f| {
        product("6901234567892", "picture_file_ids", f)
    }),
    (PRODUCTS, "inspection_report", |f| {
        product("6901234567908", "report_file_ids", f)
    }),
    (PRODUCTS, "manual", |f| {
        product("6901234567915", "manual_file_ids", f)
    }),
    (PRODUCTS, "evidence", |f| {
        product("6902083881405", "evidence_file_ids", f)
    }),
];

fn template(name: &str, header: &Value) -> Value {
    json!({"name": name, "page": {"theme": {"header_picture_file_id": header}}})
}

fn product(trace_code: &str, field: &str, file: &Value) -> Value {
    let mut record = json!({
        "category": "industrial", "trace_code": trace_code, "name": "细工木板", "product_type": "细木工板",
        "gpc_code": "83000000", "model": "18 mm", "standards": ["GB/T 5849-2016"], "picture_file_ids": [], "report_file_ids": [],
        "is_report_public": true, "is_evidence_public": true,
    });
    record[field] = json!([file]);
    record
}

fn upload(of: &Actor, slot: &str) -> Value {
    let (name, content) = match slot {
        "brand_video" => ("宣传片.mp4", mp4(&[])),
        _ => ("图.png", png(8, 8)),
    };
    of.upload(slot, name, &content).expect(201)["id"].clone()
}

fn at(list: &str, made: &Value) -> String {
    format!("{list}/{}", made["id"].as_str().unwrap())
}

/// Puts a record in the place of the one that is there.
fn put(of: &Actor, path: &str, record: &Value) -> Reply {
    let version = of.get(path).expect(200)["version"].clone();
    of.with("if-match", &format!("\"{version}\"")).put(path, record)
}

/// Puts a product back with one change.
fn change(of: &Actor, path: &str, field: &str, to: Value) -> Reply {
    let mut record = of.get(path).expect(200)["record"].clone();
    record[field] = to;
    put(of, path, &record)
}

/// What anyone gets at the address of a file.
fn plain(app: &TestApp, file: &Value) -> u16 {
    app.anyone()
        .get(&format!("/files/{}", file.as_str().unwrap()))
        .status
}

/// Whether the enterprise still has a file.
fn is_there(of: &Actor, file: &Value) -> bool {
    let path = format!("/api/v1/files/{}", file.as_str().unwrap());
    of.get(&path).status == 200
}

/// Lets a day pass and removes what no record has; sessions have ended by then.
fn sweep(app: &TestApp) -> Actor {
    app.clock.advance_seconds(24 * 3600 + 1);
    web::upload::sweep(&app.state.db, &app.state.files.vault).unwrap();
    app.sign_in(USCC, None)
}

#[test]
fn a_record_lets_go_of_what_is_replaced_and_of_everything_when_it_goes() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let mut made = vec![];
    for (list, slot, record) in KINDS {
        let [old, new] = [(); 2].map(|()| upload(&acme, slot));
        let path = at(list, &acme.post(list, &record(&old)).expect(201));
        assert_eq!(plain(&app, &old), 200, "{slot}");
        put(&acme, &path, &record(&new)).expect(200);
        assert_eq!((plain(&app, &old), plain(&app, &new)), (404, 200), "{slot}");
        made.push((list, slot, path, [old, new]));
    }
    let acme = sweep(&app);
    for (list, slot, path, [old, new]) in &made {
        assert_eq!(
            (is_there(&acme, old), is_there(&acme, new)),
            (false, true),
            "{slot}"
        );
        assert_eq!(acme.delete(path).status, 204, "{list}");
        assert_eq!(plain(&app, new), 404, "{slot}");
    }
    let acme = sweep(&app);
    for (_, slot, _, [_, new]) in &made {
        // What consumers saw of a certificate may have to be shown again.
        assert_eq!(is_there(&acme, new), **slot == "qualification_picture", "{slot}");
    }
}

#[test]
fn what_a_record_says_twice_or_another_has_alone_is_refused_at_its_place() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let batch = {
        let product = app.product_at(&acme, "2058989108994", "batch");
        format!("/api/v1/batches/{}", acme.batch(&product, "20261101A"))
    };
    let with_reports = |reports: Value| {
        let facts = json!({"made_on": "2026-11-01", "report_kind": "factory", "report_file_ids": reports, "is_report_public": true});
        put(&acme, &batch, &facts)
    };
    let [first, second] = [(); 2].map(|()| upload(&acme, "inspection_report"));
    with_reports(json!([first])).expect(200);
    for (reply, wrong) in [
        (with_reports(json!([first, first])), "/report_file_ids/1 upload.taken"),
        (
            acme.post(PRODUCTS, &product("6901234567892", "report_file_ids", &first)),
            "/report_file_ids/0 upload.taken",
        ),
        (
            acme.post(PRODUCTS, &{
                let mut record = product("6901234567892", "report_file_ids", &second);
                record["quality_indicators"] = json!([{"kind": "safety", "name": "甲醛释放量", "result": "0.031 mg/m³",
                                                       "report_file_id": second, "is_public": false}]);
                record
            }),
            "/quality_indicators/0/report_file_id upload.taken",
        ),
    ] {
        assert_eq!(reply.expect_problem(409), "upload.taken");
        assert_eq!(reply.wrong_fields(), [wrong]);
    }
    assert_eq!(
        (plain(&app, &first), plain(&app, &second)),
        (200, 404),
        "nothing changed"
    );
    // Once it is let go it may be taken.
    with_reports(json!([])).expect(200);
    assert_eq!(plain(&app, &first), 404);
    acme.post(PRODUCTS, &product("6901234567892", "report_file_ids", &first))
        .expect(201);
    assert_eq!(plain(&app, &first), 200);
    // A picture that is shared may stand in two places.
    let picture = upload(&acme, "product_picture");
    let mut twice = product("6901234567908", "picture_file_ids", &picture);
    twice["picture_file_ids"] = json!([picture, picture]);
    acme.post(PRODUCTS, &twice).expect(201);
}

#[test]
fn a_shared_picture_stays_open_until_the_last_record_lets_it_go() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let [picture, header] = ["product_picture", "page_background"].map(|slot| upload(&acme, slot));
    let template = at(
        TEMPLATES,
        &acme.post(TEMPLATES, &template("人造板", &header)).expect(201),
    );
    let mut record = product("6901234567892", "picture_file_ids", &picture);
    record["page"] = json!({"theme": {"header_picture_file_id": header}});
    let first = at(PRODUCTS, &acme.post(PRODUCTS, &record).expect(201));
    let code = json!({"trace_code": "2058989108994"});
    let copy = acme.post(&format!("{first}/copies"), &code).expect(201);
    let copy = at(PRODUCTS, &copy);
    let open = |expected: u16, after: &str| {
        let seen = [&picture, &header].map(|f| plain(&app, f));
        assert_eq!(seen, [expected; 2], "{after}");
    };
    acme.delete(&template).expect(204);
    open(200, "the template is gone");
    assert_eq!(acme.delete(&first).status, 204);
    open(200, "its model is gone");
    let acme = sweep(&app);
    open(200, "a day has passed");
    change(&acme, &copy, "picture_file_ids", json!([])).expect(200);
    assert_eq!(plain(&app, &picture), 404);
    // Taken up again before it is swept, it is open again.
    change(&acme, &copy, "picture_file_ids", json!([picture])).expect(200);
    open(200, "back again");
    assert_eq!(acme.delete(&copy).status, 204);
    open(404, "nobody has them");
    let acme = sweep(&app);
    assert!(!is_there(&acme, &picture) && !is_there(&acme, &header));
}

#[test]
fn an_earlier_version_keeps_its_files_and_what_was_its_alone_is_closed() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let path = format!("{PRODUCTS}/{}", app.product(&acme, "6901234567892"));
    change(&acme, &path, "is_report_public", json!(true)).expect(200);
    let record = acme.get(&path).expect(200)["record"].clone();
    let (picture, report) = (&record["picture_file_ids"][0], &record["report_file_ids"][0]);
    let [new_picture, new_report] = ["product_picture", "inspection_report"].map(|slot| upload(&acme, slot));
    change(&acme, &path, "picture_file_ids", json!([new_picture])).expect(200);
    change(&acme, &path, "report_file_ids", json!([new_report])).expect(200);
    let taken = acme.post(PRODUCTS, &product("6901234567908", "report_file_ids", report));
    assert_eq!(taken.wrong_fields(), ["/report_file_ids/0 upload.taken"]);
    let acme = sweep(&app);
    let seen = [picture, report, &new_picture, &new_report].map(|f| plain(&app, f));
    assert_eq!(seen, [200, 404, 200, 200]);
    assert!(is_there(&acme, report));
    // A product that is voided goes on answering, with what it showed.
    acme.post(&format!("{path}/void"), &json!({"reason": "停产"}))
        .expect(200);
    let acme = sweep(&app);
    assert!(is_there(&acme, picture) && is_there(&acme, &new_report));
    assert_eq!([&new_picture, &new_report].map(|f| plain(&app, f)), [200, 200]);
}

#[test]
fn the_licence_of_a_registration_is_kept_until_another_is_put_in_its_place() {
    let app = TestApp::new();
    app.register(USCC, "13800138000");
    let acme = sweep(&app);
    let seen = acme.get(ENTERPRISE).expect(200);
    let first = &seen["licence"]["id"];
    assert!(is_there(&acme, first));
    // Nobody takes it away or puts another one there by saving the rest.
    let second = upload(&acme, "business_licence");
    let mut record = json!({"is_licence_public": true});
    for field in [
        "name",
        "region_code",
        "enterprise_types",
        "registered_address",
        "contact_name",
        "contact_phone",
        "company_prefixes",
    ] {
        record[field] = seen[field].clone();
    }
    put(&acme, ENTERPRISE, &record).expect(200);
    assert_eq!(plain(&app, first), 200);
    record["licence_file_id"] = second.clone();
    assert_eq!(
        put(&acme, ENTERPRISE, &record).wrong_fields(),
        ["/licence_file_id enterprise.vouched"]
    );
    let open = acme.get("/api/v1/identity-requests?state=submitted").expect(200);
    let operator = app.operator();
    operator.approve_identity(&open["items"][0]).expect(204);
    let asked = acme
        .ask_identity(|r| r["licence_file_id"] = second.clone())
        .expect(201);
    assert_eq!([first, &second].map(|f| plain(&app, f)), [200, 404], "it waits");
    operator.approve_identity(&asked).expect(204);
    assert_eq!([first, &second].map(|f| plain(&app, f)), [404, 200]);
    // Both stay: the decided request refers to them.
    let acme = sweep(&app);
    assert!(is_there(&acme, first) && is_there(&acme, &second));
}

#[test]
fn of_two_records_that_take_a_file_at_once_one_has_it() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    for round in 0..5 {
        let logo = upload(&acme, "brand_logo");
        let brand = |name: &str| json!({"name": format!("{name}{round}"), "logo_file_id": logo});
        let [first, second] = at_once(
            || acme.post(BRANDS, &brand("森森")),
            || acme.post(BRANDS, &brand("超尔")),
        );
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
        let refused = if first.status == 409 { first } else { second };
        assert_eq!(refused.wrong_fields(), ["/logo_file_id upload.taken"]);
        assert_eq!(plain(&app, &logo), 200);
    }
}

#[test]
fn a_picture_that_one_record_drops_while_another_takes_it_stays() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let mut headers = vec![];
    for round in 0..5 {
        let header = upload(&acme, "page_background");
        let named = |name: &str| template(&format!("{name}{round}"), &header);
        let former = at(TEMPLATES, &acme.post(TEMPLATES, &named("旧")).expect(201));
        let [gone, made] = at_once(|| acme.delete(&former), || acme.post(TEMPLATES, &named("新")));
        assert_eq!((gone.status, made.status), (204, 201));
        headers.push(header);
    }
    sweep(&app);
    for header in &headers {
        assert_eq!(plain(&app, header), 200);
    }
}

fn at_once(one: impl Fn() -> Reply + Sync, other: impl Fn() -> Reply + Sync) -> [Reply; 2] {
    let both = Barrier::new(2);
    let wait_and = |call: &(dyn Fn() -> Reply + Sync)| {
        both.wait();
        call()
    };
    thread::scope(|s| {
        let first = s.spawn(|| wait_and(&one));
        let second = wait_and(&other);
        [first.join().unwrap(), second]
    })
}
