use identifiers::Explain;
use std::{
    fmt::{self, Display, Formatter},
    str::FromStr,
};
use url::{Host, Url};

/// A link that somebody else will follow because we show it: https, to a public host whose name looks like nothing
/// else than it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpsLink {
    text: String,
    host: String,
}

/// Why a link is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// It holds characters that browsers drop or read as others.
    Characters,
    /// Another scheme, or none.
    NotHttps,
    /// Something stands before an `@`.
    UserInfo,
    /// No host, or none that can be read.
    Host,
    /// A number in the place of a name.
    Address,
    /// A name that only means something inside a network.
    NotPublic,
    /// Letters that can be taken for others.
    LookAlike,
}

/// Names that do not lead to one place for everybody (RFC 6761, RFC 6762, RFC 8375 and customs).
const LOCAL: &[&str] = &[
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "arpa",
    "onion",
    "test",
    "invalid",
];

impl HttpsLink {
    /// The address in the spelling browsers use.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host as people read it: Chinese names are not in Punycode.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether the host is this domain or below it.
    #[must_use]
    pub fn is_at(&self, domain: &str) -> bool {
        self.host
            .strip_suffix(domain)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

impl FromStr for HttpsLink {
    type Err = LinkFault;

    fn from_str(text: &str) -> Result<Self, LinkFault> {
        if text.chars().any(is_trick) {
            return Err(LinkFault::Characters);
        }
        let rest = match text.split_at_checked(8) {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https://") => rest,
            _ => return Err(LinkFault::NotHttps),
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let authority = rest.get(..end).unwrap_or_default();
        if authority.contains('@') {
            return Err(LinkFault::UserInfo);
        }
        // What is escaped or of full width in a host is there to be overlooked.
        if authority.is_empty() || authority.contains('%') {
            return Err(LinkFault::Host);
        }
        if !authority.starts_with('[')
            && !authority
                .chars()
                .all(|c| is_plain(c) || is_chinese(c) || c == ':')
        {
            return Err(LinkFault::LookAlike);
        }
        let url = Url::parse(text).map_err(|_unreadable| LinkFault::Host)?;
        let name = match url.host() {
            Some(Host::Domain(name)) => name,
            Some(Host::Ipv4(_) | Host::Ipv6(_)) => return Err(LinkFault::Address),
            None => return Err(LinkFault::Host),
        };
        let host = readable(name)?;
        let has_path = end < rest.len();
        let text = match has_path {
            true => url.as_str(),
            false => url.as_str().trim_end_matches('/'),
        };
        Ok(Self {
            text: text.to_owned(),
            host,
        })
    }
}

impl Display for HttpsLink {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The name of a host in its letters, if those are of a kind that cannot be mistaken: Latin ones of ASCII, or
/// Chinese ones, not both in one label.
fn readable(name: &str) -> Result<String, LinkFault> {
    let (host, sound) = idna::domain_to_unicode(name);
    if sound.is_err() || name.len() > 253 {
        return Err(LinkFault::Host);
    }
    let labels: Vec<&str> = host.split('.').collect();
    let Some((last, [_, ..])) = labels.split_last() else {
        return Err(LinkFault::NotPublic);
    };
    if LOCAL.contains(last) {
        return Err(LinkFault::NotPublic);
    }
    for label in &labels {
        let sound =
            !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.len() <= 63 * 3;
        if !sound {
            return Err(LinkFault::Host);
        }
        let is_latin = label.chars().all(is_plain);
        let is_han = label
            .chars()
            .all(|c| is_chinese(c) || c.is_ascii_digit() || c == '-');
        if !is_latin && !is_han {
            return Err(LinkFault::LookAlike);
        }
    }
    Ok(host)
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// Han characters; strokes that look like punctuation are not among them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '〇')
        && !matches!(c, '丶' | '丨' | '丿' | '乀' | '乁' | '亅')
}

/// Controls, spaces, backslashes, and what is invisible or turns the direction of writing.
fn is_trick(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c, '\\' | '<' | '>' | '"' | '`' | '{' | '}' | '|' | '^')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e007f}')
}

impl Display for LinkFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Characters => {
                "the address holds spaces, backslashes or invisible characters; copy it again from the browser"
            }
            Self::NotHttps => "the address must begin with https://",
            Self::UserInfo => "the address must not hold a user name or password (what stands before @)",
            Self::Host => "the host of the address cannot be read; write it like www.example.com",
            Self::Address => "the address must name a host, not an IP address",
            Self::NotPublic => "the host is not one of the public internet; write it like www.example.com",
            Self::LookAlike => {
                "the host holds letters that look like others; only a-z, digits or Chinese characters, not mixed in one part"
            }
        })
    }
}

impl Explain for LinkFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::NotHttps => "not_https",
            Self::UserInfo => "user_info",
            Self::Host => "host",
            Self::Address => "ip_address",
            Self::NotPublic => "not_public",
            Self::LookAlike => "look_alike",
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::Characters => "网址中有空格、反斜杠或不可见字符，请从浏览器地址栏重新复制",
            Self::NotHttps => "请填写以 https:// 开头的网址",
            Self::UserInfo => "网址中不能带用户名或密码（@ 之前的部分）",
            Self::Host => "网址的域名不正确，应形如 www.example.com",
            Self::Address => "网址须使用域名，不能使用 IP 地址",
            Self::NotPublic => "该域名不是互联网上的公开域名，应形如 www.example.com",
            Self::LookAlike => "域名中有容易混淆的字符：每一段只能用英文字母和数字，或只用汉字，不能混用",
        }
        .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same table is asked over HTTP.
    const TABLE: &str = include_str!("https_link.tsv");

    #[test]
    fn the_table_of_links_is_judged_as_written() {
        let lines: Vec<&str> = TABLE
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty())
            .collect();
        assert!(lines.len() >= 60, "{}", lines.len());
        for line in lines {
            let (verdict, written) = line.split_once('\t').unwrap();
            let url = unescape(written);
            let judged = url
                .parse::<HttpsLink>()
                .map_or_else(|fault| fault.code(), |_| "ok");
            assert_eq!(judged, verdict, "{written}");
        }
    }

    /// `\u{…}` in the table stands for a character that cannot be seen.
    fn unescape(text: &str) -> String {
        let mut parts = text.split("\\u{");
        let mut whole = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (code, rest) = part.split_once('}').unwrap();
            whole.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
            whole.push_str(rest);
        }
        whole
    }

    #[test]
    fn links_are_kept_in_the_spelling_of_browsers() {
        let link = |text: &str| text.parse::<HttpsLink>().unwrap();
        assert_eq!(
            link("https://www.example.com").as_str(),
            "https://www.example.com"
        );
        assert_eq!(
            link("HTTPS://WWW.Example.com/A?b#c").as_str(),
            "https://www.example.com/A?b#c"
        );
        assert_eq!(
            link("https://例子.中国/关于").as_str(),
            "https://xn--fsqu00a.xn--fiqs8s/%E5%85%B3%E4%BA%8E"
        );
        assert_eq!(link("https://xn--fsqu00a.xn--fiqs8s").host(), "例子.中国");
        assert!(link("https://item.jd.com/1.html").is_at("jd.com"));
        assert!(link("https://jd.com").is_at("jd.com"));
        assert!(!link("https://evil-jd.com").is_at("jd.com"));
        assert!(!link("https://jd.com.evil.cn").is_at("jd.com"));
    }
}
