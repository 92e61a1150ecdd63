//! Counts the attributes of tags before anybody reads them: a tokenizer compares each attribute of a tag with all before it, so
//! that ten thousand of them cost a hundred million comparisons.

/// The most attributes one tag may have; what an editor writes has six.
const MOST_ATTRIBUTES: i32 = 64;

/// Where in a tag a reader stands.
#[derive(Debug, Clone, Copy)]
enum At {
    TagName,
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    Double,
    Single,
    Unquoted,
    AfterQuoted,
}

const PLACES: [At; 9] = [
    At::TagName,
    At::BeforeName,
    At::Name,
    At::AfterName,
    At::BeforeValue,
    At::Double,
    At::Single,
    At::Unquoted,
    At::AfterQuoted,
];

/// Whether a tag has too many attributes, wherever tags may begin. Whether a `<` is text, comment or tag only a whole parser knows,
/// so every one is followed as if it were a tag, all at once: what is kept of those that stand at the same place is the largest
/// number.
pub(super) fn is_dense(html: &str) -> bool {
    let mut most = [None::<i32>; 9];
    let (mut before, mut last) = (0, 0);
    for byte in html.bytes() {
        let mut next = [None::<i32>; 9];
        for (at, count) in PLACES.iter().zip(most) {
            let Some(count) = count else { continue };
            let Some((to, is_new)) = step(*at, byte) else {
                continue;
            };
            let count = count + i32::from(is_new);
            if count > MOST_ATTRIBUTES {
                return true;
            }
            if let Some(held) = next.get_mut(to as usize) {
                *held = (*held).max(Some(count));
            }
        }
        if byte.is_ascii_alphabetic() && (last == b'<' || (last == b'/' && before == b'<')) {
            let [name, ..] = &mut next;
            *name = (*name).max(Some(0));
        }
        most = next;
        (before, last) = (last, byte);
    }
    false
}

/// The next place, and whether an attribute begins there; none at the end of the tag (HTML, 13.2.5).
fn step(at: At, byte: u8) -> Option<(At, bool)> {
    let is_space = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c);
    let to = match (at, byte) {
        (At::Double, b'"') | (At::Single, b'\'') => At::AfterQuoted,
        (At::Double | At::Single, _) => at,
        (At::BeforeValue, b'"') => At::Double,
        (At::BeforeValue, b'\'') => At::Single,
        (_, b'>') => return None,
        (At::BeforeValue, _) if is_space => at,
        (At::Name, _) if is_space => At::AfterName,
        (At::AfterName, _) if is_space => at,
        (_, _) if is_space => At::BeforeName,
        (At::BeforeValue | At::Unquoted, _) => At::Unquoted,
        (_, b'/') => At::BeforeName,
        (At::Name | At::AfterName, b'=') => At::BeforeValue,
        (At::TagName | At::Name, _) => at,
        (At::BeforeName | At::AfterName | At::AfterQuoted, _) => return Some((At::Name, true)),
    };
    Some((to, false))
}

#[cfg(test)]
mod tests {
    use super::is_dense;

    #[test]
    fn attributes_are_counted_wherever_a_tag_may_begin() {
        let with = |n: usize| (0..n).map(|i| format!(" a{i}=\">\"")).collect::<String>();
        assert!(!is_dense(&format!("<p{}>x</p>", with(64))));
        for dense in [
            format!("<p{}>x</p>", with(65)),
            format!("</p{}>", with(65)),
            format!("<svg><style><!--</style><p{}>", with(65)),
            format!("<p title='<b{}'>", with(65)),
            format!("<p{}", "/a".repeat(65)),
            format!("<p {}>", "a='x'".repeat(65)),
            format!("<p {}>", "= ".repeat(260)),
        ] {
            assert!(is_dense(&dense), "{dense}");
        }
        let words = "a < b and <3 or \"x=1\" ".repeat(100);
        assert!(!is_dense(&words));
        assert!(!is_dense(&format!("<p>{words}</p>").repeat(10)));
        assert!(!is_dense(&"<a<a<a".repeat(10_000)), "one name, however long");
    }
}
