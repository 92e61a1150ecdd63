use std::fmt;

/// How high a region stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Province, autonomous region, municipality or special administrative region 省级.
    Province,
    /// City or prefecture 地级.
    City,
    /// County, district or county-level city 县级.
    County,
}

/// A region of the current list.
///
/// ```
/// use identifiers::region;
///
/// let pinghu = region::find("330482").ok_or("unknown")?;
/// assert_eq!(pinghu.name(), "平湖市");
/// assert_eq!(pinghu.full_name(), "浙江省嘉兴市平湖市");
/// assert_eq!(pinghu.parent().map(|city| city.code()), Some(330400));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    pub(super) code: u32,
    pub(super) name: &'static str,
}

/// A region whose code is no longer in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// The last name.
    pub name: &'static str,
    /// The year of withdrawal.
    pub year: u16,
    /// The codes that took over directly; they may have been withdrawn since, see [`successors`](super::successors).
    pub successors: Vec<u32>,
}

impl Region {
    /// The six digits as a number.
    #[must_use]
    pub fn code(&self) -> u32 {
        self.code
    }

    /// The name without those of the regions above.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// How high the region stands.
    #[must_use]
    pub fn level(&self) -> Level {
        match (self.code % 10_000, self.code % 100) {
            (0, _) => Level::Province,
            (_, 0) => Level::City,
            _ => Level::County,
        }
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.name)
    }
}
