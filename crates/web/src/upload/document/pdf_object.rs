//! What can be read of a PDF without reading all of it: a reference, the values of a dictionary.

/// The text of the object that stands behind the last of this key: itself, or what it refers to.
pub(super) fn last_object<'a>(pdf: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let at = pdf.windows(key.len()).rposition(|w| w == key)?;
    let behind = pdf.get(at + key.len()..)?.trim_ascii_start();
    if behind.starts_with(b"<<") || behind.starts_with(b"[") {
        return Some(behind);
    }
    let mut words = behind
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let (number, generation, r) = (words.next()?, words.next()?, words.next()?);
    let digits = |word: &[u8]| word.len() <= 10 && word.iter().all(u8::is_ascii_digit);
    if !digits(number) || !digits(generation) || !r.starts_with(b"R") {
        return None;
    }
    let head = [number, b" ", generation, b" obj"].concat();
    let starts = (0..pdf.len().saturating_sub(head.len())).rev();
    let is_head = |at: &usize| {
        pdf.get(*at..*at + head.len()) == Some(&head)
            && (*at == 0 || !pdf.get(at - 1).is_some_and(u8::is_ascii_digit))
    };
    let at = starts.into_iter().find(is_head)?;
    let body = pdf.get(at + head.len()..)?;
    let end = body.windows(6).position(|w| w == b"endobj").unwrap_or(body.len());
    body.get(..end)
}

/// The text behind a key of a dictionary, which no longer key begins with.
fn behind<'a>(dictionary: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let mut rest = dictionary;
    loop {
        let at = rest.windows(key.len()).position(|w| w == key)?;
        rest = rest.get(at + key.len()..)?;
        if rest.first().is_some_and(|next| !next.is_ascii_alphanumeric()) {
            return Some(rest.trim_ascii_start());
        }
    }
}

/// The number behind a key.
pub(super) fn number(dictionary: &[u8], key: &[u8]) -> Option<i64> {
    let text = behind(dictionary, key)?;
    let end = text
        .iter()
        .position(|b| !b.is_ascii_digit() && *b != b'-')
        .unwrap_or(text.len());
    str::from_utf8(text.get(..end)?).ok()?.parse().ok()
}

/// Whether a word stands behind a key.
pub(super) fn is_word(dictionary: &[u8], key: &[u8], word: &[u8]) -> bool {
    behind(dictionary, key).is_some_and(|text| text.starts_with(word))
}

/// The string behind a key.
pub(super) fn string(dictionary: &[u8], key: &[u8]) -> Option<Vec<u8>> {
    first_string(behind(dictionary, key)?)
}

/// The string a text begins with, in either of its two forms; the first of a list.
pub(super) fn first_string(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii_start();
    match text.split_first()? {
        (b'[', rest) => first_string(rest),
        (b'<', rest) => hex(rest),
        (b'(', rest) => literal(rest),
        _ => None,
    }
}

fn hex(text: &[u8]) -> Option<Vec<u8>> {
    let end = text.iter().position(|b| *b == b'>')?;
    let digits = text.get(..end)?.iter().filter(|b| !b.is_ascii_whitespace());
    let values: Option<Vec<u8>> = digits
        .map(|b| char::from(*b).to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect();
    let pairs = values?;
    Some(
        pairs
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |n, d| n << 4 | d) << (4 * (2 - pair.len())))
            .collect(),
    )
}

fn literal(text: &[u8]) -> Option<Vec<u8>> {
    let (mut found, mut depth, mut at) = (vec![], 1, 0);
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b'\\' => {
                let next = *text.get(at)?;
                at += 1;
                match next {
                    b'0'..=b'7' => {
                        let more = text
                            .get(at..)?
                            .iter()
                            .take(2)
                            .take_while(|b| matches!(b, b'0'..=b'7'));
                        let octal: Vec<u8> = std::iter::once(&next).chain(more).copied().collect();
                        at += octal.len() - 1;
                        found.push(octal.iter().fold(0_u8, |n, d| n << 3 | (d - b'0')));
                    }
                    b'n' => found.push(b'\n'),
                    b'r' => found.push(b'\r'),
                    b't' => found.push(b'\t'),
                    b'b' => found.push(8),
                    b'f' => found.push(12),
                    b'\r' => at += usize::from(text.get(at) == Some(&b'\n')),
                    b'\n' => {}
                    other => found.push(other),
                }
            }
            b'(' => {
                depth += 1;
                found.push(byte);
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(found);
                }
                found.push(byte);
            }
            _ => found.push(byte),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_in_either_form() {
        let dictionary =
            b"<</Filter/Standard/OE(x)/O (a\\)\\050\\\\\\n(b))/U<41 4>/P -44/EncryptMetadata false/R 3>>";
        assert_eq!(string(dictionary, b"/O").unwrap(), b"a)(\\\n(b)");
        assert_eq!(string(dictionary, b"/U").unwrap(), b"A@");
        assert_eq!(
            (number(dictionary, b"/P"), number(dictionary, b"/R")),
            (Some(-44), Some(3))
        );
        assert!(
            is_word(dictionary, b"/Filter", b"/Standard")
                && is_word(dictionary, b"/EncryptMetadata", b"false")
        );
        assert_eq!(first_string(b" [ <0102> (x) ]").unwrap(), [1, 2]);
        let pdf = b"12 0 obj<</V 9>>endobj\n2 0 obj <</V 1>> endobj trailer<</Encrypt 2 0 R>>";
        assert_eq!(last_object(pdf, b"/Encrypt").unwrap(), b" <</V 1>> ");
        assert_eq!(
            last_object(b"trailer<</Encrypt<</V 1>>>>", b"/Encrypt").unwrap(),
            b"<</V 1>>>>"
        );
        assert_eq!(last_object(b"trailer<</Root 1 0 R>>", b"/Encrypt"), None);
    }
}
