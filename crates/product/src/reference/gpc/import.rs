use super::{Entry, model::LEVELS, store};
use db::{Fault, PlatformConn};
use std::collections::{BTreeMap, HashMap};

/// Number of entries of each level after an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Level 1
    pub segments: usize,
    /// Level 2
    pub families: usize,
    /// Level 3
    pub classes: usize,
    /// Level 4
    pub bricks: usize,
}

/// Reasons entries do not form a classification.
#[derive(Debug, thiserror::Error)]
pub enum BadTree {
    /// Nothing to import.
    #[error("there is no entry in it")]
    Empty,
    /// A code that is none.
    #[error("{0:?} is not a code of eight digits")]
    Code(String),
    /// An entry without a name, or with one that is too long.
    #[error("{0} needs a name of at most 200 characters")]
    Title(String),
    /// A code that stands for two things.
    #[error("{0} is there twice, with different places")]
    Twice(String),
    /// An entry whose parent is not there, or not one level above.
    #[error("{code} is on level {level}, but what it is below ({parent:?}) is not on the level above")]
    Place {
        /// The entry.
        code: String,
        /// Its level.
        level: i64,
        /// What it says it is below.
        parent: Option<String>,
    },
    /// The database.
    #[error("{0}")]
    Database(#[from] Fault),
}

/// Replaces the whole classification, in one transaction or not at all. Of several files the Chinese and the English
/// names of a code come together.
///
/// # Errors
/// What keeps the entries from being a classification.
pub fn replace(c: &mut PlatformConn<'_>, files: Vec<Vec<Entry>>) -> Result<Counts, BadTree> {
    let entries = merged(files)?;
    check(&entries)?;
    store::replace(c, &entries.values().collect::<Vec<_>>())?;
    let of = |level| entries.values().filter(|e| e.level == level).count();
    Ok(Counts {
        segments: of(1),
        families: of(2),
        classes: of(3),
        bricks: of(LEVELS),
    })
}

fn merged(files: Vec<Vec<Entry>>) -> Result<BTreeMap<String, Entry>, BadTree> {
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    for entry in files.into_iter().flatten() {
        let Some(known) = all.get_mut(&entry.code) else {
            all.insert(entry.code.clone(), entry);
            continue;
        };
        if (known.level, &known.parent) != (entry.level, &entry.parent) {
            return Err(BadTree::Twice(entry.code));
        }
        if known.title == known.title_en && entry.title != entry.title_en {
            known.title = entry.title;
        }
        if known.title_en.is_empty() {
            known.title_en = entry.title_en;
        }
    }
    Ok(all)
}

fn check(entries: &BTreeMap<String, Entry>) -> Result<(), BadTree> {
    if entries.is_empty() {
        return Err(BadTree::Empty);
    }
    let levels: HashMap<&str, i64> = entries.iter().map(|(code, e)| (code.as_str(), e.level)).collect();
    for (code, e) in entries {
        if code.len() != 8 || !code.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BadTree::Code(code.clone()));
        }
        if e.title.is_empty() || e.title.chars().count() > 200 || e.title_en.chars().count() > 200 {
            return Err(BadTree::Title(code.clone()));
        }
        let above = e.parent.as_deref().map_or(Some(0), |p| levels.get(p).copied());
        if above != Some(e.level - 1) || e.level > LEVELS {
            return Err(BadTree::Place {
                code: code.clone(),
                level: e.level,
                parent: e.parent.clone(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(code: &str, parent: &str, title: &str, title_en: &str) -> Entry {
        Entry {
            code: code.into(),
            level: if parent.is_empty() { 1 } else { 2 },
            parent: Some(parent.to_owned()).filter(|p| !p.is_empty()),
            title: title.into(),
            title_en: title_en.into(),
        }
    }
    fn why(files: Vec<Vec<Entry>>) -> String {
        merged(files)
            .and_then(|all| check(&all))
            .map_or_else(|e| e.to_string(), |()| String::new())
    }

    #[test]
    fn names_of_two_languages_come_together() {
        let english = vec![entry("83000000", "", "Building", "Building")];
        let chinese = vec![entry("83000000", "", "建筑产品", "")];
        for files in [vec![english.clone(), chinese.clone()], vec![chinese, english]] {
            let all = merged(files).unwrap();
            assert_eq!(
                all.get("83000000"),
                Some(&entry("83000000", "", "建筑产品", "Building"))
            );
        }
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        assert_eq!(why(vec![]), "there is no entry in it");
        assert!(why(vec![vec![entry("8300000", "", "a", "a")]]).contains("eight digits"));
        assert!(why(vec![vec![entry("83000000", "", "", "")]]).contains("name"));
        assert!(why(vec![vec![entry("83010000", "83000000", "a", "a")]]).contains("level above"));
        let twice = vec![
            entry("83000000", "", "a", "a"),
            entry("83000000", "10000000", "a", "a"),
        ];
        assert!(why(vec![twice]).contains("twice"));
        assert_eq!(
            why(vec![vec![
                entry("83000000", "", "a", "a"),
                entry("83010000", "83000000", "b", "b")
            ]]),
            ""
        );
    }
}
