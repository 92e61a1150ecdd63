//! Full-width characters, as Chinese input methods produce them, and their half-width forms.

use crate::unseen;
use std::borrow::Cow;

/// The half-width form of a full-width ASCII character (U+FF01–U+FF5E) or of the ideographic space (U+3000).
///
/// ```
/// assert_eq!(identifiers::half_width::fold_char('９'), '9');
/// assert_eq!(identifiers::half_width::fold_char('品'), '品');
/// ```
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// The text with every full-width ASCII character replaced by its half-width form; the length in characters stays.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| fold_char(c) != c) {
        Cow::Owned(text.chars().map(fold_char).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The text folded, without [unseen characters](unseen) and without white space at its ends: what every `parse` starts from.
#[must_use]
pub fn tidy(text: &str) -> Cow<'_, str> {
    match unseen::drop(text) {
        Cow::Borrowed(text) => fold(text.trim()),
        Cow::Owned(text) => Cow::Owned(fold(text.trim()).into_owned()),
    }
}

/// The same without white space and dashes inside: numbers are printed and read out in groups.
#[must_use]
pub fn ungrouped(text: &str) -> Cow<'_, str> {
    let text = tidy(text);
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    match text.contains(is_gap) {
        true => Cow::Owned(text.replace(is_gap, "")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_letters_digits_punctuation_and_space() {
        assert_eq!(fold("ＡＢ１２（）\u{3000}－"), "AB12() -");
        assert!(matches!(fold("plain 中文"), Cow::Borrowed(_)));
    }

    #[test]
    fn tidies_what_is_unseen_and_the_ends() {
        assert_eq!(tidy("\u{FEFF} \u{3000}A B\u{200B}\n"), "A B");
        assert_eq!(tidy("\u{202D}Ａ\u{AD}１\u{202C} "), "A1");
        assert_eq!(tidy(" \u{3000} "), "");
        assert_eq!(ungrouped(" 6 901234－567892\u{200B}"), "6901234567892");
    }
}
