//! What is stored as JSON is read by programs older and newer than the one that wrote it, and whatever is in it, scans
//! and lists are answered.

mod damaged;
mod fixtures;
mod newer;

use db::{AnyConnection, diesel::connection::SimpleConnection};
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
use serde_json::{Value, json};
use tests::{Actor, TestApp};

/// Says something to the database behind the program's back, as another version of the program would.
pub(crate) fn say(app: &TestApp, sql: &str) {
    match &mut app.scratch().location().connect().unwrap() {
        AnyConnection::Pg(c) => c.batch_execute(sql),
        AnyConnection::Sqlite(c) => c.batch_execute(&format!(
            "PRAGMA busy_timeout = 5000; PRAGMA ignore_check_constraints = ON; {sql}"
        )),
    }
    .unwrap();
}

/// Lets a column hold codes that only a newer program knows, as its migration would.
fn loosen(app: &TestApp, table: &str, column: &str) {
    if matches!(app.scratch().location().connect().unwrap(), AnyConnection::Pg(_)) {
        say(
            app,
            &format!("ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {table}_{column}_check"),
        );
    }
}

#[derive(QueryableByName)]
struct Cell {
    #[diesel(sql_type = Text)]
    text: String,
}

/// What stands in a column, in the order it was written.
fn texts(app: &TestApp, column: &str) -> Vec<String> {
    let (table, name) = column.split_once('.').unwrap();
    let key = if table == "product_revisions" {
        "revision"
    } else {
        "id"
    };
    let sql = format!("SELECT {name} AS text FROM {table} WHERE {name} IS NOT NULL ORDER BY {key}");
    let rows: Vec<Cell> = match &mut app.scratch().location().connect().unwrap() {
        AnyConnection::Pg(c) => sql_query(sql).load(c),
        AnyConnection::Sqlite(c) => sql_query(sql).load(c),
    }
    .unwrap();
    rows.into_iter().map(|cell| cell.text).collect()
}

/// Puts a text into a column of all rows.
fn put(app: &TestApp, column: &str, text: &str) {
    let (table, name) = column.split_once('.').unwrap();
    say(
        app,
        &format!("UPDATE {table} SET {name} = '{}'", text.replace('\'', "''")),
    );
}

/// Something of everything that is stored as JSON.
struct World {
    app: TestApp,
    acme: Actor,
    product: String,
    batch: String,
    template: String,
}

const GTIN: &str = "6901234567892";
const CODE: &str = "/01/06901234567892";

fn world() -> World {
    let (app, acme, _) = TestApp::with_two_enterprises();
    let product = app.product(&acme, GTIN).to_string();
    let batch = acme.batch(&product, "B1");
    acme.issue(&product, "A", "001", 5);
    let amended = |field: &str, value: Value| {
        let view = acme.get(&format!("/api/v1/products/{product}")).expect(200);
        let mut record = view["record"].clone();
        record[field] = value;
        acme.with("if-match", &format!("\"{}\"", view["version"]))
            .put(&format!("/api/v1/products/{product}"), &record)
            .expect(200);
    };
    amended("warranty_period", json!("24 个月"));
    amended(
        "attributes",
        json!([{"name": "板材等级", "value": "E0 级", "is_public": true}]),
    );
    let facts = json!({"made_on": "2026-11-02", "expires_on": "2028-10-31", "report_file_ids": [], "is_report_public": false,
                       "note": "补充"});
    acme.with("if-match", "\"1\"")
        .put(&format!("/api/v1/batches/{batch}"), &facts)
        .expect(200);
    let units = json!({"product_id": product, "first_serial": "A002", "last_serial": "A003", "quantity": 2,
                       "batch_no": "B1"});
    acme.post("/api/v1/unit-associations", &units).expect(200);
    let other = acme.batch(&product, "B2");
    let moved =
        json!({"product_id": product, "first_serial": "A003", "batch_no": "B2", "made_on": "2026-11-03"});
    acme.post("/api/v1/unit-associations", &moved).expect(200);
    for (day, reason) in [("2026-11-10", None), ("2026-11-11", Some("录入错误"))] {
        let entry = json!({"ex_factory_on": day, "correction_reason": reason});
        acme.post(&format!("/api/v1/batches/{other}/ex-factory"), &entry)
            .expect(200);
    }
    let view = acme.get(&format!("/api/v1/products/{product}")).expect(200);
    let mut record = view["record"].clone();
    record["licence_number"] = json!("XK03-002-00123");
    acme.with("if-match", &format!("\"{}\"", view["version"]))
        .post(
            &format!("/api/v1/products/{product}/change-requests"),
            &json!({"record": record, "reason": "换证"}),
        )
        .expect(201);
    let recall = json!({"product_id": product, "first_serial": "A005", "last_serial": "A005", "reason": "边角开裂",
                        "advice": "停止使用并联系企业"});
    acme.post("/api/v1/recalls", &recall).expect(201);
    let outer = app.product_at(&acme, "6901234567908", "combination").to_string();
    acme.issue(&outer, "P", "1", 1);
    let content =
        json!({"product_id": product, "first_serial": "A001", "last_serial": "A001", "quantity": 1});
    acme.post(
        "/api/v1/packings",
        &json!({"product_id": outer, "serial": "P1", "contents": [content]}),
    )
    .expect(201);
    let template = json!({"name": "人造板", "basics": {"warranty_period": "24 个月"},
                          "page": {"menus": [{"title": "介绍", "kind": "text", "content": "专注板材"}]}});
    let template = acme.post("/api/v1/product-templates", &template).expect(201);
    acme.put(
        "/api/v1/product-autosaves/new",
        &json!({"content": {"name": "细工"}}),
    )
    .expect(200);
    let order = json!({"product_id": product, "format": "csv"});
    let job = acme.post("/api/v1/unit-exports", &order).expect(202);
    acme.ended_job(job["job_id"].as_str().unwrap());
    World {
        template: template["id"].as_str().unwrap().to_owned(),
        app,
        acme,
        product,
        batch,
    }
}

impl World {
    /// The server, after it has forgotten what it read of this enterprise, as it does with every change.
    #[track_caller]
    fn again(&self) -> &TestApp {
        let form = format!("/api/v1/product-autosaves/{}", self.product);
        self.acme.put(&form, &json!({"content": {}})).expect(200);
        &self.app
    }

    /// A scan is answered, as a page in both languages and as data.
    #[track_caller]
    fn scan_stands(&self, after: &str, code: &str) {
        let anyone = self.app.anyone();
        for (accept, lang) in [
            ("text/html", "zh"),
            ("text/html", "en"),
            ("application/json", "zh"),
        ] {
            let asked = anyone.with("accept", accept).with("accept-language", lang);
            let reply = asked.get(&format!("{CODE}{code}"));
            assert_eq!(
                reply.status,
                200,
                "{after}: {accept} {lang} {code}: {}",
                reply.text()
            );
        }
    }

    /// Scans at every level are answered.
    #[track_caller]
    fn scans_stand(&self, after: &str) {
        for code in ["", "/10/B1", "/21/A001", "/10/B1/21/A002", "/21/A005"] {
            self.scan_stands(after, code);
        }
    }

    /// The console is answered.
    #[track_caller]
    fn answers(&self, after: &str, path: &str) {
        let reply = self.acme.get(&format!("/api/v1{path}"));
        assert_eq!(reply.status, 200, "{after}: {path}: {}", reply.text());
    }

    /// Everything that shows stored records answers something sensible.
    #[track_caller]
    fn stands(&self, after: &str) {
        self.again();
        self.scans_stand(after);
        let today = self.app.clock.now().beijing_date();
        let (product, batch, template) = (&self.product, &self.batch, &self.template);
        for path in [
            "/products".to_owned(),
            format!("/products/{product}"),
            format!("/products/{product}/revisions"),
            format!("/products/{product}/revisions/1"),
            format!("/products/{product}/events"),
            format!("/products/{product}/checks"),
            format!("/products/{product}/as-of?on={today}"),
            format!("/products/{product}/as-of?on={today}&batch_no=B1"),
            format!("/products/{product}/as-of?on={today}&serial=A002"),
            "/batches".to_owned(),
            format!("/batches/{batch}"),
            format!("/batches/{batch}/events"),
            "/units".to_owned(),
            format!("/products/{product}/unit?serial=A002"),
            format!("/products/{product}/unit/events?serial=A001"),
            format!("/unit-exports/stream?product_id={product}&format=csv"),
            "/product-templates".to_owned(),
            format!("/product-templates/{template}"),
            "/product-autosaves/new".to_owned(),
            "/jobs".to_owned(),
            "/enterprise".to_owned(),
            "/recalls".to_owned(),
        ] {
            self.answers(after, &path);
        }
    }
}
