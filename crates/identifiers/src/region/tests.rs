use super::*;

#[test]
fn zhejiang_is_complete() {
    let zhejiang = find("330000").unwrap();
    let cities = zhejiang.children();
    assert_eq!(cities.len(), 11);
    assert_eq!(cities.iter().map(|city| city.children().len()).sum::<usize>(), 90);
    assert_eq!(cities.first().unwrap().full_name(), "浙江省杭州市");
    assert!(
        cities
            .iter()
            .all(|city| city.level() == Level::City && city.is_in(zhejiang))
    );
}

#[test]
fn levels_add_up() {
    let provinces = provinces();
    assert_eq!(provinces.len(), 34);
    let mut count = 0;
    let mut open = provinces;
    while let Some(region) = open.pop() {
        count += 1;
        open.extend(region.children());
    }
    // Every region is reached from the top exactly once.
    assert_eq!(count, 3213);
}

#[test]
fn counties_without_a_city_hang_on_the_province() {
    for (code, full_name) in [
        ("469001", "海南省五指山市"),
        ("429004", "湖北省仙桃市"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("110105", "北京市朝阳区"),
    ] {
        let region = find(code).unwrap();
        assert_eq!(
            (region.full_name().as_str(), region.level()),
            (full_name, Level::County)
        );
        assert_eq!(region.parent().unwrap().level(), Level::Province);
    }
    assert!(children("460000").iter().any(|region| region.code() == 469_001));
}

#[test]
fn withdrawn_codes_and_their_heirs() {
    let names = |code| {
        successors(code)
            .iter()
            .map(|region| region.name())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("330103"), ["拱墅区"]);
    assert_eq!(names("330104"), ["上城区", "钱塘区"]);
    assert_eq!(names("330106"), ["西湖区"]);
    assert_eq!(names("999999"), [""; 0]);
    assert_eq!(withdrawn("330106"), None);
    assert!(matches!(
        warning("330103"),
        Some(Warning::WithdrawnRegion { year: 2021, .. })
    ));
    assert!(matches!(warning("330199"), Some(Warning::UnknownRegion { .. })));
    assert_eq!(warning("330106"), None);
}

#[test]
fn nothing_but_six_digits_is_a_code() {
    for code in ["", "33", "3301061", "33010６", "+30106", "杭州"] {
        assert_eq!(find(code), None, "{code}");
        assert_eq!(children(code), [], "{code}");
        assert_eq!(successors(code), [], "{code}");
    }
}

#[test]
fn region_code_accepts_old_and_refuses_unknown_codes() {
    assert_eq!(RegionCode::parse(" ３３0106").unwrap().region(), find("330106"));
    let old = RegionCode::parse("330104").unwrap();
    assert_eq!((old.region(), old.warnings().len()), (None, 1));
    let fault = |text| RegionCode::parse(text).unwrap_err().fault;
    assert_eq!(fault(""), Fault::Empty);
    assert_eq!(
        fault("3301"),
        Fault::Length {
            expected: "6",
            found: 4
        }
    );
    assert!(matches!(fault("330199"), Fault::Value { .. }));
    assert!(matches!(
        fault("33010X"),
        Fault::Character {
            position: 6,
            found: 'X',
            ..
        }
    ));
}
