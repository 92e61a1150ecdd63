//! The end of a sentence that somebody else's text stands at.

use std::fmt::Display;

/// Follows a value in a text until it is finished; no record holds a control character.
const END: char = '\u{2}';

/// Marks where a value ends, for [`finished`].
#[must_use]
pub fn marked(value: &impl Display) -> String {
    format!("{value}{END}")
}

/// Finishes a text with marked values: a sentence of ours that ends behind a value ends once, whatever the value ends with.
///
/// ```
/// use kernel::sentence::{finished, marked};
/// let said = |reason: &str| finished(&format!("未通过：{}。请修改。", marked(&reason)));
/// assert_eq!(said("图片不清。"), "未通过：图片不清。请修改。");
/// assert_eq!(said("为什么？"), "未通过：为什么？请修改。");
/// assert_eq!(said("图片不清；"), "未通过：图片不清。请修改。");
/// assert_eq!(said("图片不清"), "未通过：图片不清。请修改。");
/// ```
#[must_use]
pub fn finished(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c != END {
            done.push(c);
            continue;
        }
        let Some(stop) = rest.next_if(|next| matches!(next, '。' | '.')) else {
            continue;
        };
        let value =
            done.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '，' | ',' | '；' | ';' | '、'));
        done.truncate(value.len());
        if !done.ends_with(['。', '．', '.', '！', '!', '？', '?', '…']) {
            done.push(stop);
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_within_a_sentence_stays_as_it_is() {
        let text = format!("“{}”将于 {} 到期。", marked(&"Dr."), marked(&"2026-11-30"));
        assert_eq!(finished(&text), "“Dr.”将于 2026-11-30 到期。");
        let text = format!("Rejected: {}. Change it.", marked(&"too small."));
        assert_eq!(finished(&text), "Rejected: too small. Change it.");
        let text = format!("Rejected: {}. Change it.", marked(&"wait... "));
        assert_eq!(finished(&text), "Rejected: wait... Change it.");
    }
}
