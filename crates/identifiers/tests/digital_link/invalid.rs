//! Links that are refused, with the code of the reason.

use identifiers::{Explain, digital_link::DigitalLink};

#[rustfmt::skip]
const ROWS: [(&str, &str, &str); 46] = [
    ("X1", "https://example.com/01/09506000134353", "wrong_check_digit"),
    ("X2", "https://example.com/01/9506000134352", "short_gtin"),
    ("X3", "https://example.com/01/416000336108", "short_gtin"),
    ("X4", "https://example.com/01/0950600013435A", "wrong_character"),
    ("X5", "https://example.com/01/095060001343520", "wrong_length"),
    ("X6", "https://example.com/01/09506000134352/21/S1/10/L1", "wrong_order"),
    ("X7", "https://example.com/01/09506000134352/10/L1/22/A", "wrong_order"),
    ("X8", "https://example.com/01/09506000134352/235/T/21/S", "qualifiers_exclude_each_other"),
    ("X9", "https://example.com/01/09506000134352/10/A/10/B", "duplicate_ai"),
    ("X10", "https://example.com/01/09506000134352/17/261231", "not_a_qualifier"),
    ("X11", "https://example.com/01/09506000134352/99/ABC", "not_a_qualifier"),
    ("X12", "https://example.com/01/09506000134352?10=LOT1", "belongs_in_path"),
    // Also no attribute anywhere, but this says what to do about it.
    ("X13", "https://example.com/01/09506000134352?21=SER1", "belongs_in_path"),
    ("X14", "https://example.com/01/09506000134352/10/ABC123?99=X&10=ABC123", "duplicate_ai"),
    ("X15", "https://example.com/01/09506000134352?99=X&99=Y", "duplicate_ai"),
    ("X16", "https://example.com/01/09506000134352/10/123456789012345678901", "wrong_length"),
    ("X17", "https://example.com/01/09506000134352/10/", "empty_value"),
    ("X18", "https://example.com/01/09506000134352/", "trailing_slash"),
    ("X19", "https://example.com/01//09506000134352", "empty_segment"),
    ("X20", "https://example.com/01/09506000134352/21/A%20B", "wrong_character"),
    ("X21", "https://example.com/01/09506000134352/10/%E6%89%B9", "wrong_character"),
    ("X22", "https://example.com/01/09506000134352/21/A%24B", "wrong_character"),
    ("X23", "https://example.com/01/09506000134352?17=251301", "no_such_date"),
    ("X24", "https://example.com/01/09506000134352?17=250230", "no_such_date"),
    ("X25", "https://example.com/01/09506000134352?17=20251231", "wrong_length"),
    ("X26", "https://example.com/01/09506000134352?17=", "empty_value"),
    ("X27", "https://example.com/01/09506000134352?999=X", "unknown_ai"),
    ("X28", "https://example.com/gtin/09506000134352/ser/1", "word_instead_of_ai"),
    ("X29", "https:///01/09506000134352", "wrong_host"),
    ("X30", "https://user@example.com/01/09506000134352", "user_info"),
    ("X31", "https://example.com/10/LOT01", "no_key"),
    ("X32", "https://example.com/00/106141411234567897/10/L1", "not_a_qualifier"),
    ("X33", "https://example.com/415/9520123456788", "required_ai_missing"),
    ("X34", "https://example.com/01/09506000134352?8200=http", "not_an_attribute"),
    ("X35", "https://example.com/01/09506000134352?02=09506000134352&37=5", "ais_exclude_each_other"),
    ("X36", "https://example.com/01/09506000134352?3103=500", "wrong_length"),
    ("X37", "https://example.com/01/09506000134352?98=A+B", "wrong_character"),
    ("X38", "https://example.com/01/09506000134352/21/A%00B", "wrong_character"),
    ("X39", "https://example.com/8010/4012345abc", "wrong_character"),
    ("X40", "https://example.com/01/09506000134352?3100=000500&3103=000500", "ais_exclude_each_other"),
    ("X41", "https://example.com/01/09506000134352/10/ABC{1}", "not_a_uri_character"),
    ("X42", "https://example.com/01/09506000134352?12=250101", "required_ai_missing"),
    ("X43", "https://example.com/01/09506000134352?422=999", "no_such_country"),
    ("X44", "https://example.com/8006/095060001343520102/22/A", "required_ai_missing"),
    ("X45", "https://example.com/01/09506000134352/21/A%C3%A9", "wrong_character"),
    ("X45 raw", "https://example.com/01/09506000134352/21/Aé", "not_a_uri_character"),
];

#[test]
fn every_row_is_refused_for_its_reason() {
    for (id, uri, code) in ROWS {
        let error = DigitalLink::parse(uri).expect_err(id);
        assert_eq!(error.code(), code, "{id}: {error}");
        assert!(!error.zh().is_ascii() && !error.to_string().is_empty(), "{id}");
    }
}

#[test]
fn a_request_target_is_refused_for_the_same_reason() {
    for (id, uri, code) in ROWS {
        let (_, rest) = uri.split_once("://").unwrap();
        let (host, target) = rest.split_at(rest.find('/').unwrap());
        if host != "example.com" {
            continue;
        }
        let (path, query) = target
            .split_once('?')
            .map_or((target, None), |(path, query)| (path, Some(query)));
        let error = DigitalLink::parse_target(path, query).expect_err(id);
        assert_eq!(error.code(), code, "{id}: {error}");
    }
}

#[test]
fn messages_say_where_and_what_to_do() {
    let zh = |uri: &str| DigitalLink::parse(uri).unwrap_err().zh();
    let en = |uri: &str| DigitalLink::parse(uri).unwrap_err().to_string();
    for (uri, chinese, english) in [
        (
            "https://example.com/01/09506000134353",
            "应用标识符 01 的值的校验位（第 14 位）应为 2，现为 3，请逐位核对",
            "(01) has 3 as check digit (character 14) instead of 2",
        ),
        (
            "https://example.com/01/9506000134352",
            "应用标识符 01 的值只有 13 位，GTIN 在链接中须在前面补 0 到 14 位",
            "(01) is a GTIN of 13 digits; links carry 14, with zeros in front",
        ),
        (
            "https://example.com/01/09506000134352/10/LOT%E6%89%B9",
            "应用标识符 10 的值第 4 个字符是汉字“批”，只能使用字母、数字和 ! \" % & ' ( ) * + , - . / : ; < = > ? _（不含汉字和空格）",
            "(10) has '批' as character 4; only letters, digits and ! \" % & ' ( ) * + , - . / : ; < = > ? _ may be used",
        ),
        (
            "https://example.com/01/09506000134352/21/S1/10/L1",
            "路径中 10 应在 21 之前",
            "(10) must stand before (21) in the path",
        ),
        (
            "https://example.com/01/09506000134352?17=251301",
            "应用标识符 17 的值第 3 位起有误：日期应为 YYMMDD 格式的真实日期（日可为 00）",
            "(17) is no date YYMMDD (from character 3)",
        ),
        (
            "https://example.com/01/09506000134352?12=250101",
            "应用标识符 12 须与 8020 同时出现（逗号表示任选其一，+ 表示须全部）",
            "(12) needs 8020 beside it (+ means and, a comma means or)",
        ),
        (
            "https://example.com/01/09506000134352/10/批",
            "链接第 42 个字符是汉字“批”，须用百分号编码",
            "character 42 of the link is '批', which must be percent-encoded",
        ),
    ] {
        assert_eq!(en(uri), english, "{uri}");
        assert_eq!(zh(uri), chinese, "{uri}");
    }
}
