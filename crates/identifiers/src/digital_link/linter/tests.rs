use super::*;

/// The offset at which a component fails, or `None` if it passes.
fn fault_at(linter: Linter, text: &str) -> Option<usize> {
    match linter.check(text.as_bytes(), 0) {
        Ok(()) => None,
        Err(Fault::Rule { position, rule }) => {
            assert_eq!(rule, linter);
            Some(position)
        }
        Err(Fault::CheckDigit { position, .. } | Fault::CheckPair { position, .. }) => Some(position),
        Err(Fault::AllZero) => Some(0),
        Err(other) => panic!("{linter:?} {text}: {other:?}"),
    }
}

#[track_caller]
fn passes(linter: Linter, texts: &[&str]) {
    for text in texts {
        assert_eq!(fault_at(linter, text), None, "{linter:?} {text}");
    }
}

#[track_caller]
fn fails(linter: Linter, texts: &[(&str, usize)]) {
    for (text, position) in texts {
        assert_eq!(fault_at(linter, text), Some(*position), "{linter:?} {text}");
    }
}

#[test]
fn names_and_codes_are_snake_case() {
    for linter in Linter::ALL {
        assert!(
            linter
                .code()
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_'),
            "{linter:?}"
        );
        assert!(!linter.zh().is_ascii(), "{linter:?}");
    }
}

#[test]
fn keys() {
    passes(
        Linter::Csum,
        &["09506000134352", "106141411234567897", "9520123456788"],
    );
    fails(Linter::Csum, &[("09506000134353", 14), ("00000000000000", 0)]);
    passes(Linter::Gcppos1, &["9521", "95201ABC"]);
    fails(Linter::Gcppos1, &[("952", 1), ("952A1", 4), ("A9521", 1)]);
    passes(Linter::Gcppos2, &["19521", "09506000134352"]);
    fails(Linter::Gcppos2, &[("1952", 1), ("1952A", 5)]);
    passes(Linter::Pieceoftotal, &["0102", "0303", "9899", "11"]);
    fails(
        Linter::Pieceoftotal,
        &[("0001", 1), ("0100", 3), ("0201", 1), ("010", 1), ("", 1)],
    );
}

#[test]
fn check_pairs() {
    // The General Specifications' own example, and every character of CSET 82.
    passes(
        Linter::Csumalpha,
        &[
            "1987654Ad4X4bL5ttr2310c2K",
            "12345678901234567890123NT",
            "12345_ABCDEFGHIJKLMCP",
            "12345_NOPQRSTUVWXYZDN",
            "12345_abcdefghijklmN3",
            "12345_nopqrstuvwxyzP2",
            "12345_!\"%&'()*+,-./LC",
            "12345_0123456789:;<=>?62",
            "22",
        ],
    );
    fails(
        Linter::Csumalpha,
        &[("1987654Ad4X4bL5ttr2310cXK", 24), ("33", 1), ("3", 1), ("", 1)],
    );
    assert_eq!(
        Linter::Csumalpha.check(b"1987654Ad4X4bL5ttr2310cXK", 0),
        Err(Fault::CheckPair {
            position: 24,
            expected: "2K".to_owned()
        })
    );
}

#[test]
fn dates_and_times() {
    passes(Linter::Yymmd0, &["251200", "240229"]);
    fails(Linter::Yymmd0, &[("251301", 3), ("250230", 5)]);
    fails(Linter::Yymmdd, &[("251200", 5)]);
    passes(Linter::Yyyymmdd, &["20240229"]);
    fails(Linter::Yyyymmdd, &[("20230229", 7), ("20230100", 7)]);
    passes(Linter::Hhmi, &["0000", "2359"]);
    fails(Linter::Hhmi, &[("2400", 1), ("2360", 3)]);
    passes(Linter::Hh, &["23"]);
    fails(Linter::Hh, &[("24", 1)]);
    passes(Linter::Mi, &["59"]);
    fails(Linter::Mi, &[("60", 1)]);
    passes(Linter::Ss, &["59"]);
    fails(Linter::Ss, &[("60", 1)]);
}

#[test]
fn published_lists() {
    passes(Linter::Iso3166, &["156", "004", "894"]);
    fails(Linter::Iso3166, &[("999", 1), ("000", 1), ("15", 1)]);
    passes(Linter::Iso3166999, &["999", "156"]);
    fails(Linter::Iso3166999, &[("998", 1)]);
    passes(Linter::Iso3166alpha2, &["CN", "ZW"]);
    fails(Linter::Iso3166alpha2, &[("XX", 1), ("cn", 1), ("C", 1)]);
    passes(Linter::Iso4217, &["156", "978", "999"]);
    fails(Linter::Iso4217, &[("000", 1), ("157", 1)]);
    passes(Linter::Packagetype, &["1A", "8", "ZZ", "X3", "BGE"]);
    fails(
        Linter::Packagetype,
        &[("", 1), ("0", 1), ("1A ", 1), ("1A 1B", 1)],
    );
    passes(Linter::Mediatype, &["01", "10", "80", "99"]);
    fails(Linter::Mediatype, &[("00", 1), ("11", 1), ("79", 1), ("0", 1)]);
    passes(
        Linter::Iban,
        &[
            "FR7630006000011234567890189",
            "GB98MIDL07009312345678",
            "BE71096123456769",
            "LC14BOSL123456789012345678901234",
        ],
    );
    fails(
        Linter::Iban,
        &[
            ("BE71096123456760", 3),
            ("XX361234567890", 1),
            ("BE71", 1),
            ("LC14BOSLxx3456789012345678901230", 9),
        ],
    );
}

#[test]
fn small_codes() {
    passes(Linter::Iso5218, &["0", "9"]);
    fails(Linter::Iso5218, &[("3", 1), ("01", 1)]);
    passes(Linter::Winding, &["0", "1", "9"]);
    fails(Linter::Winding, &[("2", 1)]);
    passes(Linter::Yesno, &["0", "1"]);
    fails(Linter::Yesno, &[("2", 1), ("", 1)]);
    passes(Linter::Importeridx, &["A", "-", "_", "0"]);
    fails(Linter::Importeridx, &[("+", 1)]);
    passes(Linter::Hyphen, &["-"]);
    fails(Linter::Hyphen, &[("+", 1)]);
    passes(Linter::Zero, &["0"]);
    fails(Linter::Zero, &[("1", 1)]);
    passes(Linter::Nonzero, &["0001"]);
    fails(Linter::Nonzero, &[("0000", 1)]);
    passes(Linter::Hasnondigit, &["12a"]);
    fails(Linter::Hasnondigit, &[("123", 1)]);
    passes(Linter::Nozeroprefix, &["1", "10"]);
    fails(Linter::Nozeroprefix, &[("0", 1), ("01", 1)]);
}

#[test]
fn places_and_positions() {
    passes(Linter::Latitude, &["0000000000", "1800000000"]);
    fails(Linter::Latitude, &[("1800000001", 1)]);
    passes(Linter::Longitude, &["3600000000"]);
    fails(Linter::Longitude, &[("3600000001", 1), ("360000000", 1)]);
    passes(Linter::Posinseqslash, &["1/1", "9/10", "99/100"]);
    fails(
        Linter::Posinseqslash,
        &[
            ("2/1", 1),
            ("10/9", 1),
            ("0/1", 1),
            ("1/0", 3),
            ("1/", 3),
            ("/1", 1),
            ("1", 1),
            ("1//2", 3),
            ("01/2", 1),
        ],
    );
    passes(Linter::Pcenc, &["", "ABC%20%fF", "%00"]);
    fails(Linter::Pcenc, &[("%", 1), ("A%2", 2), ("A%fg", 2), ("%%41", 1)]);
}

#[test]
fn coupons() {
    passes(
        Linter::Couponcode,
        &[
            "012345612345611110123",
            // Fields 1 and 2, the second with the first purchase's company prefix.
            "01234561234561111012310110123921101230123456",
            // Fields 3 and 4, then 5, 6 and 9.
            "012345612345611110123326123142601015012345661123456790000",
        ],
    );
    fails(
        Linter::Couponcode,
        &[
            ("", 1),
            ("a12345612345611110123", 1),
            ("712345612345611110123", 1),
            ("0123456", 8),
            ("01234561234560", 14),
            ("012345612345611115123", 18),
            ("0123456123456111101237", 22),
            // It would begin after it expires.
            ("01234561234561111012332601014261231", 30),
        ],
    );
    passes(
        Linter::Couponposoffer,
        &["001234561234560123456", "061234567890121234569123456789012345"],
    );
    fails(
        Linter::Couponposoffer,
        &[
            ("201234561234560123456", 1),
            ("07", 2),
            ("0012345", 3),
            ("0012345612345601234567", 22),
        ],
    );
}
