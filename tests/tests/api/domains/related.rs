use super::{GTIN, nobody, world};
use db::PublicConn;
use facts::{CodeKey, CodePlace, ProductKey, Related, Relation, Sources, TellerFault, Text};
use identifiers::SerialNo;
use serde_json::json;
use std::sync::Arc;

/// Every unit goes with the battery of its number, and with a charger nobody registered.
struct Batteries;

impl Related for Batteries {
    fn key(&self) -> &'static str {
        "batteries"
    }

    fn title(&self) -> Text {
        Text::new("电池", "Battery")
    }

    fn has_relations(&self, _: &mut PublicConn<'_>, product: &ProductKey) -> Result<bool, TellerFault> {
        Ok(product.gtin == "06901234567892")
    }

    fn relations(&self, _: &mut PublicConn<'_>, at: &CodePlace) -> Result<Vec<Relation>, TellerFault> {
        let number = at.unit.as_ref().map_or(0, |p| p.number);
        let key =
            |gtin: &str, serial: String| CodeKey::new(gtin.to_owned(), None, SerialNo::parse(&serial).ok());
        Ok(vec![
            Relation {
                role: self.title(),
                code: key("06901234567809", format!("BT{number}")),
                carries_recall: true,
            },
            Relation {
                role: Text::new("充电器", "Charger"),
                code: key("06901234567007", "C1".to_owned()),
                carries_recall: false,
            },
        ])
    }
}

#[test]
fn what_a_code_goes_with_is_told_and_its_recall_reaches_it() {
    let sources = Sources::default().related(Arc::new(Batteries)).unwrap();
    let (app, acme, _) = world(sources, nobody());
    let battery = app.product(&acme, "6901234567809").to_string();
    acme.issue(&battery, "BT", "1", 9);
    let vehicle = |n: u8| app.scan(&format!("{GTIN}/21/A00{n}")).expect(200);
    let before = vehicle(7);
    assert_eq!(before["verdict"], "valid");
    let roles = |data: &serde_json::Value| {
        data["related"]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| (r["role"]["zh"].clone(), r["serial"].clone(), r["verdict"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        roles(&before),
        [
            (json!("电池"), json!("BT7"), json!("valid")),
            (json!("充电器"), json!("C1"), json!("unknown")),
        ]
    );
    let recall = json!({"product_id": battery, "first_serial": "BT7", "last_serial": "BT7", "reason": "过热起火",
                        "advice": "请停止充电"});
    acme.post("/api/v1/recalls", &recall).expect(201);
    let data = vehicle(7);
    assert_eq!(
        (&data["verdict"], &data["detail"]),
        (&json!("recalled"), &json!("过热起火"))
    );
    assert_eq!(data["related"][0]["verdict"], "recalled");
    let page = app
        .anyone()
        .with("accept", "text/html")
        .get(&format!("{GTIN}/21/A007"))
        .text();
    for shown in [
        "该产品正在召回",
        "过热起火",
        "请停止充电",
        "配套的码",
        "BT7",
        "已召回",
    ] {
        assert!(page.contains(shown), "{shown} is not on the page");
    }
    assert_eq!(vehicle(8)["verdict"], "valid");
    // A battery does not know its vehicle here, and the class of vehicles has no battery.
    assert_eq!(
        app.scan("/01/06901234567809/21/BT8").expect(200)["related"],
        json!([])
    );
    assert_eq!(app.scan(GTIN).expect(200)["related"], json!([]));
}
