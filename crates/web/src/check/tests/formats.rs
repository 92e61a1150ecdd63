use super::{FORMATS, judged};
use serde_json::json;

/// A format, texts it takes with their canonical spelling, and texts it does not.
type Line<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

/// Every format that checks something, with texts it takes, in their canonical spelling, and texts it does not.
#[test]
fn formats_take_what_they_mean_and_spell_it_one_way() {
    #[rustfmt::skip]
    let table: &[Line] = &[
        ("batch-no", &[("20261101A", "20261101A"), ("A/B-1", "A/B-1")], &["批次", "A B", "123456789012345678901", ".", ".."]),
        ("company-prefix", &[("6901234", "6901234"), ("6901234567", "6901234567")], &["690123", "69012345678", "690123A", "６９０１２３４"]),
        ("date", &[("2026-11-21", "2026-11-21"), ("2024-02-29", "2024-02-29")], &["2026-02-29", "2026-13-01", "21.11.2026", "2026-11-21T00:00:00Z", "今天",
            "0026-11-01", "1899-12-31", "-2026-11-01", "+2026-11-01", "+12027-11-30", "-262142-12-31", "12027-11-30"]),
        ("date-time", &[("2026-11-21T10:00:00+08:00", "2026-11-21T02:00:00.000Z")], &["2026-11-21", "2026-11-21 10:00:00", "2026-11-21T10:00:00", "0026-11-21T10:00:00Z", "9999-12-31T23:00:00-08:00"]),
        ("email", &[("office@example.com", "office@example.com")], &["office", "a@", "@b.com", "a b@example.com"]),
        ("gtin", &[("6901234567892", "6901234567892"), ("06901234567892", "06901234567892"), ("6 901234 567892", "6901234567892")], &["6901234567893", "690123456789", "abc", "0000000000000"]),
        ("https-url", &[("https://www.example.com/a?b#c", "https://www.example.com/a?b#c")],
            &["http://www.example.com", "https://", "https://localhost", "https://a@example.com", "javascript:alert(1)", "https://exa mple.com", "https://.com"]),
        ("mobile", &[("13800138000", "13800138000"), ("+86 138-0013-8000", "13800138000")], &["1380013800", "0571-87654321", "400-820-0002", "23800138000"]),
        ("phone", &[("13800138000", "13800138000"), ("400-820-0002", "400-820-0002"), ("（0571）88888888转801", "0571-88888888-801"), ("95105105", "95105105")], &["12", "电话", "13800138000;1"]),
        ("region", &[("330109", "330109")], &["33010", "999999", "萧山区"]),
        ("serial-no", &[("A00000001", "A00000001"), ("!\"%&'()*+,-./_:;<=>?", "!\"%&'()*+,-./_:;<=>?")], &["序列", "A B", "A#1", "123456789012345678901", ".", ".."]),
        ("uscc", &[("91330109589891087U", "91330109589891087U"), ("９１３３０１０９５８９８９１０８７ｕ", "91330109589891087U")],
            &["91330109589891087X", "9133010958989108", "91330109589891O87U", "000000000000000000", "11010519491231002X"]),
        ("uuid", &[("01a1fc92-b847-71d3-8ef7-58f0eea26f08", "01a1fc92-b847-71d3-8ef7-58f0eea26f08")],
            &["01a1fc92b84771d38ef758f0eea26f08", "1", "{01a1fc92-b847-71d3-8ef7-58f0eea26f08}", "' OR 1=1"]),
    ];
    let checked: Vec<&str> = FORMATS
        .iter()
        .filter(|format| format.check.is_some())
        .map(|format| format.name)
        .collect();
    assert_eq!(
        table.iter().map(|(name, ..)| *name).collect::<Vec<_>>(),
        checked,
        "each format has its line"
    );
    for (name, good, bad) in table {
        let schema = json!({"type": "string", "format": name});
        for (text, canonical) in *good {
            let padded = json!(format!(" {text} "));
            assert_eq!(
                judged(&schema, padded),
                (vec![], json!(canonical)),
                "{name}: {text}"
            );
            // As it comes out of an address book or a word processor.
            let unseen: String = text
                .chars()
                .flat_map(|c| ['\u{202d}', c, '\u{ad}', '\u{fe0d}', '\u{200b}'])
                .collect();
            assert_eq!(
                judged(&schema, json!(format!("{unseen}\u{202c}\u{feff}"))),
                (vec![], json!(canonical)),
                "{name}: {text} with what nobody sees"
            );
        }
        for text in *bad {
            let (wrong, value) = judged(&schema, json!(text));
            let start = format!(" {}", name.replace('-', "_"));
            let fits = wrong.len() == 1 && (wrong[0] == format!(" {name}") || wrong[0].starts_with(&start));
            assert!(fits, "{name}: {text} is {wrong:?}");
            assert_eq!(value, json!(text), "what is wrong is left as it was");
        }
    }
}
