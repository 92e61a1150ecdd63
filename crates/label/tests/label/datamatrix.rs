//! Data Matrix symbols read by the decoder of ZXing (rxing), which shares no code with ours.

use label::{DataMatrix, Error, Matrix};
use proptest::prelude::*;
use rxing::{common::BitMatrix, datamatrix::decoder::Decoder};

/// What rxing reads, and the errors it had to correct.
fn read(matrix: &Matrix) -> (String, usize) {
    let side = matrix.size() as u32;
    let mut bits = BitMatrix::with_single_dimension(side).unwrap();
    for y in 0..side {
        for x in 0..side {
            if matrix.is_dark(x as usize, y as usize) {
                bits.set(x, y);
            }
        }
    }
    let read = Decoder::new().decode(&bits).unwrap();
    (read.getText().to_owned(), read.getErrorsCorrected())
}

fn assert_reads(text: &str) -> usize {
    let mut encoder = DataMatrix::new();
    let matrix = encoder.encode(text).unwrap();
    assert_eq!(read(matrix), (text.to_owned(), 0));
    matrix.size()
}

#[test]
fn every_size_reads() {
    let mut sizes: Vec<usize> = (1..2_600)
        .step_by(7)
        .map(|digits| assert_reads(&"7".repeat(digits)))
        .collect();
    sizes.dedup();
    assert_eq!(sizes.len(), 23);
    assert!(sizes.is_sorted());
}

#[test]
fn modes_are_chosen_well() {
    // A label's link: 52 to 53 codewords in one mode, fewer when they are mixed.
    assert_eq!(
        assert_reads("https://id.example.cn/01/06912345678904/21/000000001"),
        26
    );
    assert_eq!(assert_reads("ABCDEFGHIJKLMNO"), 16);
    assert_eq!(assert_reads("123456"), 10);
}

// F233: the data carrier of small goods is GS1 DataMatrix.
#[test]
fn gs1_element_strings_begin_with_fnc1() {
    let mut encoder = DataMatrix::new();
    let elements = "010691234567890410LOT2511A\u{1D}21A000000001";
    let (text, corrected) = read(encoder.encode_gs1(elements).unwrap());
    assert_eq!(corrected, 0);
    // ZXing tells FNC1 within the text as the separator, and the first as the symbology identifier ]d2 or nothing.
    assert_eq!(text.trim_start_matches('\u{1D}'), elements);
}

#[test]
fn what_does_not_fit_is_refused() {
    let mut encoder = DataMatrix::new();
    assert!(matches!(encoder.encode(""), Err(Error::TextEmpty)));
    assert!(matches!(
        encoder.encode(&"x".repeat(4_000)),
        Err(Error::TextTooLong { bytes: 4_000 })
    ));
    assert!(matches!(
        encoder.encode("品码"),
        Err(Error::TextNotAscii { character: '品' })
    ));
    assert!(encoder.encode("x").is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_ascii_reads(text in "[ -~]{1,300}") {
        assert_reads(&text);
    }

    #[test]
    fn any_mixture_reads(text in "([A-Z0-9 ]{0,12}[a-z0-9]{0,12}[0-9]{0,9}[\u{1}-\u{1f}]{0,2}[!-/]{0,3}){1,6}x") {
        assert_reads(&text);
    }

    #[test]
    fn any_elements_read(batch in "[A-Z0-9a-z/._-]{1,20}", serial in "[A-Z0-9a-z]{1,20}") {
        let elements = format!("010691234567890410{batch}\u{1D}21{serial}");
        let mut encoder = DataMatrix::new();
        let (text, corrected) = read(encoder.encode_gs1(&elements).unwrap());
        prop_assert_eq!(corrected, 0);
        prop_assert_eq!(text.trim_start_matches('\u{1D}'), &elements);
    }
}
