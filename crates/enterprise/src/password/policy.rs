use super::Error;
use kernel::Lang;
use std::{collections::HashSet, str::FromStr, sync::LazyLock};

/// The password policy (decision C1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Policy {
    /// Eight to sixteen characters of all four classes, as 浙品码 asks (F009).
    #[default]
    Zpm,
    /// Fifteen to 128 characters of any kind, as NIST SP 800-63B advises.
    Modern,
}

impl FromStr for Policy {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        match s {
            "zpm" => Ok(Self::Zpm),
            "modern" => Ok(Self::Modern),
            _ => Err(()),
        }
    }
}

static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../data/common-passwords.txt").lines().collect());

impl Policy {
    /// The policy as a sentence, for the form.
    #[must_use]
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Zpm, Lang::Zh) => "8–16 位，须同时包含大写字母、小写字母、数字和特殊字符",
            (Self::Zpm, Lang::En) => {
                "8–16 characters with upper case, lower case, a digit and a special character"
            }
            (Self::Modern, Lang::Zh) => "15–128 位，不限字符种类，可使用一句话",
            (Self::Modern, Lang::En) => "15–128 characters of any kind; a sentence is fine",
        }
    }

    /// Judges a password; `personal` are words it must not contain: names, codes, phones of its owner. `pointer` is
    /// the field it stands in.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(self, password: &str, personal: &[&str], pointer: &str) -> Result<(), Error> {
        let pointer = pointer.to_owned();
        let (min, max) = match self {
            Self::Zpm => (8, 16),
            Self::Modern => (15, 128),
        };
        if !(min..=max).contains(&password.chars().count()) {
            return Err(Error::Length { min, max, pointer });
        }
        if self == Self::Zpm {
            all_classes(password, &pointer)?;
        }
        if is_common(password) {
            return Err(Error::Common { pointer });
        }
        let lower = password.to_lowercase();
        let contains = |word: &&str| word.chars().count() >= 4 && lower.contains(&word.to_lowercase());
        match personal.iter().any(contains) {
            true => Err(Error::Personal { pointer }),
            false => Ok(()),
        }
    }
}

fn all_classes(password: &str, pointer: &str) -> Result<(), Error> {
    type Class = (fn(&char) -> bool, &'static str, &'static str);
    const CLASSES: [Class; 4] = [
        (char::is_ascii_uppercase, "upper case", "大写字母"),
        (char::is_ascii_lowercase, "lower case", "小写字母"),
        (char::is_ascii_digit, "a digit", "数字"),
        (
            |c| !c.is_alphanumeric() && !c.is_whitespace(),
            "a special character",
            "特殊字符",
        ),
    ];
    let missing: Vec<_> = CLASSES
        .iter()
        .filter(|(is, _, _)| !password.chars().any(|c| is(&c)))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let join = |words: Vec<&str>, with| words.join(with);
    Err(Error::Classes {
        missing_en: join(missing.iter().map(|m| m.1).collect(), ", "),
        missing: join(missing.iter().map(|m| m.2).collect(), "、"),
        pointer: pointer.to_owned(),
    })
}

/// Whether a thief's list has it: as it is, or below what people do to such words to please a policy. They put
/// symbols for letters (`P@ssw0rd`), hold shift on the way (`1qaz@WSX`), and hang something on the end (`Admin@123`).
fn is_common(password: &str) -> bool {
    const LEET: (&str, &str) = ("@4031!$57", "aaoeiisst");
    const SHIFTED: (&str, &str) = ("!@#$%^&*()", "1234567890");
    let lower = password.to_lowercase();
    let plain = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let is_known = |word: &str| word.len() + 6 > lower.len() && COMMON.contains(word);
    let disguises = [
        lower.clone(),
        plain,
        undo(&lower, SHIFTED),
        undo(lower.trim_end_matches(is_no_letter), LEET),
    ];
    disguises
        .iter()
        .any(|word| is_known(word) || is_known(word.trim_matches(is_no_letter)))
        || is_run(&lower)
}

fn undo(word: &str, (from, to): (&str, &str)) -> String {
    let plain = |c| {
        from.chars()
            .zip(to.chars())
            .find(|(f, _)| *f == c)
            .map_or(c, |(_, t)| t)
    };
    word.chars().map(plain).collect()
}

/// What people append: digits and most symbols, but not those that stand for letters.
fn is_no_letter(c: char) -> bool {
    !c.is_alphabetic() && c != '@' && c != '$'
}

/// One character over and over, or a straight run of them.
fn is_run(password: &str) -> bool {
    let points: Vec<i64> = password.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps: HashSet<i64> = points
        .windows(2)
        .filter_map(|w| Some(w.last()? - w.first()?))
        .collect();
    let kinds: HashSet<char> = password.chars().collect();
    kinds.len() <= 2 || (steps.len() == 1 && steps.iter().all(|s| s.abs() <= 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Coded;

    /// Sixty passwords, and what each policy says of them.
    const TABLE: &[(&str, &str, &str)] = &include!("table.rs");

    #[test]
    fn sixty_passwords_get_the_expected_verdict_in_each_policy() {
        assert!(TABLE.len() >= 60);
        let personal = ["杭州超尔切削工具有限公司", "91330109589891087U", "13800138000"];
        let verdict = |p: Policy, s: &str| {
            p.check(s, &personal, "/password")
                .map_or_else(|e| e.code(), |()| "ok")
        };
        for (password, zpm, modern) in TABLE {
            let said = (verdict(Policy::Zpm, password), verdict(Policy::Modern, password));
            let full = |w: &str| {
                if w == "ok" {
                    w.to_owned()
                } else {
                    format!("password.{w}")
                }
            };
            assert_eq!(
                (said.0.to_owned(), said.1.to_owned()),
                (full(zpm), full(modern)),
                "{password}"
            );
        }
    }

    #[test]
    fn the_message_names_what_is_missing() {
        let e = Policy::Zpm.check("abcdefgh1", &[], "/password").unwrap_err();
        assert!(e.zh().ends_with("还缺少：大写字母、特殊字符"), "{}", e.zh());
    }
}
