//! What products are classified by: types (F060) and the Global Product Classification (F061).

use product::reference::gpc::{self, Counts};
use serde_json::{Value, json};
use std::{fs, path::PathBuf};
use tests::TestApp;

const PUBLISHED: &str = r#"{"LanguageCode":"EN","Schema":[
 {"Level":1,"Code":83000000,"Title":"Building Products","Childs":[
  {"Level":2,"Code":83010000,"Title":"Building Products","Childs":[
   {"Level":3,"Code":83010100,"Title":"Boards/Sheets","Childs":[
    {"Level":4,"Code":10002018,"Title":"Plywood 100%_pine","Childs":[{"Level":5,"Code":20000001,"Title":"Thickness","Childs":[]}]},
    {"Level":4,"Code":10002019,"Title":"Blockboard","Childs":[]}]}]}]},
 {"Level":1,"Code":10000000,"Title":"Pet Care/Food","Childs":[]}]}"#;
const CHINESE: &str = "code,title,title_en,parent\n83000000,建筑产品,,\n83010000,建筑材料,,83000000\n83010100,板材,,83010000\n10002018,胶合板,,83010100\n";

fn file(app: &TestApp, name: &str, content: &str) -> PathBuf {
    let path = app.scratch().folder().join(name);
    fs::write(&path, content).unwrap();
    path
}
fn import(app: &TestApp, files: &[(&str, &str)]) -> Result<Counts, String> {
    let read = files
        .iter()
        .map(|(name, content)| gpc::read(&file(app, name, content)).map_err(|e| e.to_string()))
        .collect::<Result<Vec<_>, _>>()?;
    app.state
        .db
        .write_platform(|c| gpc::replace(c, read))
        .map_err(|e| e.to_string())
}
fn find(app: &TestApp, query: &str) -> Value {
    app.anyone()
        .get(&format!("/api/v1/reference/gpc{query}"))
        .expect(200)
}
fn codes(found: &Value) -> Vec<&str> {
    found["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["code"].as_str().unwrap())
        .collect()
}

/// F061: without an import the segments can be searched.
#[test]
fn the_segments_are_there_from_the_start() {
    let app = TestApp::new();
    assert_eq!(find(&app, "")["total"], 41);
    assert_eq!(codes(&find(&app, "?keyword=%E5%BB%BA%E7%AD%91")), ["83000000"]);
    assert_eq!(codes(&find(&app, "?keyword=8300")), ["83000000"]);
    assert_eq!(codes(&find(&app, "?keyword=BUILDING%20products")), ["83000000"]);
    assert_eq!(find(&app, "?parent=83000000")["total"], 0);
    assert_eq!(codes(&find(&app, "?page=5&page_size=10")), ["98000000"]);
    let reply = app.anyone().get("/api/v1/reference/gpc");
    assert_eq!(reply.header("cache-control"), "public, max-age=600");
    app.anyone()
        .get("/api/v1/reference/gpc?parent=8300")
        .expect_problem(422);
}

/// F061: an import brings the finer levels, in two languages, with the way to each.
#[test]
fn an_import_brings_the_finer_levels() {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let counts = import(&app, &[("gpc.json", PUBLISHED), ("zh.csv", CHINESE)]).unwrap();
    assert_eq!(
        (counts.segments, counts.families, counts.classes, counts.bricks),
        (2, 1, 1, 2)
    );

    assert_eq!(codes(&find(&app, "")), ["10000000", "83000000"]);
    assert_eq!(codes(&find(&app, "?parent=83010100")), ["10002018", "10002019"]);
    let found = find(&app, "?keyword=%E8%83%B6%E5%90%88");
    assert_eq!(
        found["items"],
        json!([{"code": "10002018", "title": "胶合板", "title_en": "Plywood 100%_pine", "level": 4, "has_children": false, "path": [
            {"code": "83000000", "title": "建筑产品", "title_en": "Building Products"},
            {"code": "83010000", "title": "建筑材料", "title_en": "Building Products"},
            {"code": "83010100", "title": "板材", "title_en": "Boards/Sheets"}]}])
    );
    assert_eq!(
        codes(&find(&app, "?keyword=pine%20plywood")),
        ["10002018"],
        "words in any order"
    );
    assert_eq!(
        codes(&find(&app, "?keyword=100%25_")),
        ["10002018"],
        "wildcards are letters"
    );
    assert_eq!(
        find(&app, "?keyword=20000001")["total"],
        0,
        "attributes are no entries"
    );
    assert_eq!(codes(&find(&app, "?keyword=8301")), ["83010000", "83010100"]);
    assert_eq!(find(&app, "?keyword=83010100")["items"][0]["has_children"], true);

    // A product of a brick says what the brick is called.
    let id = app.product(&acme, "6901234567892");
    let path = format!("/api/v1/products/{id}");
    assert_eq!(acme.get(&path).expect(200)["gpc_title"], "建筑产品");
}

/// F061: a file that is no classification changes nothing; a good one replaces the former wholly.
#[test]
fn an_import_is_all_or_nothing() {
    let app = TestApp::new();
    import(&app, &[("gpc.json", PUBLISHED)]).unwrap();
    let orphan =
        "code,title,title_en,parent\n83000000,建筑产品,,\n83010000,a,,83000000\n1000201,b,,83010000\n";
    assert!(
        import(&app, &[("bad.csv", orphan)])
            .unwrap_err()
            .contains("eight digits")
    );
    assert!(import(&app, &[("bad.json", "[]")]).unwrap_err().contains("GS1"));
    assert!(
        import(&app, &[("bad.csv", "code\n")])
            .unwrap_err()
            .contains("line 1")
    );
    assert_eq!(find(&app, "?keyword=plywood")["total"], 1);
    import(
        &app,
        &[("small.csv", "code,title,title_en,parent\n10000000,宠物,Pets,\n")],
    )
    .unwrap();
    assert_eq!(codes(&find(&app, "")), ["10000000"]);
    assert_eq!(find(&app, "?keyword=plywood")["total"], 0);
}

/// F060: the types are a tree, and say what is expected of each.
#[test]
fn types_are_a_tree() {
    let app = TestApp::new();
    let tree = app.anyone().get("/api/v1/reference/product-types").expect(200);
    let [first, licence] = tree.as_array().unwrap().as_slice() else {
        panic!("two groups: {tree}")
    };
    assert_eq!(first["is_choosable"], false);
    assert_eq!(first["children"].as_array().map(Vec::len), Some(9));
    assert_eq!(licence["children"].as_array().map(Vec::len), Some(14));
    assert_eq!(first["children"][0]["children"][0]["name"], "家用燃气灶具");
    assert_eq!(
        first["children"][3],
        json!({"code": "ddzxc", "name": "电动自行车", "is_choosable": true,
        "expects_mandatory_standard": true, "needs_licence": false, "needs_ccc": true, "note": null, "children": []})
    );
}
