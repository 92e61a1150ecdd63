//! Decimal numbers as SVG and PDF write them.

/// Writes a number with so many decimals at most, without zeros at its end.
pub(crate) fn push_decimal<const DECIMALS: u32>(number: f32, out: &mut Vec<u8>) {
    let one = 10_i64.pow(DECIMALS);
    let scaled = (f64::from(number) * one as f64).round() as i64;
    if scaled < 0 {
        out.push(b'-');
    }
    let (whole, mut part) = (scaled.abs() / one, scaled.abs() % one);
    push_integer(whole, out);
    if part > 0 {
        out.push(b'.');
        let mut place = one / 10;
        while part > 0 && place > 0 {
            out.push(b'0' + (part / place) as u8);
            part %= place;
            place /= 10;
        }
    }
}

/// Writes a whole number.
pub(crate) fn push_integer(number: impl itoa::Integer, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let shown = |number| {
            let mut out = vec![];
            push_decimal::<3>(number, &mut out);
            String::from_utf8(out).unwrap()
        };
        for (number, text) in [
            (0.0, "0"),
            (-0.5, "-0.5"),
            (12.0504, "12.05"),
            (-3.0, "-3"),
            (0.0004, "0"),
            (-0.0004, "0"),
        ] {
            assert_eq!(shown(number), text);
        }
    }
}
