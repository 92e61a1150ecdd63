//! Administrative regions 行政区划 of China down to the county (GB/T 2260), as of 2024, and what became of older codes.
//!
//! A code has six digits: two for the province, two for the city, two for the county. Counties that belong to no
//! city (469001 五指山市) hang on their province. The tables are compiled in; nothing is read at run time.

mod area;
mod table;

pub use area::{Level, Region, Withdrawn};

use crate::text_newtype::text_newtype;
use crate::{Error, Fault, Subject, Warning, ascii::Ascii, check_digit::digits_only, half_width};
use table::{CURRENT, WITHDRAWN};

/// The year of the list that counts as current.
pub const EDITION: u16 = 2024;

/// The code of the state itself in unified social credit codes; it is no region of GB/T 2260.
pub const NATIONAL: &str = "100000";

impl Region {
    /// The region above, if there is one.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let province = || find_number(self.code / 10_000 * 10_000);
        match self.level() {
            Level::Province => None,
            Level::City => province(),
            Level::County => find_number(self.code / 100 * 100).or_else(province),
        }
    }

    /// The regions directly below, in the order of their codes; provinces without cities give their counties.
    #[must_use]
    pub fn children(&self) -> Vec<Self> {
        let width = match self.level() {
            Level::Province => 10_000,
            Level::City => 100,
            Level::County => return Vec::new(),
        };
        let below = table::between(&CURRENT, self.code + 1, self.code + width);
        below
            .iter()
            .copied()
            .filter(|region| region.parent() == Some(*self))
            .collect()
    }

    /// The names from the province down, run together: 浙江省杭州市西湖区.
    #[must_use]
    pub fn full_name(&self) -> String {
        self.parent().map(|parent| parent.full_name()).unwrap_or_default() + self.name
    }

    /// Whether this region is `other` or lies in it.
    #[must_use]
    pub fn is_in(&self, other: Self) -> bool {
        *self == other || self.parent().is_some_and(|parent| parent.is_in(other))
    }
}

/// The provinces and their equals, in the order of their codes.
#[must_use]
pub fn provinces() -> Vec<Region> {
    CURRENT
        .iter()
        .copied()
        .filter(|region| region.level() == Level::Province)
        .collect()
}

/// The current region with this code of six digits.
#[must_use]
pub fn find(code: &str) -> Option<Region> {
    number(code).and_then(find_number)
}

/// The regions directly below the one with this code; none if there is no such region.
#[must_use]
pub fn children(code: &str) -> Vec<Region> {
    find(code).map(|region| region.children()).unwrap_or_default()
}

/// What is known of a code that was in use after 1980 and is no longer.
///
/// ```
/// let xiacheng = identifiers::region::withdrawn("330103").ok_or("unknown")?;
/// assert_eq!((xiacheng.name, xiacheng.year), ("下城区", 2021));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn withdrawn(code: &str) -> Option<Withdrawn> {
    let code = number(code)?;
    let index = WITHDRAWN
        .binary_search_by_key(&code, |(listed, _)| *listed)
        .ok()?;
    WITHDRAWN.get(index).map(|(_, withdrawn)| withdrawn.clone())
}

/// The regions that today stand where this code stood: itself if current, else its heirs; none if unknown.
#[must_use]
pub fn successors(code: &str) -> Vec<Region> {
    let mut open: Vec<u32> = number(code).into_iter().collect();
    let mut seen = Vec::new();
    let mut current = Vec::new();
    while let Some(code) = open.pop() {
        // Codes have been handed to and fro, so the trail may lead back to where it began.
        if seen.contains(&code) {
            continue;
        }
        seen.push(code);
        match find_number(code) {
            Some(region) => current.push(region),
            None => open.extend(
                withdrawn(&format!("{code:06}"))
                    .map(|w| w.successors)
                    .unwrap_or_default(),
            ),
        }
    }
    current.sort_unstable();
    current
}

/// What to say about a code that is not current: withdrawn or unknown.
#[must_use]
pub fn warning(code: &str) -> Option<Warning> {
    if find(code).is_some() {
        return None;
    }
    let code = code.to_owned();
    Some(match withdrawn(&code) {
        Some(Withdrawn { name, year, .. }) => Warning::WithdrawnRegion { code, name, year },
        None => Warning::UnknownRegion { code },
    })
}

fn find_number(code: u32) -> Option<Region> {
    let index = CURRENT.binary_search_by_key(&code, |region| region.code).ok()?;
    CURRENT.get(index).copied()
}

fn number(code: &str) -> Option<u32> {
    (code.len() == 6 && digits_only(code).is_ok())
        .then(|| code.parse().ok())
        .flatten()
}

/// A region code that is or was in GB/T 2260.
///
/// A withdrawn code is accepted, since firms registered before keep it; [`warnings`](Self::warnings) tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode(Ascii<6>);

text_newtype!(RegionCode, Error);

impl RegionCode {
    /// Reads six digits; white space at the ends and full-width digits are mended.
    ///
    /// # Errors
    /// When it is not six digits, or no edition since 1981 knows the code.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::tidy(text);
        Self::check(&text).map_err(|fault| Error::new(Subject::RegionCode, fault))
    }

    fn check(text: &str) -> Result<Self, Fault> {
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        digits_only(text)?;
        let code = Ascii::parse(text).ok_or(Fault::Length {
            expected: "6",
            found: text.len(),
        })?;
        if find(text).is_none() && withdrawn(text).is_none() {
            let expected = ("a code of GB/T 2260", "GB/T 2260 中的代码");
            return Err(Fault::Value {
                found: text.to_owned(),
                expected,
            });
        }
        Ok(Self(code))
    }

    /// The six digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The region, if the code is current.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        find(self.as_str())
    }

    /// Says so if the code has been withdrawn.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        warning(self.as_str()).into_iter().collect()
    }
}

#[cfg(test)]
mod tests;
