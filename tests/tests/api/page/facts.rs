//! What the page shows, and what it never tells (F133–F137).

use super::{GTIN, upload, world};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::Read;
use tests::{markup, png};

#[test]
fn everything_a_maker_shows_is_on_the_page_and_in_the_data() {
    // F134, F163–F166, F073–F080.
    let w = world();
    w.activated(&w.record());
    let page = w.page(GTIN).text();
    for shown in [
        "细工木板",
        "森森",
        "GB 18580-2017",
        "XK03-001-00001",
        "板材等级",
        "E0 级",
        "甲醛释放量",
        "0.031 mg/m³",
        "杉木芯条",
        "A 厂家",
        "著名商标",
        "AAA",
        "企业介绍",
        "第一行\n第二行",
        "保养",
        "a-center",
        "京东",
        "商城",
        "格式已核对",
        "已核对营业执照",
        "型式检验",
        "企业自报",
        "2028-01-01",
        "杭州超尔切削工具有限公司",
        "/menus/06901234567892/3",
    ] {
        assert!(page.contains(shown), "{shown} is not on the page");
    }
    // No institution told anything itself, so none answers for anything: a type test is its maker's word like the rest.
    assert_eq!(
        page.matches("class=\"who authority\"").count(),
        1,
        "in the legend alone"
    );
    // The tick is for what was compared with the licence: name and code, and both words of the legend.
    let ticked = |voucher: &str| page.matches(&format!("class=\"who {voucher}\"><svg")).count();
    assert_eq!(
        ["business_licence", "authority", "format", "platform", "maker"].map(ticked),
        [3, 1, 0, 0, 0]
    );
    assert_eq!(markup::faults(&page), [] as [&str; 0]);
    assert!(
        !page.contains("很长的文字很长的文字"),
        "long menus are pages of their own"
    );
    let long = w.page("/menus/06901234567892/3");
    assert_eq!(long.status, 200);
    assert!(long.text().contains("很长的文字很长的文字"));
    assert_eq!(markup::faults(&long.text()), [] as [&str; 0]);
    assert_eq!(w.page("/menus/06901234567892/9").status, 404);
    assert_eq!(w.page("/menus/06900000000007/1").status, 404);

    let data = w.app.scan(GTIN).expect(200);
    let product = &data["product"];
    assert_eq!(
        product["parts"],
        json!([{"kind": "material", "name": "杉木芯条", "model": null, "supplier": "A 厂家", "licence_number": null}])
    );
    assert_eq!(product["indicators"].as_array().unwrap().len(), 1);
    assert_eq!(product["page"]["menus"][1]["title"], "图文");
    assert_eq!(
        product["vouchers"],
        json!({"trace_code": "platform", "standards": "format", "licence_number": "format"})
    );
    assert_eq!(product["report_kind"], "type_test");
    assert_eq!(product["documents"][0]["kind"], "report");
    let report = &product["indicators"][0]["report"]["url"];
    assert_eq!(w.app.anyone().get(report.as_str().unwrap()).status, 200);
}

#[test]
fn the_maker_comes_straight_after_the_product_and_three_certificates_before_all() {
    let w = world();
    w.activated(&w.record());
    let qualified = |n: u32| {
        let record = json!({"kind": "quality_management", "number": format!("ISO-{n:03}"), "is_public": true,
                            "issued_on": "2024-01-01", "expires_on": "2029-01-01",
                            "picture_file_ids": [upload(&w.acme, "qualification_picture")]});
        w.acme.post("/api/v1/qualifications", &record).expect(201);
    };
    for n in 0..3 {
        qualified(n);
    }
    assert!(
        !w.page(GTIN).text().contains("<details"),
        "three are shown at once"
    );
    for n in 3..12 {
        qualified(n);
    }
    let page = w.page(GTIN).text();
    let at = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("{text} is not on the page"))
    };
    assert!(at("统一社会信用代码") < at("板材等级") && at("统一社会信用代码") < at("企业资质"));
    let (before, rest) = page.split_once("<details").unwrap();
    assert_eq!(before.matches("ISO-").count(), 3);
    assert_eq!(rest.matches("ISO-").count(), 9);
    assert!(rest.contains("全部 12 项"));
    assert_eq!(markup::faults(&page), [] as [&str; 0]);
    let english = w.page(&format!("{GTIN}?lang=en")).text();
    assert!(english.contains("All 12"));
}

#[test]
fn a_code_that_is_suspect_says_where_to_tell() {
    let w = world();
    w.activated(&w.record());
    let issued = w.page(&format!("{GTIN}/21/NEVER")).text();
    assert!(
        issued.contains("举报疑似假冒") && issued.contains("?kind=counterfeit"),
        "{issued}"
    );
    let at = |text: &str| issued.find(text).unwrap();
    assert!(
        at("举报疑似假冒") < at("产品信息"),
        "beside the verdict, not below everything"
    );
    assert!(!issued.contains("意见反馈"), "one way, not two");
    let form = issued
        .split("href=\"")
        .find(|t| t.starts_with("/feedback"))
        .unwrap();
    let form = w.page(form.split('"').next().unwrap()).text();
    assert!(form.contains("value=\"counterfeit\" required checked"), "{form}");
    for path in ["/01/06900000000007", "/01/06901234567890"] {
        let page = w.page(path).text();
        assert!(
            page.contains("举报疑似假冒") && page.contains("tel:12315"),
            "{path}"
        );
        assert_eq!(markup::faults(&page), [] as [&str; 0]);
    }
    // What is wrong with it for those who know what that means.
    let broken = w.page("/01/06901234567890").text();
    let (said, technical) = broken.split_once("<details").unwrap();
    assert!(!said.contains("应用标识符") && technical.contains("校验位"));
    assert!(!w.page(GTIN).text().contains("举报"), "a good code is no suspect");
}

#[test]
fn what_is_not_shown_is_nowhere() {
    // F135, F165: neither the page nor the data nor any file tells it.
    let w = world();
    let record = w.record();
    w.activated(&record);
    for text in [
        w.page(GTIN).text(),
        w.app.scan(GTIN).text(),
        w.page("/menus/06901234567892/3").text(),
    ] {
        for secret in ["绝密", "暗藏", "成本价", "机密数字"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }
    let hidden = record["quality_indicators"][1]["report_file_id"]
        .as_str()
        .unwrap();
    assert_eq!(w.app.anyone().get(&format!("/files/{hidden}")).status, 404);
}

#[test]
fn an_inactive_product_tells_nothing_of_itself() {
    let w = world();
    w.acme.post("/api/v1/products", &w.record()).expect(201);
    let page = w.page(GTIN).text();
    assert!(page.contains("该码未激活") && page.contains("杭州超尔切削工具有限公司"));
    for untold in ["细工木板", "森森", "E0 级", "企业介绍", "14532d", "/leave"] {
        assert!(!page.contains(untold), "{untold}");
    }
    assert_eq!(w.page("/menus/06901234567892/1").status, 404);
    assert_eq!(w.app.scan(GTIN).expect(200)["chapters"], json!([]));
}

#[test]
fn a_change_is_told_with_its_day() {
    let w = world();
    let mut record = w.record();
    let id = w.activated(&record);
    assert!(!w.page(GTIN).text().contains("更新了"));
    record["warranty_period"] = json!("24 个月");
    record["commercial"]["credit_grade"] = json!("AA");
    let path = format!("/api/v1/products/{id}");
    let version = w.acme.get(&path).expect(200)["version"].clone();
    let changer = w.acme.with("if-match", &format!("\"{version}\""));
    changer.put(&path, &record).expect(200);
    let page = w.page(GTIN).text();
    let line = page.split("企业于 ").nth(1).unwrap_or_else(|| panic!("{page}"));
    assert!(
        line.contains("更新了：") && line.contains("质保期限") && line.contains("企业推荐"),
        "{line}"
    );
    assert_eq!(
        w.app.scan(GTIN).expect(200)["product"]["updated"]["changed_fields"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn the_page_may_do_nothing_but_be_read() {
    // No scripts, and styles by their hashes alone.
    let w = world();
    w.activated(&w.record());
    for path in [
        GTIN,
        "/menus/06901234567892/3",
        "/01/06900000000007",
        "/leave?code=06901234567892&to=https%3A%2F%2Fx.cn",
    ] {
        let reply = w.page(path);
        let policy = reply.header("content-security-policy").to_owned();
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert!(
            !policy.contains("script-src") && policy.contains("frame-ancestors 'self'"),
            "{policy}"
        );
        let text = reply.text();
        let styles: Vec<&str> = text
            .split("<style>")
            .skip(1)
            .map(|s| s.split("</style>").next().unwrap())
            .collect();
        assert_eq!(styles.len(), 2);
        for style in styles {
            let hash = STANDARD.encode(Sha256::digest(style));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "{path}: {policy}");
        }
    }
}

#[test]
fn a_packed_page_is_the_same_page_and_small() {
    let w = world();
    w.activated(&w.record());
    let plain = w.page(GTIN).text();
    // The client of the tests does not unpack what it did not ask for itself.
    let mut stream = std::net::TcpStream::connect(w.app.address).unwrap();
    let request = format!(
        "GET {GTIN} HTTP/1.1\r\nhost: x\r\naccept: text/html\r\naccept-encoding: gzip\r\nconnection: close\r\n\r\n"
    );
    std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
    let mut answer = vec![];
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap() + 4;
    let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
    assert!(
        head.contains("content-encoding: gzip") && head.contains("vary: accept, accept-encoding"),
        "{head}"
    );
    assert!(answer.len() - end < 30_000, "{} bytes", answer.len() - end);
    let mut packed = String::new();
    flate2::read::GzDecoder::new(&answer[end..])
        .read_to_string(&mut packed)
        .unwrap();
    let fixed = |page: &str| page.split("<section class=\"card\">").nth(2).map(str::to_owned);
    assert_eq!(fixed(&packed), fixed(&plain));
    assert!(packed.ends_with("</html>"));
}

#[test]
fn qualifications_are_a_chapter_of_the_page() {
    // F027, F028: what its maker shows, with what was compared and what has ended.
    let w = world();
    w.activated(&w.record());
    let picture = w
        .acme
        .upload("qualification_picture", "证书.png", &png(8, 8))
        .expect(201);
    let qualification = |number: &str, ends: &str, is_public: bool| {
        json!({"kind": "production_licence", "number": number, "issuer": "浙江省市场监督管理局", "issued_on": "2020-03-01",
               "expires_on": ends, "is_public": is_public, "picture_file_ids": [picture["id"]]})
    };
    let mut hidden = qualification("XK06-001-00002", "2029-02-28", false);
    hidden["picture_file_ids"] = json!([w
        .acme
        .upload("qualification_picture", "证.png", &png(9, 9))
        .expect(201)["id"]]);
    for record in [qualification("XK06-001-00001", "2021-02-28", true), hidden] {
        w.acme.post("/api/v1/qualifications", &record).expect(201);
    }
    let data = w.app.scan(GTIN).expect(200);
    let chapter = &data["chapters"][0];
    assert_eq!(
        (&chapter["key"], &chapter["voucher"]),
        (&json!("qualifications"), &json!("maker"))
    );
    let entries = chapter["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["kind"], "production_licence");
    assert_eq!(entries[0]["rows"][0]["voucher"], "format");
    assert_eq!(
        entries[0]["rows"][2]["value"],
        json!({"kind": "until", "value": "2021-02-28"})
    );
    assert_eq!(entries[0]["pictures"][0]["width"], 8);
    let page = w.page(GTIN).text();
    for shown in [
        "企业资质",
        "证书编号 XK06-001-00001",
        "浙江省市场监督管理局",
        "2021-02-28",
        "已过期",
    ] {
        assert!(page.contains(shown), "{shown} is not on the page");
    }
    assert!(!page.contains("XK06-001-00002"));
    assert_eq!(markup::faults(&page), [] as [&str; 0]);
}
