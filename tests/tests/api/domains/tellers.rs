use super::{GTIN, hurried, nobody, one_teller, world};
use db::PublicConn;
use facts::{
    Chapter, CodePlace, Entry, ProductKey, Qualifications, Row, Sources, Teller, TellerFault, Text, Told,
    Value, Voucher,
};
use kernel::Timestamp;
use serde_json::json;
use std::{
    sync::{
        Arc,
        atomic::{AtomicU8, AtomicUsize, Ordering::SeqCst},
    },
    thread::sleep,
    time::{Duration, Instant},
};
use tests::markup;

const WELL: u8 = 0;
const FAILS: u8 = 1;
const PANICS: u8 = 2;
const IS_SLOW: u8 = 3;

/// Tells of engines: a chapter of each product and one of each unit.
#[derive(Clone, Default)]
struct Engines {
    mood: Arc<AtomicU8>,
    asked: Arc<AtomicUsize>,
}

impl Engines {
    fn act(&self) -> Result<(), TellerFault> {
        self.asked.fetch_add(1, SeqCst);
        match self.mood.load(SeqCst) {
            FAILS => Err("the table of engines is gone".into()),
            PANICS => panic!("an engine exploded"),
            IS_SLOW => {
                sleep(Duration::from_secs(5));
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

fn chapter(key: &'static str, title: Text, row: Value) -> Chapter {
    Chapter {
        key,
        title,
        voucher: Voucher::Maker,
        rows: vec![
            Row::new("power", Text::new("功率", "Power"), row).vouched(Some(Voucher::Platform)),
            Row::new(
                "until",
                Text::new("保养期至", "Serviced until"),
                Value::Until("2020-01-31".parse().unwrap()),
            ),
            Row::new(
                "phone",
                Text::new("服务电话", "Service"),
                Value::Phone("400-820-8820".into()),
            ),
            Row::new(
                "site",
                Text::new("网站", "Site"),
                Value::Link("https://engine.example.com/a?b=1&c=<2>".into()),
            ),
        ],
        entries: vec![Entry {
            kind: None,
            title: Text::same("<b>甲</b>"),
            rows: vec![Row::new(
                "class",
                Text::new("类别", "Class"),
                Value::Words(Text::new("电机", "motor")),
            )],
            pictures: vec![],
        }],
        documents: vec![],
    }
}

impl Teller for Engines {
    fn key(&self) -> &'static str {
        "engines"
    }

    fn title(&self) -> Text {
        Text::new("发动机", "Engines")
    }

    fn of_product(&self, _: &mut PublicConn<'_>, product: &ProductKey) -> Result<Told, TellerFault> {
        self.act()?;
        let row = Value::Plain(format!("400 W of {}", product.gtin));
        Ok(Told {
            chapters: vec![chapter("engines", self.title(), row)],
            has_codes: true,
        })
    }

    fn of_code(&self, _: &mut PublicConn<'_>, at: &CodePlace) -> Result<Vec<Chapter>, TellerFault> {
        self.act()?;
        let unit = at.unit.as_ref().map(|p| p.number.to_string()).unwrap_or_default();
        let title = Text::new("本机发动机", "Its engine");
        Ok(vec![chapter(
            "engine",
            title,
            Value::Plain(format!("engine no. {unit}")),
        )])
    }

    fn of_day(
        &self,
        c: &mut PublicConn<'_>,
        at: &CodePlace,
        _: Timestamp,
    ) -> Result<Vec<Chapter>, TellerFault> {
        let mut all = self.of_product(c, &at.product)?.chapters;
        all.extend(self.of_code(c, at)?);
        Ok(all)
    }
}

#[test]
fn what_a_domain_tells_is_on_the_page_and_in_the_data() {
    let (app, acme, product) = world(one_teller(Engines::default()), nobody());
    let unit = format!("{GTIN}/21/A007");
    let data = app.scan(&unit).expect(200);
    assert_eq!(data["chapters"][0]["key"], "engines");
    let power = &data["chapters"][0]["rows"][0];
    assert_eq!(power["label"], json!({"zh": "功率", "en": "Power"}));
    assert_eq!(
        power["value"],
        json!({"kind": "plain", "value": "400 W of 06901234567892"})
    );
    assert_eq!(
        data["code_chapters"][0]["rows"][0]["value"]["value"],
        "engine no. 7"
    );
    assert_eq!(data["missing_chapters"], json!([]));

    let page = |lang: &str| {
        let path = format!("{unit}?lang={lang}");
        app.anyone().with("accept", "text/html").get(&path).text()
    };
    for (lang, shown) in [
        (
            "zh",
            [
                "发动机",
                "本机发动机",
                "功率",
                "engine no. 7",
                "电机",
                "2020-01-31",
                "已过期",
                "&lt;b&gt;甲&lt;/b&gt;",
            ],
        ),
        (
            "en",
            [
                "Engines",
                "Its engine",
                "Power",
                "400 W of",
                "motor",
                "Serviced until",
                "expired",
                "tel:400-820-8820",
            ],
        ),
    ] {
        let page = page(lang);
        for text in shown {
            assert!(page.contains(text), "{text} is not on the page in {lang}");
        }
        assert_eq!(markup::faults(&page), [] as [&str; 0]);
    }
    // The chapter of the product leads through the notice; the one of the unit only shows the address.
    assert_eq!(page("zh").matches("/leave?code=06901234567892").count(), 1);

    // Of the class of goods there is no unit to tell of; of yesterday and of a preview there is.
    assert_eq!(app.scan(GTIN).expect(200)["code_chapters"], json!([]));
    let preview = acme
        .get(&format!("/api/v1/products/{product}/preview?serial=A007"))
        .text();
    assert!(preview.contains("engine no. 7") && preview.contains("400 W of"));
    let today = app.clock.now().beijing_date();
    let then = acme
        .get(&format!(
            "/api/v1/products/{product}/as-of?on={today}&serial=A007"
        ))
        .text();
    assert!(then.contains("engine no. 7") && then.contains("400 W of"));
}

#[test]
fn what_a_domain_told_of_a_product_is_held_with_it() {
    let engines = Engines::default();
    let (app, acme, product) = world(one_teller(engines.clone()), nobody());
    app.scan(GTIN).expect(200);
    let asked = engines.asked.load(SeqCst);
    app.scan(GTIN).expect(200);
    assert_eq!(engines.asked.load(SeqCst), asked);
    // Until its maker changes something.
    acme.issue(&product, "B", "1", 1);
    app.scan(GTIN).expect(200);
    assert_eq!(engines.asked.load(SeqCst), asked + 1);
}

#[test]
fn the_page_stands_without_a_domain_that_fails_or_is_slow_and_says_so() {
    for mood in [FAILS, PANICS, IS_SLOW] {
        let engines = Engines::default();
        engines.mood.store(mood, SeqCst);
        let (app, ..) = world(hurried(engines.clone()), nobody());
        let begun = Instant::now();
        let data = app.scan(&format!("{GTIN}/21/A007")).expect(200);
        assert!(
            begun.elapsed() < Duration::from_secs(4),
            "mood {mood} held the scan up"
        );
        assert_eq!(data["verdict"], "valid");
        assert_eq!(data["chapters"], json!([]));
        let missing = json!([{"domain": "engines", "title": {"zh": "发动机", "en": "Engines"}}]);
        assert_eq!(data["missing_chapters"], missing, "mood {mood}");
        let page = app.anyone().with("accept", "text/html").get(GTIN).text();
        assert!(page.contains("以下内容暂时无法读取：发动机"), "mood {mood}");
        assert_eq!(markup::faults(&page), [] as [&str; 0]);

        // Well again, it is asked again before long, though nobody changed anything.
        engines.mood.store(WELL, SeqCst);
        let until = Instant::now() + Duration::from_secs(20);
        while app.scan(GTIN).expect(200)["missing_chapters"] != json!([]) {
            assert!(
                Instant::now() < until,
                "mood {mood}: its chapters do not come back"
            );
            sleep(Duration::from_millis(200));
        }
    }
}

#[test]
fn a_unit_whose_chapter_cannot_be_read_is_answered_and_counted() {
    let engines = Engines::default();
    let (app, ..) = world(hurried(engines.clone()), nobody());
    let unit = format!("{GTIN}/21/A007");
    app.scan(&unit).expect(200);
    engines.mood.store(IS_SLOW, SeqCst);
    // More of them than may wait for the domain at once.
    for n in 2..8 {
        let data = app.scan(&unit).expect(200);
        assert_eq!(
            (&data["scans"], &data["missing_chapters"][0]["domain"]),
            (&json!(n), &json!("engines"))
        );
    }
}

#[test]
fn many_scans_at_once_wait_their_turn_and_lack_nothing() {
    let (app, ..) = world(one_teller(Engines::default()), nobody());
    let unit = format!("{GTIN}/21/A007");
    app.scan(&unit).expect(200);
    std::thread::scope(|s| {
        for _ in 0..24 {
            s.spawn(|| {
                let data = app.scan(&unit).expect(200);
                assert_eq!(data["missing_chapters"], json!([]));
                assert_eq!(data["code_chapters"][0]["key"], "engine");
            });
        }
    });
}

#[test]
fn two_tellers_of_one_name_are_refused_by_name() {
    let twice = Sources::default()
        .teller(Arc::new(Qualifications))
        .and_then(|s| s.teller(Arc::new(Qualifications)));
    let error = twice.err().unwrap();
    assert_eq!(error.to_string(), "the teller qualifications is registered twice");
}
