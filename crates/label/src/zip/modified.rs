//! When entries were changed, as ZIP says it.

/// The time entries were changed: a civil time without a zone, in steps of two seconds, from 1980 to 2107.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modified {
    pub(super) date: u16,
    pub(super) time: u16,
}

impl Default for Modified {
    /// The first of January 1980, for archives that should not depend on the day they are made.
    fn default() -> Self {
        Self {
            date: (1 << 5) | 1,
            time: 0,
        }
    }
}

impl Modified {
    /// A civil time; years ZIP does not know become the nearest it does, other fields the nearest there are.
    pub fn new(year: u16, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> Self {
        let year = year.clamp(1980, 2107) - 1980;
        let (month, day) = (u16::from(month.clamp(1, 12)), u16::from(day.clamp(1, 31)));
        let (hour, minute, second) = (
            u16::from(hour.min(23)),
            u16::from(minute.min(59)),
            u16::from(second.min(59)),
        );
        Self {
            date: (year << 9) | (month << 5) | day,
            time: (hour << 11) | (minute << 5) | (second / 2),
        }
    }
}
