//! What a page may hold: links, icons, rich text, files (F073–F080).

use super::{upload, world};
use serde_json::{Value, json};
use tests::Actor;

/// The links of the table and what becomes of each.
fn links() -> Vec<(String, String)> {
    let table = include_str!("../../../../crates/web/src/https_link.tsv");
    let lines = table.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    lines
        .map(|l| l.split_once('\t').unwrap())
        // Those with invisible characters are refused as texts already.
        // And blanks at the ends are taken off first.
        .filter(|(_, url)| !url.contains("\\u{") && url.trim() == *url)
        .map(|(verdict, url)| (verdict.to_owned(), url.to_owned()))
        .collect()
}

/// The places a reply blames.
fn at(reply: &tests::Reply) -> Vec<String> {
    let fields = reply.wrong_fields();
    fields
        .iter()
        .map(|f| f.split(' ').next().unwrap().to_owned())
        .collect()
}

fn put(acme: &Actor, record: &Value) -> tests::Reply {
    acme.post("/api/v1/products", record)
}

#[test]
fn links_of_menus_and_icons_are_https_and_honest() {
    // F074, F078: each link of the table, as a menu and as an icon.
    let w = world();
    let record = w.record();
    let table = links();
    assert!(table.len() >= 60, "{}", table.len());
    for (verdict, url) in table.iter().filter(|(v, u)| v != "ok" && u.len() >= 9) {
        let mut bad = record.clone();
        bad["page"]["menus"][3]["content"] = json!(url);
        bad["page"]["apps"][1]["url"] = json!(url);
        let reply = put(&w.acme, &bad);
        let fields = at(&reply);
        let both = ["/page/apps/1/url", "/page/menus/3/content"].map(str::to_owned);
        assert_eq!(fields, both, "{url}: {}", reply.text());
        let codes: Vec<String> = reply.json()["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["code"].as_str().unwrap().to_owned())
            .collect();
        assert!(
            codes.iter().all(|c| *c == format!("https_url.{verdict}")),
            "{url}: {codes:?}"
        );
    }
    // What is right is taken, and kept in the spelling of browsers.
    let good = table.iter().filter(|(v, _)| v == "ok").map(|(_, url)| url);
    let mut record = w.record();
    record["page"]["menus"] = good
        .take(10)
        .enumerate()
        .map(|(n, url)| json!({"title": format!("链接 {n}"), "kind": "link", "content": url}))
        .collect();
    put(&w.acme, &record).expect(201);
}

#[test]
fn an_icon_of_a_shop_leads_to_the_shop() {
    // F078: the message shows how it should look.
    let w = world();
    let mut record = w.record();
    record["page"]["apps"] = json!([
        {"kind": "jd", "url": "https://jd.com.evil.cn/1"}, {"kind": "taobao", "url": "https://item.jd.com/1.html"},
        {"kind": "wechat", "url": "https://www.example.com/"}, {"kind": "alibaba", "url": "https://www.example.com/"},
        {"kind": "other", "url": "https://www.example.com/"}]);
    let reply = put(&w.acme, &record);
    assert_eq!(
        at(&reply),
        [
            "/page/apps/0/url",
            "/page/apps/1/url",
            "/page/apps/2/url",
            "/page/apps/3/url",
            "/page/apps/4/title"
        ]
    );
    let text = reply.text();
    for example in [
        "https://item.jd.com/100012043978.html",
        "xxxxx.tmall.com",
        "mp.weixin.qq.com/s/",
        "1688.com/offer/",
    ] {
        assert!(text.contains(example), "{example}: {text}");
    }
}

#[test]
fn rich_text_is_sanitised_and_what_went_is_named() {
    // F076.
    let w = world();
    let mut record = w.record();
    record["page"]["menus"][1]["content"] = json!(
        "<p onclick=\"x()\">好<script>alert(1)</script><img src=\"https://evil.example.net/x.png\"><a href=\"http://a.cn\">链</a></p>"
    );
    let made = put(&w.acme, &record).expect(201);
    let warnings = made["warnings"].as_array().unwrap();
    let warning = warnings.iter().find(|x| x["pointer"] == "/page/menus/1/content");
    let message = warning.unwrap_or_else(|| panic!("{made}"))["message"]
        .as_str()
        .unwrap()
        .to_owned();
    for named in ["<script>", "onclick", "站外图片", "http://a.cn"] {
        assert!(message.contains(named), "{named}: {message}");
    }
    let id = made["id"].as_str().unwrap();
    let stored = w.acme.get(&format!("/api/v1/products/{id}")).expect(200);
    let content = stored
        .pointer("/record/page/menus/1/content")
        .or(stored.pointer("/page/menus/1/content"));
    assert_eq!(content.unwrap(), "<p>好<a>链</a></p>");
}

#[test]
fn too_much_and_nothing_are_refused_with_words() {
    let w = world();
    let record = w.record();
    let with = |content: String| {
        let mut record = record.clone();
        record["page"]["menus"][1]["content"] = json!(content);
        put(&w.acme, &record)
    };
    let reply = with(format!("<p>{}</p>", "字".repeat(40_000)));
    assert_eq!(at(&reply), ["/page/menus/1/content"]);
    assert!(reply.text().contains("100000 字节"), "{}", reply.text());
    assert_eq!(
        at(&with("<script>1</script>".to_owned())),
        ["/page/menus/1/content"]
    );
    assert_eq!(at(&with("x".repeat(200_000))), ["/page/menus/1/content"]);
    // Ten megabytes are not even read.
    let huge = with("x".repeat(10 * 1024 * 1024));
    assert_eq!(huge.expect_problem(413), "request.too_large");
    let mut many = record.clone();
    many["page"]["menus"] = json!(vec![
        json!({"title": "一", "kind": "text", "content": "一"});
        11
    ]);
    assert_eq!(at(&put(&w.acme, &many)), ["/page/menus"]);
    let mut twins = record.clone();
    twins["page"]["menus"][1]["title"] = twins["page"]["menus"][0]["title"].clone();
    assert_eq!(at(&put(&w.acme, &twins)), ["/page/menus"]);
    let mut colour = record.clone();
    colour["page"]["theme"]["colour"] = json!("red;}body{display:none");
    assert_eq!(at(&put(&w.acme, &colour)), ["/page/theme/colour"]);
}

#[test]
fn files_of_a_page_are_ones_own_and_meant_for_it() {
    let w = world();
    let record = w.record();
    let foreign = upload(&w.rival, "page_picture");
    let other_slot = upload(&w.acme, "product_picture");
    for (file, status) in [(foreign, 404), (other_slot, 422)] {
        let mut bad = record.clone();
        bad["page"]["menus"][1]["content"] = json!(format!("<img src=\"/files/{file}\">"));
        let reply = put(&w.acme, &bad);
        assert_eq!(reply.status, status);
        assert_eq!(at(&reply), ["/page/menus/1/content"], "{}", reply.text());
        let mut bad = record.clone();
        bad["page"]["theme"]["header_picture_file_id"] = json!(file);
        assert_eq!(at(&put(&w.acme, &bad)), ["/page/theme/header_picture_file_id"]);
        let mut bad = record.clone();
        bad["page"]["apps"][1]["icon_file_id"] = json!(file);
        assert_eq!(at(&put(&w.acme, &bad)), ["/page/apps/1/icon_file_id"]);
    }
}
