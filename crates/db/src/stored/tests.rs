use crate::{NotWhole, Reading, Shape, Stored};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::{PartialSchema, ToSchema};

/// A record with one field of each sort; strict at the door, as records are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tea {
    name: String,
    price: Option<i64>,
    #[serde(default)]
    is_green: bool,
    #[serde(default)]
    notes: Vec<Note>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    text: String,
    by: Option<String>,
}

impl Shape for Tea {
    const NAME: &'static str = "tea";
    const SHAPE: u32 = 2;
    fn upgrade(from: u32, fields: &mut Map<String, Value>) {
        if let (0..2, Some(title)) = (from, fields.remove("title")) {
            fields.insert("name".to_owned(), title);
        }
    }
    fn stand_ins() -> Map<String, Value> {
        Map::from_iter([("name".to_owned(), json!("?"))])
    }
}

fn read(stored: &Value) -> Reading<Tea> {
    Stored::from_text(stored.to_string()).read()
}

fn tea() -> Tea {
    Tea {
        name: "龙井".to_owned(),
        price: Some(3),
        is_green: true,
        notes: vec![Note {
            text: "fresh".to_owned(),
            by: None,
        }],
    }
}

#[test]
fn what_is_written_is_read_whole() {
    assert_eq!(
        Stored::of(&tea()).read().partly().unwrap().whole().unwrap(),
        tea()
    );
}

#[test]
fn an_older_record_is_brought_up_to_date() {
    let read = read(&json!({ "shape": 1, "title": "龙井" }));
    assert_eq!(read.partly().unwrap().whole().unwrap().name, "龙井");
}

#[test]
fn a_newer_record_is_read_for_what_is_known_and_not_to_be_edited() {
    for newer in [
        json!({ "shape": 3, "name": "龙井" }),
        json!({ "shape": 2, "name": "龙井", "origin": "杭州" }),
        json!({ "shape": 2, "name": "龙井", "notes": [{ "text": "fresh", "stars": 5 }] }),
        json!({ "shape": "two", "name": "龙井" }),
    ] {
        let read = read(&newer);
        assert_eq!(read.value.as_ref().unwrap().name, "龙井", "{newer}");
        assert_eq!(read.unreadable, Vec::<String>::new(), "{newer}");
        assert!(
            matches!(read.clone().partly().unwrap().editable(), Err(NotWhole::Newer)),
            "{newer}"
        );
        assert!(read.partly().unwrap().whole().is_err(), "{newer}");
    }
}

#[test]
fn only_what_cannot_be_read_is_lost() {
    let read = read(&json!({
        "shape": 2, "name": "龙井", "price": "three", "is_green": true,
        "notes": [{ "text": "one" }, { "by": "nobody" }, { "text": "three", "by": 3 }, 4],
    }));
    let value = read.value.clone().unwrap();
    assert_eq!((value.price, value.is_green), (None, true));
    let texts: Vec<_> = value.notes.iter().map(|n| n.text.as_str()).collect();
    assert_eq!(texts, ["one", "three"]);
    assert_eq!(read.unreadable_fields(), ["notes", "price"]);
    assert!(read.clone().partly().unwrap().editable().is_ok());
    assert!(matches!(
        read.partly().unwrap().whole(),
        Err(NotWhole::Unreadable { .. })
    ));
}

#[test]
fn what_a_record_cannot_be_without_is_stood_in_for() {
    for (stored, lost) in [
        (json!({ "shape": 2, "price": 3 }), "name"),
        (json!({ "shape": 2, "price": 3, "name": ["龙井"] }), "name"),
        (json!(["no", "object"]), "record"),
        (json!(null), "record"),
    ] {
        let read = read(&stored);
        assert_eq!(read.value.as_ref().unwrap().name, "?", "{stored}");
        assert_eq!(read.unreadable_fields(), [lost], "{stored}");
    }
    let known = Map::from_iter([("name".to_owned(), json!("known"))]);
    let read = Stored::<Tea>::from_text("{broken".to_owned()).read_with(known);
    assert_eq!(read.value.unwrap().name, "known");
    assert_eq!(read.unreadable, [""]);
}

#[test]
fn a_stand_in_that_cannot_be_read_either_ends_it() {
    let known = Map::from_iter([("name".to_owned(), json!(7))]);
    let read = Stored::<Tea>::from_text("{}".to_owned()).read_with(known);
    assert_eq!((read.value, read.unreadable), (None, vec![String::new()]));
}

/// Something said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Said {
    /// What.
    pub text: String,
    /// How often.
    #[serde(default)]
    pub times: i64,
}

/// Something done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Done {
    /// How much.
    pub much: i64,
}

crate::union! {
    /// What people do.
    pub enum Deed = "deed", shape 1 {
        Said(Said) = "said";
        Done(Done) = "done";
    }
}

#[test]
fn a_union_is_told_apart_by_its_type_and_read_as_leniently() {
    let deed = Deed::Said(Said {
        text: "hello".to_owned(),
        times: 2,
    });
    assert_eq!(Stored::of(&deed).read().partly().unwrap().whole().unwrap(), deed);
    let read = |stored: Value| Stored::<Deed>::from_text(stored.to_string()).read();
    let partly = read(json!({ "shape": 1, "type": "said", "text": "hello", "times": "often" }));
    assert!(matches!(&partly.value, Some(Deed::Said(said)) if said.times == 0));
    assert_eq!(partly.unreadable_fields(), ["times"]);
    for unknown in [
        json!({ "shape": 1, "type": "dreamt", "of": "tea" }),
        json!({ "shape": 1, "text": "no type" }),
        json!(null),
    ] {
        assert_eq!(read(unknown.clone()).value, None, "{unknown}");
    }
}

#[test]
fn a_union_is_documented_with_its_discriminator() {
    let mut all = vec![];
    Deed::schemas(&mut all);
    let said = all.iter().find(|(name, _)| name == "Said").unwrap();
    let said = serde_json::to_value(&said.1).unwrap();
    assert_eq!(said["properties"]["type"]["enum"], json!(["said"]));
    assert!(said["required"].as_array().unwrap().contains(&json!("type")));
    let union = serde_json::to_value(Deed::schema()).unwrap();
    assert_eq!(
        union["discriminator"]["mapping"]["done"],
        "#/components/schemas/Done"
    );
    assert_eq!(union["oneOf"].as_array().unwrap().len(), 2);
}
