use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header::HeaderMap};
use std::{
    convert::Infallible,
    future::{Ready, ready},
    net::IpAddr,
    sync::Arc,
};

/// The proxies whose `X-Forwarded-For` is believed; from anyone else the header is ignored.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(pub Arc<[IpAddr]>);

/// Where a request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The address of the caller, or of the nearest proxy nobody vouches for.
    pub address: Option<IpAddr>,
    /// What the caller's program calls itself, cut to a sensible length.
    pub user_agent: String,
}

impl Client {
    /// The client of a request.
    #[must_use]
    pub fn of(req: &HttpRequest) -> Self {
        let user_agent = req.headers().get("user-agent").and_then(|v| v.to_str().ok());
        let trusted = req
            .app_data::<TrustedProxies>()
            .map(|t| Arc::clone(&t.0))
            .unwrap_or_default();
        Self {
            address: behind(
                req.peer_addr().map(|a| a.ip()),
                &forwarded(req.headers()),
                &trusted,
            ),
            user_agent: user_agent.unwrap_or_default().chars().take(200).collect(),
        }
    }

    /// The address as a key for counting; IPv6 by its /64, which is what one customer has.
    #[must_use]
    pub fn bucket(&self) -> String {
        match self.address {
            None => "unknown".to_owned(),
            Some(IpAddr::V4(a)) => a.to_string(),
            Some(IpAddr::V6(a)) => match a.to_ipv4_mapped() {
                Some(a) => a.to_string(),
                None => {
                    let [a, b, c, d, ..] = a.segments();
                    format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
                }
            },
        }
    }
}

/// The chain as one line: a proxy may append to the line it got, or add a line of its own (RFC 9110, 5.3). A line that cannot be read
/// stands in it as an address nobody has.
fn forwarded(headers: &HeaderMap) -> String {
    let lines = headers.get_all("x-forwarded-for");
    let lines: Vec<_> = lines.map(|line| line.to_str().unwrap_or("?")).collect();
    lines.join(",")
}

/// Walks the forwarding chain from the near end for as long as the proxies are trusted.
fn behind(peer: Option<IpAddr>, forwarded: &str, trusted: &[IpAddr]) -> Option<IpAddr> {
    let mut at = peer?;
    for hop in forwarded.rsplit(',') {
        if !trusted.contains(&at) {
            break;
        }
        match hop.trim().parse() {
            Ok(hop) => at = hop,
            Err(_) => break,
        }
    }
    Some(at)
}

impl FromRequest for Client {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(req)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let ip = |s: &str| s.parse::<IpAddr>().unwrap();
        let proxies = [ip("127.0.0.1"), ip("10.0.0.2")];
        let cases = [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("127.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
            ("127.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
            ("127.0.0.1", "", "127.0.0.1"),
            ("127.0.0.1", "nonsense", "127.0.0.1"),
        ];
        for (peer, forwarded, client) in cases {
            assert_eq!(
                behind(Some(ip(peer)), forwarded, &proxies),
                Some(ip(client)),
                "{peer} {forwarded}"
            );
        }
    }

    #[test]
    fn a_chain_of_several_lines_is_one_chain() {
        let mut headers = HeaderMap::new();
        let name = actix_web::http::header::HeaderName::from_static("x-forwarded-for");
        for line in ["6.6.6.6, 7.7.7.7", "198.51.100.1", "10.0.0.2"] {
            headers.append(name.clone(), line.parse().unwrap());
        }
        assert_eq!(forwarded(&headers), "6.6.6.6, 7.7.7.7,198.51.100.1,10.0.0.2");
        let proxies = ["127.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        let found = behind("127.0.0.1".parse().ok(), &forwarded(&headers), &proxies);
        assert_eq!(found, "198.51.100.1".parse().ok());
    }

    #[test]
    fn one_customer_is_one_bucket() {
        let bucket = |s: &str| {
            Client {
                address: Some(s.parse().unwrap()),
                user_agent: String::new(),
            }
            .bucket()
        };
        assert_eq!(bucket("2001:db8:1:2:3::1"), bucket("2001:db8:1:2:ffff::9"));
        assert_ne!(bucket("2001:db8:1:2::1"), bucket("2001:db8:1:3::1"));
        assert_eq!(bucket("::ffff:192.0.2.1"), bucket("192.0.2.1"));
    }
}
