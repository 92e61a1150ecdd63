//! A telephone number as people write it, taken apart.

/// What people put before an extension; the longer words first.
const EXTENSION_WORDS: &[&str] = &[
    "转分机",
    "分机号",
    "转接",
    "分机",
    "转",
    "extension",
    "ext.",
    "ext",
    "x",
    "#",
];

/// The digits of a written number, in the groups they were written in.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    /// The groups, without a country code.
    pub(super) groups: Vec<String>,
    /// What stands behind a word for extension.
    pub(super) extension: Option<String>,
    /// Whether anything but white space separates groups.
    pub(super) has_dash: bool,
    /// Whether the country code of China stood before it.
    pub(super) is_abroad: bool,
}

/// Takes a tidied text apart; none when it has what no number has.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let text = text.to_lowercase();
    let (number, extension) = match EXTENSION_WORDS.iter().find_map(|word| text.split_once(word)) {
        Some((number, behind)) => {
            let digits = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | ':'));
            let is_extension = matches!(digits.len(), 1..=6) && digits.bytes().all(|b| b.is_ascii_digit());
            (number, Some(is_extension.then(|| digits.to_owned())?))
        }
        None => (text.as_str(), None),
    };
    let is_separator =
        |c: char| c.is_whitespace() || matches!(c, '-' | '(' | ')' | '[' | ']' | '.' | '/' | '·');
    let number = number.trim_matches(is_separator);
    let (number, is_abroad) = match (number.strip_prefix("+86"), number.strip_prefix("0086")) {
        (Some(rest), _) | (_, Some(rest)) => (rest, true),
        _ => (number, false),
    };
    let number = number.trim_matches(is_separator);
    let groups: Vec<String> = number
        .split(is_separator)
        .filter(|group| !group.is_empty())
        .map(str::to_owned)
        .collect();
    let are_digits = groups
        .iter()
        .all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    (are_digits && !groups.is_empty()).then(|| Parts {
        has_dash: number.contains(|c: char| is_separator(c) && !c.is_whitespace()),
        groups,
        extension,
        is_abroad,
    })
}

impl Parts {
    /// The same without a country code that was written without `+`.
    pub(super) fn without_country(&self) -> Option<Self> {
        let (first, rest) = self.groups.split_first()?;
        let first = first.strip_prefix("86").filter(|_| !self.is_abroad)?;
        let first = (!first.is_empty()).then(|| first.to_owned());
        Some(Self {
            groups: first.into_iter().chain(rest.iter().cloned()).collect(),
            is_abroad: true,
            ..self.clone()
        })
    }

    /// How many digits stand behind each of the gaps in the last `within` digits, and none at the end.
    pub(super) fn tails(&self, within: usize) -> Vec<usize> {
        let mut tails = vec![0];
        for group in self.groups.iter().rev() {
            let tail = tails.last().copied().unwrap_or_default() + group.len();
            if tail >= within {
                break;
            }
            tails.push(tail);
        }
        tails
    }
}
