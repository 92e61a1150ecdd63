use super::{
    Menu, MenuKind, PageApp, PageAppKind, PageContent, RICH_BYTES, Removed, admit,
    allowed::{CLASSES, DROPPED, ELEMENTS, LINK_REL},
    is_blank, sanitise, shown,
};
use kernel::Lang;
use validator::Validate;

const FILE: &str = "/files/0190f1a2-3b4c-7d5e-8f60-718293a4b5c6";

fn menu(kind: MenuKind, content: &str) -> Menu {
    Menu {
        title: "企业介绍".to_owned(),
        kind,
        content: content.to_owned(),
    }
}

fn app(kind: PageAppKind, url: &str) -> PageApp {
    PageApp {
        kind,
        title: None,
        url: url.to_owned(),
        icon_file_id: None,
    }
}

/// The code of the rule something breaks.
fn broken(what: &impl Validate) -> Option<String> {
    let errors = what.validate().err()?;
    let text = serde_json::to_value(&errors).unwrap();
    let all = text["__all__"][0]["code"].as_str().map(str::to_owned);
    Some(all.unwrap_or_else(|| text.to_string()))
}

/// The list the editor keeps to is the same, word for word.
#[test]
fn the_contract_of_the_editor_is_ours() {
    let contract = include_str!("../../../../frontend/src/ui/rich/contract.ts");
    let quoted = |list: &[&str]| {
        list.iter()
            .map(|n| format!("'{n}'"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    for (name, attributes) in ELEMENTS {
        let line = format!("  {name}: [{}],", quoted(attributes));
        assert!(contract.contains(&line), "{line}");
    }
    let start = contract.find("ELEMENTS: ").unwrap();
    let lines = contract[start..]
        .lines()
        .skip(1)
        .take_while(|l| *l != "};")
        .count();
    assert_eq!(lines, ELEMENTS.len());
    for (name, classes) in CLASSES {
        assert!(contract.contains(&format!("  {name}: ")), "{name}");
        for class in *classes {
            assert!(contract.contains(&format!("'{class}'")), "{class}");
        }
    }
    for name in DROPPED {
        assert!(contract.contains(&format!("  '{name}',")), "{name}");
    }
    assert!(contract.contains(LINK_REL));
}

#[test]
fn what_is_allowed_stays_as_it_is() {
    let html = format!(
        "<h2 class=\"a-center\">介绍</h2><p>一<strong>二</strong><span class=\"c-red\">三</span><br>四</p><hr>\
         <ol start=\"3\"><li><p>五</p></li></ol><blockquote><p>六</p></blockquote>\
         <p><a href=\"https://example.com/a?b=1\" rel=\"{LINK_REL}\">七</a></p>\
         <img src=\"{FILE}\" alt=\"板材\" width=\"464\" height=\"290\"><video src=\"{FILE}\" controls=\"\"></video>\
         <table><tbody><tr><th>八</th><td colspan=\"2\"><p>九</p></td></tr></tbody></table>"
    );
    let (clean, removed) = sanitise(&html);
    assert_eq!(removed, []);
    for part in [
        "class=\"a-center\"",
        "class=\"c-red\"",
        "start=\"3\"",
        "colspan=\"2\"",
        "alt=\"板材\"",
    ] {
        assert!(clean.contains(part), "{part} in {clean}");
    }
    assert_eq!(shown(&clean), clean, "what is clean stays as it is");
}

/// The cases of the editor's own cleaner; F076.
#[test]
fn harm_is_taken_out_and_named() {
    for (from, to, named) in [
        ("<script>alert(1)</script>好", "好", "<script>"),
        ("<img src=x onerror=alert(1)>好", "好", "onerror"),
        (
            "<a href=\"javascript:alert(1)\">点</a>",
            "点",
            "javascript:alert(1)",
        ),
        (
            "<a href=\"http://example.com/\">点</a>",
            "点",
            "http://example.com/",
        ),
        ("<a href=\"https://user:pw@example.com/\">点</a>", "点", "user:pw"),
        (
            "<img src=\"//evil.example/x.png\"><img src=\"/files/../api\">",
            "",
            "站外图片",
        ),
        (
            "<iframe>框</iframe><form><input value=x>表</form>",
            "表",
            "<form>",
        ),
        (
            "<svg><a href=\"https://x.example\"><text>矢量</text></a></svg>",
            "",
            "<svg>",
        ),
        (
            "<template><img src=x onerror=alert(1)></template>后",
            "后",
            "<template>",
        ),
    ] {
        let (clean, removed) = sanitise(from);
        let text = clean.replace("<a>", "").replace("</a>", "");
        assert_eq!(text, to, "{from}");
        let words: Vec<String> = removed.iter().map(|r| r.label(Lang::Zh)).collect();
        assert!(words.iter().any(|w| w.contains(named)), "{from}: {words:?}");
    }
    let (clean, removed) = sanitise("<p style=\"color:red\" class=\"c-red a-right evil\">字</p>");
    assert_eq!(clean, "<p class=\"a-right\">字</p>");
    assert!(removed.contains(&Removed::Attribute("style".to_owned())));
    assert!(removed.contains(&Removed::Class("evil".to_owned())));
}

#[test]
fn a_menu_is_what_its_kind_says() {
    // F074, F075, F076.
    let code = |kind, content: &str| broken(&menu(kind, content));
    assert_eq!(code(MenuKind::Link, "https://www.example.com/about"), None);
    let refused = code(MenuKind::Link, "http://www.example.com");
    assert_eq!(refused.as_deref(), Some("https_url.not_https"));
    assert_eq!(code(MenuKind::Text, "一行\n二行 <b>"), None);
    let long = "字".repeat(10_001);
    assert_eq!(code(MenuKind::Text, &long).as_deref(), Some("page.text_too_long"));
    assert_eq!(code(MenuKind::Rich, "<p>你好</p>"), None);
    assert_eq!(code(MenuKind::Rich, &format!("<img src=\"{FILE}\">")), None);
    for blank in [
        "<p> </p>",
        "<script>alert(1)</script>",
        "<p><br></p>",
        "<img src=x>",
        "<p>&nbsp;</p>",
    ] {
        assert_eq!(
            code(MenuKind::Rich, blank).as_deref(),
            Some("page.rich_empty"),
            "{blank}"
        );
    }
    let large = "x".repeat(RICH_BYTES + 1);
    assert_eq!(
        code(MenuKind::Rich, &large).as_deref(),
        Some("page.rich_too_large")
    );
    assert!(is_blank("<p></p>") && !is_blank("<p>a</p>") && !is_blank("<hr>"));
}

#[test]
fn an_icon_leads_where_its_kind_says() {
    // F078.
    let code = |kind, url: &str| broken(&app(kind, url));
    for kind in PageAppKind::ALL.iter().filter(|k| **k != PageAppKind::Other) {
        for example in kind.examples() {
            assert_eq!(code(*kind, example), None, "{example}");
        }
        for other in [
            "https://www.example.com",
            "https://jd.com.evil.cn",
            "https://evil-1688.com",
        ] {
            assert_eq!(code(*kind, other).as_deref(), Some("page.app_host"), "{other}");
        }
    }
    assert_eq!(
        code(PageAppKind::Jd, "http://item.jd.com/1.html").as_deref(),
        Some("https_url.not_https")
    );
    let nameless = code(PageAppKind::Other, "https://www.example.com");
    assert_eq!(nameless.as_deref(), Some("page.app_title"));
}

#[test]
fn a_page_is_admitted_with_its_links_spelt_and_its_files_listed() {
    let video = "/files/0190f1a2-3b4c-7d5e-8f60-718293a4b5c7";
    let mut page = PageContent {
        menus: vec![
            menu(MenuKind::Link, "HTTPS://WWW.Example.com/A"),
            menu(
                MenuKind::Rich,
                &format!(
                    "<p onclick=x>a<img src=\"{FILE}\"></p><video poster=\"{FILE}\" src=\"{video}\"></video>"
                ),
            ),
        ],
        apps: vec![app(PageAppKind::Jd, "https://ITEM.jd.com/1.html")],
        ..PageContent::default()
    };
    assert_eq!(broken(&page).as_deref(), Some("page.menu_twice"));
    page.menus[1].title = "产品介绍".to_owned();
    assert_eq!(broken(&page), None);
    page.theme.header_picture_file_id = FILE.trim_start_matches("/files/").parse().ok();
    let admitted = admit(page);
    let page = admitted.content;
    assert_eq!(page.menus[0].content, "https://www.example.com/A");
    assert_eq!(page.apps[0].url, "https://item.jd.com/1.html");
    let lost = vec![(
        "/menus/1/content".to_owned(),
        vec![Removed::Attribute("onclick".to_owned())],
    )];
    assert_eq!(admitted.removed, lost);
    let files: Vec<_> = page.files().into_iter().map(|f| (f.slot, f.pointer)).collect();
    assert_eq!(
        files,
        [
            (
                crate::slots::PAGE_BACKGROUND,
                "/theme/header_picture_file_id".to_owned()
            ),
            (crate::slots::PAGE_PICTURE, "/menus/1/content".to_owned()),
            (crate::slots::PAGE_VIDEO, "/menus/1/content".to_owned()),
            (crate::slots::PAGE_PICTURE, "/menus/1/content".to_owned()),
        ]
    );
}

/// The code a rich text breaks, and what stays of it where an older row holds it.
fn judged(html: &str) -> (Option<String>, String) {
    (broken(&menu(MenuKind::Rich, html)), shown(html))
}

#[test]
fn rich_text_that_costs_too_much_is_refused_and_an_older_row_of_it_keeps_its_words() {
    let nested = |n: usize, open: &str, close: &str| format!("{}字{}", open.repeat(n), close.repeat(n));
    for (open, close) in [
        ("<blockquote>", "</blockquote>"),
        ("<x>", "</x>"),
        ("<font a=1>", ""),
        ("<ul><li>", "</li></ul>"),
    ] {
        let levels = 32 / open.matches('<').count();
        assert_eq!(judged(&nested(levels, open, close)).0, None, "{open}");
        let (code, kept) = judged(&nested(levels + 1, open, close));
        assert_eq!(code.as_deref(), Some("page.rich_too_deep"), "{open}");
        assert!(kept.contains('字'), "{kept}");
        let (_, kept) = judged(&nested(8_000, open, close));
        assert!(kept.matches("<blockquote>").count() <= 32, "{open}");
    }
    for (many, code) in [
        ("<p>字</p>".repeat(5_001), "page.rich_too_many"),
        ("<!---->".repeat(5_001) + "字", "page.rich_too_many"),
        (
            "</br>".repeat(10) + &"<br>".repeat(5_001) + "字",
            "page.rich_too_many",
        ),
        (format!("<p{}>字", " a".repeat(65)), "page.rich_attributes"),
        (
            format!("字<p {}>", (0..65).map(|i| format!("a{i} ")).collect::<String>()),
            "page.rich_attributes",
        ),
    ] {
        assert_eq!(judged(&many).0.as_deref(), Some(code), "{many}");
    }
    assert_eq!(judged(&"<p>字</p>".repeat(5_000)).0, None);
}

/// What a reader of markup takes for an end, and a builder of trees does not, must not make a tree deep.
#[test]
fn no_tree_is_deeper_than_its_outline() {
    for shape in [
        "<p><table><tr><td></p>",
        "<table><tr><td></table></td>",
        "<em><!--</em>--><em a=1>",
        "<span title='</span>'>",
        "<svg><style><!--</style><blockquote>",
        "<xmp></blockquote></xmp><blockquote>",
        "<a href=https://a.example><em><p>",
        "<li><p><ul>",
    ] {
        let kept = shown(&format!("字{}", shape.repeat(2_000)));
        let (mut depth, mut most) = (0_i64, 0);
        for tag in kept.split('<').skip(1) {
            let is_void = ["br", "hr", "img"].iter().any(|v| tag.starts_with(v));
            depth += match tag.starts_with('/') {
                true => -1,
                false => i64::from(!is_void),
            };
            most = most.max(depth);
        }
        assert!(most <= 70, "{shape}: {most}");
        assert!(kept.len() < 400_000, "{shape}: {}", kept.len());
    }
}

#[test]
fn an_outline_ends_what_html_ends_by_itself() {
    for (from, to) in [
        ("<p>一<p>二", "<p>一</p><p>二</p>"),
        ("<p>一<h2>二</h2>三", "<p>一</p><h2>二</h2>三"),
        (
            "<ul><li>一<li>二<ul><li>三</ul></ul>",
            "<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>",
        ),
        ("<strong>一<em>二</strong>三", "<strong>一<em>二</em></strong>三"),
        ("一</p></em>二", "一二"),
        (
            "<table><tr><td>一<td>二<tr><td>三</table>四",
            "<table><tbody><tr><td>一</td><td>二</td></tr><tr><td>三</td></tr></tbody></table>四",
        ),
        (
            "<p>a &lt; b &amp;amp; c&nbsp;\"d\"</p>",
            "<p>a &lt; b &amp;amp; c&nbsp;\"d\"</p>",
        ),
        ("<head><title>题</title></head><body>文", "文"),
        ("<svg/>一<embed>二<svg><path/></svg>三", "一二三"),
    ] {
        assert_eq!(shown(from), to, "{from}");
        assert_eq!(shown(to), to, "{to}");
    }
}
