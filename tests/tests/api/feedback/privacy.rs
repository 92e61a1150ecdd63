//! What is kept of whoever writes, and who may read it.

use super::{form, only_message, world};
use db::AnyConnection;
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
use serde_json::json;
use tests::TestApp;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Everything that stands in the tables a message touches.
fn everything(app: &TestApp) -> String {
    let mut c = app.scratch().location().connect().unwrap();
    let tables = [
        "feedback_messages",
        "feedback_steps",
        "throttles",
        "files",
        "scan_events",
    ];
    let lines = tables.iter().flat_map(|table| {
        let found: Vec<Line> = match &mut c {
            AnyConnection::Pg(c) => sql_query(format!("SELECT row_to_json(t)::text AS line FROM {table} t"))
                .load(c)
                .unwrap(),
            AnyConnection::Sqlite(c) => {
                let columns: Vec<Line> =
                    sql_query(format!("SELECT name AS line FROM pragma_table_info('{table}')"))
                        .load(c)
                        .unwrap();
                let all: Vec<String> = columns
                    .iter()
                    .map(|l| format!("coalesce(\"{}\", '')", l.line))
                    .collect();
                sql_query(format!("SELECT {} AS line FROM {table}", all.join(" || '|' || ")))
                    .load(c)
                    .unwrap()
            }
        };
        found.into_iter().map(|l| l.line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// No address of anyone, no browser, nothing by which two messages could be told to be from one hand.
#[test]
fn nothing_says_from_where_a_message_came() {
    let app = TestApp::with(&[("PINMA_TRUSTED_PROXIES", "127.0.0.1")]);
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    app.product(&acme, "6901234567892");
    let client = app
        .anyone()
        .with("accept", "application/json")
        .with("x-forwarded-for", "203.0.113.77")
        .with("user-agent", "SecretBrowser/9");
    form(&app, "").send_as(&client).expect(201);
    let stored = everything(&app);
    assert!(
        stored.contains("收到的板材边缘开胶") && stored.contains("feedback:hour:"),
        "{stored}"
    );
    for secret in ["203.0.113.77", "203.0.113", "SecretBrowser", "127.0.0.1"] {
        assert!(!stored.contains(secret), "{secret} is kept: {stored}");
    }
    app.clock.advance_seconds(25 * 3600);
    app.state.db.write_platform(web::throttle::sweep).unwrap();
    assert!(!everything(&app).contains("feedback:"), "the counts vanish");
}

/// The contact is personal: masked in lists, in full where the matter is handled, never on the receipt.
#[test]
fn the_contact_is_for_the_maker_alone() {
    let (app, acme, rival) = world();
    let receipt = form(&app, "")
        .with("contact", "13800138000")
        .send(&app)
        .expect(201);
    assert!(!receipt.to_string().contains("8000"), "{receipt}");
    let list = acme.get("/api/v1/feedback").expect(200);
    assert_eq!(list["items"][0]["contact"], "138****8000");
    assert!(!list.to_string().contains("13800138000"));
    let message = only_message(&acme);
    assert_eq!(message["contact"], "13800138000");
    let id = message["id"].as_str().unwrap();
    assert_eq!(rival.get(&format!("/api/v1/feedback/{id}")).status, 404);
    let reply = json!({"text": "冒充的回复"});
    assert_eq!(
        rival.post(&format!("/api/v1/feedback/{id}/reply"), &reply).status,
        404
    );
    let status = json!({"state": "done"});
    assert_eq!(
        rival
            .post(&format!("/api/v1/feedback/{id}/state"), &status)
            .status,
        404
    );
    assert_eq!(rival.get("/api/v1/feedback").expect(200)["total"], 0);
    assert_eq!(rival.get("/api/v1/feedback/statistics").expect(200)["total"], 0);
    form(&app, "")
        .with("text", "用邮箱联系我吧")
        .with("contact", "li.lei@example.com")
        .send(&app)
        .expect(201);
    assert_eq!(
        acme.get("/api/v1/feedback").expect(200)["items"][0]["contact"],
        "l***@example.com"
    );
}

/// Words are words: shown as they were written, on the receipt and on the form, and untouched in data.
#[test]
fn a_script_in_a_message_is_text() {
    let (app, acme, _) = world();
    let text = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\n第二行 &lt;";
    let made = form(&app, "").with("text", text).send(&app).expect(201);
    assert_eq!(
        (&made["text"], &only_message(&acme)["text"]),
        (&json!(text), &json!(text))
    );
    let number = made["receipt_number"].as_str().unwrap();
    let browser = app.anyone().with("accept", "text/html");
    let page = browser.get(&format!("/feedback/receipts/{number}")).text();
    let again = form(&app, "")
        .with("text", text)
        .with("contact", "\"><script>")
        .send_in_browser(&app)
        .text();
    for page in [page, again] {
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    }
    let reply = json!({"text": "<script>alert(3)</script>"});
    let id = only_message(&acme)["id"].as_str().unwrap().to_owned();
    acme.post(&format!("/api/v1/feedback/{id}/reply"), &reply)
        .expect(200);
    assert!(
        !browser
            .get(&format!("/feedback/receipts/{number}"))
            .text()
            .contains("<script")
    );
}

/// Whoever tries numbers finds nothing, and all that are not there are answered alike.
#[test]
fn receipts_cannot_be_guessed() {
    let (app, _, _) = world();
    let numbers: Vec<String> = (0..3)
        .map(|n| {
            let made = form(&app, &format!("/21/A00{n}")).send(&app).expect(201);
            made["receipt_number"].as_str().unwrap().to_owned()
        })
        .collect();
    let program = app.anyone().with("accept", "application/json");
    let mut answers = std::collections::BTreeSet::new();
    for number in &numbers {
        assert_eq!(number.len(), 19, "80 bits in letters: {number}");
        for at in [0, 7, 18] {
            let mut near: Vec<char> = number.chars().collect();
            near[at] = if near[at] == '7' { '8' } else { '7' };
            let near: String = near.into_iter().collect();
            let mut reply = program.get(&format!("/feedback/receipts/{near}")).expect(404);
            reply.as_object_mut().unwrap().remove("request_id");
            answers.insert(reply.to_string());
        }
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
    let shared = numbers[0]
        .bytes()
        .zip(numbers[1].bytes())
        .filter(|(a, b)| a == b)
        .count();
    assert!(shared < 12, "numbers have nothing in common: {numbers:?}");
}
