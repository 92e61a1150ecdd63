//! One look in two languages.

use super::{GTIN, world};

#[test]
fn the_other_language_is_the_same_look() {
    let w = world();
    w.activated(&w.record());
    let first = w.page(GTIN).text();
    assert!(first.contains("首次查询") && first.contains(">English<"));
    let way = first
        .split("href=\"?lang=en")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let again = format!("{GTIN}?lang=en{}", way.replace("&amp;", "&"));
    let english = w.page(&again).text();
    assert!(
        english.contains("Registered and valid") && english.contains("<dd>1</dd>"),
        "{english}"
    );
    // And back, and as often as one likes; a look without the word of the first is another one.
    let back = again.replace("lang=en", "lang=zh");
    assert!(w.page(&back).text().contains("码已登记，状态有效"));
    let total = || w.acme.get("/api/v1/scans").expect(200)["total"].clone();
    assert_eq!(total(), 1);
    let other = again.replace("seen=1.", "seen=0.");
    assert!(w.page(&other).text().contains("<dd>2</dd>"));
    assert!(w.page(&format!("{GTIN}?lang=en")).text().contains("<dd>3</dd>"));
    assert_eq!(total(), 3);
}
