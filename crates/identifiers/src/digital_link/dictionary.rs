use super::{
    ai::{Ai, Pattern},
    charset::Charset,
    error::Error,
    rule::Linter,
};

/// What the GS1 Syntax Dictionary says of one application identifier, or of a range of them.
pub(super) struct Entry {
    pub(super) first: Ai,
    pub(super) last: Ai,
    /// How many digits they have.
    pub(super) digits: usize,
    /// Whether it may stand in the query of a link.
    pub(super) attribute: bool,
    pub(super) components: &'static [Component],
    /// The shortest and longest value, all components together.
    pub(super) min: usize,
    pub(super) max: usize,
    /// What must stand beside it; every requirement counts.
    pub(super) requires: &'static [Requirement],
    /// What must not stand beside it.
    pub(super) excludes: &'static [Pattern],
    /// For the primary keys of links: the orders of qualifiers, of which a path follows one.
    pub(super) key: Option<&'static [&'static [Ai]]>,
    pub(super) title: &'static str,
}

/// One piece of a value.
pub(super) struct Component {
    pub(super) charset: Charset,
    pub(super) min: usize,
    pub(super) max: usize,
    pub(super) optional: bool,
    pub(super) linters: &'static [Linter],
}

/// Groups of identifiers, of which one must be there completely.
pub(super) struct Requirement {
    /// As the dictionary writes it, for messages: `01+21,03+21`.
    pub(super) text: &'static str,
    pub(super) any_of: &'static [&'static [Pattern]],
}

/// The table that `build.rs` makes of the dictionary, in the order of the identifiers.
static ENTRIES: &[Entry] = include!(concat!(env!("OUT_DIR"), "/dictionary.rs"));

/// From where to where in the table the identifiers stand whose first two digits are this number.
static FAMILIES: [(usize, usize); 100] = include!(concat!(env!("OUT_DIR"), "/families.rs"));

/// The identifier with these digits and what the dictionary says of it.
pub(super) fn find(digits: &[u8]) -> Option<(Ai, &'static Entry)> {
    let ai = Ai::from_digits(digits)?;
    let [tens, ones, ..] = digits else { return None };
    let pair = usize::from(tens - b'0') * 10 + usize::from(ones - b'0');
    let (start, end) = FAMILIES.get(pair)?;
    let family = ENTRIES.get(*start..*end)?;
    // A range such as 91-99 spans longer texts such as 910, too.
    let is_in = |entry: &&Entry| entry.digits == digits.len() && entry.first <= ai && ai <= entry.last;
    family.iter().find(is_in).map(|entry| (ai, entry))
}

/// The entry of an identifier that came from this table.
pub(super) fn entry(ai: Ai) -> Option<&'static Entry> {
    find(ai.as_str().as_bytes()).map(|(_, entry)| entry)
}

impl Ai {
    /// The identifier with these digits.
    ///
    /// # Errors
    /// When the dictionary has no such identifier.
    pub fn parse(text: &str) -> Result<Self, Error> {
        find(text.as_bytes())
            .map(|(ai, _)| ai)
            .ok_or_else(|| Error::UnknownAi {
                found: text.chars().take(20).collect(),
            })
    }

    /// The data title of the General Specifications, such as `EXPIRY`.
    #[must_use]
    pub fn title(self) -> &'static str {
        find(self.as_str().as_bytes()).map_or("", |(_, entry)| entry.title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = include_str!("../../data/gs1-syntax-dictionary.txt");

    fn lines() -> impl Iterator<Item = &'static str> {
        TEXT.lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    #[test]
    fn every_line_has_its_entry() {
        assert_eq!(ENTRIES.len(), lines().count());
        for (line, entry) in lines().zip(ENTRIES) {
            let ais = line.split_ascii_whitespace().next().unwrap();
            let (first, last) = ais.split_once('-').unwrap_or((ais, ais));
            assert_eq!((entry.first.as_str(), entry.last.as_str()), (first, last));
            for ai in [first, last] {
                assert!(std::ptr::eq(find(ai.as_bytes()).unwrap().1, entry), "{ai}");
            }
            assert_eq!(
                entry.title,
                line.split_once('#').map_or("", |(_, title)| title.trim())
            );
        }
    }

    #[test]
    fn every_linter_of_the_dictionary_is_known_by_name() {
        for line in lines() {
            let components = line
                .split_ascii_whitespace()
                .filter(|word| word.starts_with(['N', 'X', 'Y', 'Z', '[']));
            for name in components.flat_map(|word| word.split(',').skip(1)) {
                assert!(Linter::ALL.iter().any(|linter| linter.name() == name), "{name}");
            }
        }
        for linter in Linter::ALL {
            assert!(
                TEXT.contains(&format!(",{}", linter.name())),
                "{} is in no entry",
                linter.name()
            );
        }
    }

    #[test]
    fn entries_say_what_the_lines_say() {
        let gtin = entry(Ai::GTIN).unwrap();
        assert!(gtin.attribute && (gtin.min, gtin.max) == (14, 14));
        assert_eq!(gtin.key.unwrap().len(), 2);
        let serial = entry(Ai::SERIAL).unwrap();
        assert!(!serial.attribute && serial.key.is_none() && (serial.min, serial.max) == (1, 20));
        assert_eq!(serial.requires[0].text, "01,03,8006");
        let count = find(b"37").unwrap().1;
        assert_eq!(
            count.requires[0]
                .any_of
                .iter()
                .map(|group| group.len())
                .collect::<Vec<_>>(),
            [2, 2]
        );
        let grai = find(b"8003").unwrap().1;
        assert_eq!((grai.components.len(), grai.min, grai.max), (3, 14, 30));
        assert_eq!(find(b"00").unwrap().1.key.unwrap().len(), 0);
    }

    #[test]
    fn only_the_dictionary_counts() {
        assert_eq!(Ai::parse("01"), Ok(Ai::GTIN));
        assert_eq!(Ai::parse("3103").unwrap().to_string(), "3103");
        for text in ["", "1", "1a", "999", "00001", "０１", "gtin", "3106"] {
            assert_eq!(
                Ai::parse(text),
                Err(Error::UnknownAi {
                    found: text.to_owned()
                }),
                "{text}"
            );
        }
    }

    #[test]
    fn titles() {
        assert_eq!(
            (Ai::EXPIRY.title(), Ai::GTIN.title()),
            ("USE BY or EXPIRY", "GTIN")
        );
    }
}
