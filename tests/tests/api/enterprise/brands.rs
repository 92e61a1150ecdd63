//! F019–F022: brands are entered, found, changed, and go only when nothing refers to them.

use super::{acme, plain, put};
use enterprise::brand;
use serde_json::{Value, json};
use tests::{TestApp, mp4, png};

const LIST: &str = "/api/v1/brands";

fn at(brand: &Value) -> String {
    format!("{LIST}/{}", brand["id"].as_str().unwrap())
}

#[test]
fn a_brand_is_entered_changed_and_removed_with_its_files() {
    let app = TestApp::new();
    let acme = acme(&app);
    let logo = acme.upload("brand_logo", "标志.png", &png(8, 8)).expect(201);
    let video = acme.upload("brand_video", "宣传片.mp4", &mp4(&[])).expect(201);
    let record = json!({"name": "森森", "name_en": "SENSEN", "introduction": "始于 1998 年。\n专注板材。",
                        "logo_file_id": logo["id"], "video_file_id": video["id"]});
    let made = acme.post(LIST, &record).expect(201);
    assert_eq!(
        (
            &made["name_en"],
            &made["logo"]["media_type"],
            &made["video"]["media_type"]
        ),
        (&json!("SENSEN"), &json!("image/png"), &json!("video/mp4"))
    );
    assert_eq!((plain(&app, &logo), plain(&app, &video)), (200, 200));

    let other = acme.upload("brand_logo", "新标志.png", &png(9, 9)).expect(201);
    let mut changed = record.clone();
    changed["logo_file_id"] = other["id"].clone();
    changed.as_object_mut().unwrap().remove("video_file_id");
    let reply = put(&acme, &at(&made), 1, &changed).expect(200);
    assert_eq!((&reply["version"], &reply["video"]), (&json!(2), &Value::Null));
    assert_eq!(
        put(&acme, &at(&made), 1, &changed).expect_problem(412),
        "request.stale"
    );
    assert_eq!(
        acme.put(&at(&made), &changed).expect_problem(428),
        "request.version_missing"
    );
    let closed = [&logo, &video, &other].map(|f| plain(&app, f));
    assert_eq!(closed, [404, 404, 200], "what it no longer has is closed");

    acme.delete(&at(&made)).expect(204);
    assert_eq!(acme.get(&at(&made)).expect_problem(404), "brand.not_found");
    assert_eq!(acme.delete(&at(&made)).expect_problem(404), "brand.not_found");
    assert_eq!(plain(&app, &other), 404);
    app.clock.advance_seconds(24 * 3600 + 1);
    assert_eq!(
        web::upload::sweep(&app.state.db, &app.state.files.vault).unwrap(),
        3
    );
}

#[test]
fn brands_are_found_by_either_name_sorted_and_paged() {
    let app = TestApp::new();
    let acme = acme(&app);
    for (name, english) in [
        ("森森", "Sensen Wood"),
        ("超尔", "Chaoer"),
        ("Ａcme 100%", "Acme"),
    ] {
        acme.post(LIST, &json!({"name": name, "name_en": english}))
            .expect(201);
    }
    let names = |query: &str| -> Vec<String> {
        let found = acme.get(&format!("{LIST}?{query}")).expect(200);
        let items = found["items"].as_array().unwrap();
        items
            .iter()
            .map(|b| b["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names("keyword=WOOD"), ["森森"]);
    assert_eq!(names("keyword=acme%20100%25"), ["Ａcme 100%"]);
    assert_eq!(
        names("keyword=%25"),
        ["Ａcme 100%"],
        "a per cent sign is no wildcard"
    );
    assert_eq!(names("sort=created_at"), ["森森", "超尔", "Ａcme 100%"]);
    assert_eq!(names("sort=-name").len(), 3);
    let page = acme
        .get(&format!("{LIST}?page=2&page_size=2&sort=created_at"))
        .expect(200);
    assert_eq!(
        (&page["total"], &page["items"][0]["name"]),
        (&json!(3), &json!("Ａcme 100%"))
    );
}

#[test]
fn a_name_is_taken_once_however_it_is_written_until_the_brand_is_voided() {
    let app = TestApp::new();
    let acme = acme(&app);
    let first = acme.post(LIST, &json!({"name": "Sensen 森森"})).expect(201);
    let again = acme.post(LIST, &json!({"name": " ＳＥＮＳＥＮ　森森"}));
    assert_eq!(again.expect_problem(409), "brand.name_taken");
    assert_eq!(again.wrong_fields(), ["/name brand.name_taken"]);
    let second = acme.post(LIST, &json!({"name": "超尔"})).expect(201);
    let renamed = put(&acme, &at(&second), 1, &json!({"name": "sensen 森森"}));
    assert_eq!(renamed.expect_problem(409), "brand.name_taken");
    let rival = app.enterprise("91330482746305409W", "平湖市三鑫金属制品厂", &[]);
    rival.post(LIST, &json!({"name": "Sensen 森森"})).expect(201);

    let voided = acme.post(&format!("{}/void", at(&first)), &json!({})).expect(200);
    assert_eq!(
        (&voided["state"], &voided["version"]),
        (&json!("voided"), &json!(2))
    );
    let twice = acme.post(&format!("{}/void", at(&first)), &json!({}));
    assert_eq!(twice.expect_problem(409), "brand.voided_already");
    let changed = put(&acme, &at(&first), 2, &json!({"name": "另一个"}));
    assert_eq!(changed.expect_problem(409), "brand.voided_already");
    acme.post(LIST, &json!({"name": "Sensen 森森"})).expect(201);
    assert_eq!(acme.total(&format!("{LIST}?state=active")), 2);
    assert_eq!(acme.total(&format!("{LIST}?state=voided")), 1);
}

#[test]
fn a_file_was_uploaded_for_its_field_and_has_one_brand() {
    let app = TestApp::new();
    let acme = acme(&app);
    let logo = acme.upload("brand_logo", "标志.png", &png(8, 8)).expect(201);
    let picture = acme.upload("product_picture", "图.png", &png(8, 8)).expect(201);
    let video = acme.upload("brand_video", "片.mp4", &mp4(&[])).expect(201);
    let with = |name: &str, logo: &Value, video: &Value| {
        acme.post(
            LIST,
            &json!({"name": name, "logo_file_id": logo["id"], "video_file_id": video["id"]}),
        )
    };
    let nothing = json!({"id": null});
    for (logo, video, wrong) in [
        (&picture, &nothing, "/logo_file_id upload.wrong_slot"),
        (&nothing, &logo, "/video_file_id upload.wrong_slot"),
        (
            &nothing,
            &json!({"id": kernel::Id::<()>::new()}),
            "/video_file_id upload.unknown_file",
        ),
    ] {
        assert_eq!(with("森森", logo, video).wrong_fields(), [wrong]);
    }
    let first = with("森森", &logo, &video).expect(201);
    let second = with("超尔", &logo, &nothing);
    assert_eq!(second.expect_problem(409), "upload.taken");
    assert_eq!(second.wrong_fields(), ["/logo_file_id upload.taken"]);
    put(&acme, &at(&first), 1, &json!({"name": "森森"})).expect(200);
    with("超尔", &logo, &video).expect(201);
    assert_eq!((plain(&app, &logo), plain(&app, &video)), (200, 200));
}

#[test]
fn a_brand_a_product_has_can_only_be_voided() {
    let app = TestApp::new();
    let acme = acme(&app);
    let logo = acme.upload("brand_logo", "标志.png", &png(8, 8)).expect(201);
    let made = acme
        .post(LIST, &json!({"name": "森森", "logo_file_id": logo["id"]}))
        .expect(201);
    let product = format!("/api/v1/products/{}", app.draft(&acme, "6901234567892"));
    let brand = |id: &Value| {
        let view = acme.get(&product).expect(200);
        let mut record = view["record"].clone();
        record["brand_id"] = id.clone();
        put(&acme, &product, view["version"].as_i64().unwrap(), &record).expect(200);
    };
    brand(&made["id"]);
    assert_eq!(acme.delete(&at(&made)).expect_problem(409), "brand.in_use");
    assert_eq!(plain(&app, &logo), 200, "nothing of it is gone");
    acme.post(&format!("{}/void", at(&made)), &json!({})).expect(200);
    assert_eq!(acme.delete(&at(&made)).expect_problem(409), "brand.in_use");
    assert_eq!(acme.get(&at(&made)).expect(200)["state"], "voided");
    brand(&Value::Null);
    assert_eq!(acme.delete(&at(&made)).status, 204);
}

/// What names a product is locked once it is activated, but a brand may be renamed: the name follows it everywhere, and what was read
/// can always be saved.
#[test]
fn the_name_of_a_brand_follows_it_also_on_activated_products() {
    let app = TestApp::new();
    let acme = acme(&app);
    let made = acme.post(LIST, &json!({"name": "森森"})).expect(201);
    let id = app.draft(&acme, "6901234567892");
    let product = format!("/api/v1/products/{id}");
    let save = |change: &dyn Fn(&mut Value)| {
        let view = acme.get(&product).expect(200);
        let mut record = view["record"].clone();
        change(&mut record);
        put(&acme, &product, view["version"].as_i64().unwrap(), &record)
    };
    save(&|r| r["brand_id"] = made["id"].clone()).expect(200);
    acme.post(&format!("{product}/submit"), &json!({"confirmed": true}))
        .expect(200);
    acme.post(&format!("{product}/activate"), &json!({})).expect(200);
    let revision = acme.get(&product).expect(200)["revision"].clone();
    put(&acme, &at(&made), 1, &json!({"name": "新森"})).expect(200);
    let read = acme.get(&product).expect(200);
    assert_eq!(read["record"]["brand_name"], "新森");
    assert_eq!(
        acme.get("/api/v1/products").expect(200)["items"][0]["brand_name"],
        "新森"
    );
    assert_eq!(
        app.scan("/01/06901234567892").expect(200)["product"]["brand_name"],
        "新森"
    );
    // As it was read, with the old name, with none: nothing of it was changed.
    for name in [json!("新森"), json!("森森"), json!(null)] {
        let saved = save(&|r| r["brand_name"] = name.clone()).expect(200);
        assert_eq!(
            (&saved["record"]["brand_name"], &saved["revision"]),
            (&json!("新森"), &revision),
            "{name}"
        );
    }
    let opened = save(&|r| r["is_report_public"] = json!(true)).expect(200);
    assert_eq!(opened["record"]["is_report_public"], true);
    // Another brand is another matter.
    let other = acme.post(LIST, &json!({"name": "别家"})).expect(201);
    for brand in [other["id"].clone(), json!(null)] {
        let refused = save(&|r| r["brand_id"] = brand.clone());
        assert_eq!(refused.expect_problem(409), "product.field_locked");
    }
}

/// The consumer page's part, and the product form's.
#[test]
fn others_see_what_is_public_and_may_choose_what_is_in_use() {
    let app = TestApp::new();
    let acme = acme(&app);
    let rival = app.enterprise("91330482746305409W", "平湖市三鑫金属制品厂", &[]);
    let logo = acme.upload("brand_logo", "标志.png", &png(8, 8)).expect(201);
    let video = acme.upload("brand_video", "片.mp4", &mp4(&[])).expect(201);
    let record = json!({"name": "森森", "logo_file_id": logo["id"], "video_file_id": video["id"]});
    let epoch = || app.state.db.epoch(acme.enterprise());
    let before = epoch();
    let made = acme.post(LIST, &record).expect(201);
    assert_ne!(epoch(), before, "what is held of it in memory is read again");
    let id: brand::BrandId = made["id"].as_str().unwrap().parse().unwrap();
    let public = |owner| {
        let db = &app.state.db;
        db.read_public(|c| brand::find_public(c, owner, &id)).unwrap()
    };
    let shown = public(acme.enterprise()).unwrap();
    assert_eq!(
        serde_json::to_value(&shown).unwrap(),
        json!({"name": "森森", "name_en": null, "introduction": null, "logo": logo["url"],
               "video": {"url": video["url"], "media_type": "video/mp4", "size": video["size"], "is_playable": true}})
    );
    assert_eq!(public(rival.enterprise()), None);
    let chosen = |owner| {
        app.state
            .db
            .read(owner, |c| brand::find_named(c, &id, "/brand_id"))
    };
    assert_eq!(chosen(acme.enterprise()).unwrap().name, "森森");
    let code = |e: brand::Error| kernel::Coded::code(&e).to_owned();
    assert_eq!(code(chosen(rival.enterprise()).unwrap_err()), "brand.unknown");
    acme.post(&format!("{}/void", at(&made)), &json!({})).expect(200);
    assert_eq!(code(chosen(acme.enterprise()).unwrap_err()), "brand.voided");
    assert_eq!(
        public(acme.enterprise()).unwrap().name,
        "森森",
        "what was printed goes on being explained"
    );
}
