use identifiers::region;
use std::{
    fs, io,
    net::{IpAddr, Ipv6Addr},
    path::Path,
    sync::Arc,
};

/// Tells the district an address is in, by a table the operator supplies; without one no place is known.
///
/// The table is CSV, a line a range: first address, last address, division code of GB/T 2260. Lines that begin with `#`
/// are comments.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// Ordered by first address; they do not overlap.
    ranges: Arc<[Range]>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Range {
    first: u128,
    last: u128,
    region: String,
}

impl Places {
    /// Reads the table.
    ///
    /// # Errors
    /// When the file cannot be read, or names the line that is not right.
    pub fn load(path: &Path) -> io::Result<Self> {
        Self::parse(&fs::read_to_string(path)?)
    }

    fn parse(text: &str) -> io::Result<Self> {
        let wrong = |n: usize, why: &str| {
            io::Error::new(io::ErrorKind::InvalidData, format!("line {}: {why}", n + 1))
        };
        let mut ranges = vec![];
        for (n, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let [first, last, code] = line.split(',').map(str::trim).collect::<Vec<_>>()[..] else {
                return Err(wrong(n, "three columns are needed"));
            };
            let address = |a: &str| {
                a.parse()
                    .map(number)
                    .map_err(|_no_address| wrong(n, "not an address"))
            };
            let range = Range {
                first: address(first)?,
                last: address(last)?,
                region: code.to_owned(),
            };
            if range.last < range.first || region::find(code).is_none() {
                return Err(wrong(n, "the range is reversed, or there is no such division"));
            }
            ranges.push(range);
        }
        ranges.sort();
        if let Some(pair) = ranges
            .windows(2)
            .find(|w| matches!(w, [a, b] if b.first <= a.last))
        {
            let region = pair.first().map(|r| r.region.as_str()).unwrap_or_default();
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("ranges overlap near {region}"),
            ));
        }
        Ok(Self {
            ranges: ranges.into(),
        })
    }

    /// The division an address is in, when the table knows.
    #[must_use]
    pub fn find(&self, address: Option<IpAddr>) -> Option<&str> {
        let at = number(address?);
        let after = self.ranges.partition_point(|r| r.first <= at);
        let nearest = self.ranges.get(after.checked_sub(1)?)?;
        (at <= nearest.last).then_some(nearest.region.as_str())
    }
}

/// IPv4 as the part of IPv6 it is mapped to, so that one table holds both.
fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(a) => a.to_ipv6_mapped().to_bits(),
        IpAddr::V6(a) => Ipv6Addr::to_bits(a),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_in_its_range_only() {
        let places = Places::parse(
            "# documentation addresses\n203.0.113.0, 203.0.113.127, 330109\n203.0.113.200,203.0.113.255,330102\n\
             2001:db8::,2001:db8::ffff,110105\n",
        )
        .unwrap();
        let find = |a: &str| places.find(Some(a.parse().unwrap())).map(str::to_owned);
        assert_eq!(find("203.0.113.0").as_deref(), Some("330109"));
        assert_eq!(find("203.0.113.127").as_deref(), Some("330109"));
        assert_eq!(find("203.0.113.128"), None);
        assert_eq!(find("203.0.113.255").as_deref(), Some("330102"));
        assert_eq!(find("203.0.114.0"), None);
        assert_eq!(find("2001:db8::1").as_deref(), Some("110105"));
        assert_eq!(find("::ffff:203.0.113.1").as_deref(), Some("330109"));
        assert_eq!(Places::default().find(Some("203.0.113.1".parse().unwrap())), None);
    }

    #[test]
    fn a_table_that_is_not_right_says_where() {
        for (text, says) in [
            ("203.0.113.0,203.0.113.1", "line 1"),
            ("# x\nnonsense,203.0.113.1,330109", "line 2"),
            ("203.0.113.9,203.0.113.1,330109", "line 1"),
            ("203.0.113.0,203.0.113.1,999999", "line 1"),
            (
                "203.0.113.0,203.0.113.9,330109\n203.0.113.9,203.0.113.20,330102",
                "overlap",
            ),
        ] {
            let error = Places::parse(text).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
