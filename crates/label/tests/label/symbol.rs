//! Symbols are those of qrcodegen, module for module.

use crate::{
    oracle::{agree, by_qrcodegen},
    payload::Random,
};
use label::{Correction, Encoder, Error, Symbol, segments};

/// Compares so many random texts; each level has its own so that they run side by side.
fn compare(level: Correction, count: usize, codewords: usize) {
    let mut random = Random(level as u64);
    let mut encoder = Encoder::new(level);
    for _ in 0..count {
        let text = random.payload(codewords);
        let symbol = encoder.encode(&text).unwrap();
        let expected = by_qrcodegen(&segments(&text, symbol.version()), level).unwrap();
        assert!(agree(symbol, &expected), "{text:?} at {level:?}");
    }
}

#[test]
fn low_symbols_are_those_of_qrcodegen() {
    compare(Correction::Low, 5_000, 280);
}

#[test]
fn medium_symbols_are_those_of_qrcodegen() {
    compare(Correction::Medium, 5_000, 220);
}

#[test]
fn quartile_symbols_are_those_of_qrcodegen() {
    compare(Correction::Quartile, 5_000, 160);
}

#[test]
fn high_symbols_are_those_of_qrcodegen() {
    compare(Correction::High, 5_000, 125);
}

#[test]
fn large_symbols_are_those_of_qrcodegen() {
    compare(Correction::Medium, 60, 2_000);
}

/// Every version and level at the lengths where they begin and end.
#[test]
fn the_version_is_the_smallest() {
    for level in Correction::ALL {
        for length in 1..=290 {
            let text = "a".repeat(length);
            let symbol = Symbol::encode(&text, level).unwrap();
            let expected = by_qrcodegen(&segments(&text, symbol.version()), level).unwrap();
            assert_eq!(
                symbol.version(),
                expected.version().value(),
                "{length} bytes at {level:?}"
            );
            assert!(agree(&symbol, &expected), "{length} bytes at {level:?}");
        }
    }
}

/// Texts made of few characters have long runs, large finder-like patterns and uneven shares of dark.
#[test]
fn regular_texts_are_no_exception() {
    let mut encoder = Encoder::new(Correction::Low);
    for pattern in [
        "0",
        "00000001",
        "U",
        "UUU*",
        "\u{0}",
        "\u{7F}",
        "3",
        "f",
        "\u{55}\u{2A}",
        "~ ~",
        "wwww ",
    ] {
        for length in (1..260).step_by(7) {
            let text: String = pattern.chars().cycle().take(length).collect();
            let symbol = encoder.encode(&text).unwrap();
            let expected = by_qrcodegen(&segments(&text, symbol.version()), Correction::Low).unwrap();
            assert!(agree(symbol, &expected), "{text:?}");
        }
    }
}

/// A symbol does not depend on the ones before it.
#[test]
fn an_encoder_forgets() {
    let mut random = Random(7);
    let mut encoder = Encoder::new(Correction::Medium);
    for _ in 0..300 {
        let text = random.payload(300);
        assert_eq!(
            *encoder.encode(&text).unwrap(),
            Symbol::encode(&text, Correction::Medium).unwrap()
        );
    }
}

#[test]
fn a_least_version_is_kept() {
    for least in [1, 4, 10, 11, 27, 40, 99] {
        let mut encoder = Encoder::new(Correction::Low).at_least(least);
        assert_eq!(encoder.encode("1").unwrap().version(), least.min(40));
        assert!(encoder.encode(&"x".repeat(1_000)).unwrap().version() >= least.min(40));
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    assert!(matches!(
        Symbol::encode("", Correction::Low),
        Err(Error::TextEmpty)
    ));
    let fits = |text: String, level| Symbol::encode(&text, level).is_ok();
    assert!(fits("1".repeat(7_089), Correction::Low) && !fits("1".repeat(7_090), Correction::Low));
    assert!(fits("A".repeat(4_296), Correction::Low) && !fits("A".repeat(4_297), Correction::Low));
    assert!(fits("a".repeat(2_953), Correction::Low) && !fits("a".repeat(2_954), Correction::Low));
    assert!(fits("a".repeat(1_273), Correction::High) && !fits("a".repeat(1_274), Correction::High));
    assert!(!fits("a".repeat(10_000_000), Correction::Low));
    assert_eq!(
        Symbol::encode(&"品".repeat(2_000), Correction::Low)
            .unwrap_err()
            .code(),
        "text_too_long"
    );
}
