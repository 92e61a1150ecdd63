//! Characters nobody sees: what people paste along without knowing, and cannot delete.

use std::borrow::Cow;

/// Whether a character shows nothing wherever it stands: Unicode's `Default_Ignorable_Code_Point`, which has the zero-width, the
/// bidirectional and the variation characters, and the marks of annotations and embedded objects.
#[must_use]
pub const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether an unseen character shapes its neighbours, so that words and emoji need it: joiners, variants, tags.
const fn is_shaping(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180F}' | '\u{200C}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0020}'..='\u{E01EF}')
}

/// The text of an identifier without unseen characters.
///
/// ```
/// assert_eq!(identifiers::unseen::drop("\u{202D}13800138000\u{202C}"), "13800138000");
/// ```
#[must_use]
pub fn drop(text: &str) -> Cow<'_, str> {
    without(text, is_unseen)
}

/// The text of words without unseen characters; those that shape their neighbours stay.
#[must_use]
pub fn drop_from_words(text: &str) -> Cow<'_, str> {
    without(text, |c| is_unseen(c) && !is_shaping(c))
}

/// Whether there is nothing to be seen in a text: white space and unseen characters at most, and the blank of Braille.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || is_unseen(c) || c == '\u{2800}')
}

fn without(text: &str, dropped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(&dropped) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !dropped(*c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_lose_all_of_them_and_words_keep_what_shapes_them() {
        let pasted = "\u{FEFF}A\u{AD}B\u{200D}C\u{FE0D}\u{2066}D\u{2069}\u{FFFC}";
        assert_eq!(drop(pasted), "ABCD");
        assert_eq!(drop_from_words(pasted), "AB\u{200D}C\u{FE0D}D");
        for kept in ["👨\u{200D}👩", "❤\u{FE0F}", "品码 A-1", "ᠮᠣ\u{180B}"] {
            assert!(matches!(drop_from_words(kept), Cow::Borrowed(_)), "{kept}");
        }
    }

    #[test]
    fn what_shows_nothing_is_blank() {
        for blank in [
            "",
            " \u{3000}\u{A0}",
            "\u{200B}\u{FEFF}",
            "\u{3164}",
            "\u{2800}",
            "\u{200D}\u{FE0F}",
            "\u{E0041}",
        ] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for seen in [".", "0", "品", "\u{301}", "\u{200D}a"] {
            assert!(!is_blank(seen), "{seen:?}");
        }
    }
}
