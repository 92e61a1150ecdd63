//! The parts of a URI and the characters they may have (RFC 3986).

use super::{Error, escape::is_unreserved};

/// A link, taken apart but not decoded.
pub(super) struct Parts<'a> {
    /// Scheme, host and port.
    pub(super) origin: &'a str,
    pub(super) path: &'a str,
    pub(super) query: Option<&'a str>,
}

/// Takes an absolute `http` or `https` URI apart.
pub(super) fn split(uri: &str) -> Result<Parts<'_>, Error> {
    let (scheme, rest) = uri.split_once("://").ok_or(Error::Scheme)?;
    if !["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
    {
        return Err(Error::Scheme);
    }
    let length = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, target) = rest.split_at_checked(length).unwrap_or((rest, ""));
    check_authority(authority)?;
    let (origin, _) = uri
        .split_at_checked(uri.len() - target.len())
        .unwrap_or((uri, ""));
    check_characters(target, origin.len())?;
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (target, None),
    };
    Ok(Parts { origin, path, query })
}

/// Checks a base for [`DigitalLink::print`](super::DigitalLink::print): scheme, host and perhaps a path, no query.
///
/// ```
/// use identifiers::digital_link::check_base;
///
/// assert!(check_base("https://example.com/q").is_ok());
/// assert!(check_base("example.com").is_err());
/// ```
///
/// # Errors
/// Says what is wrong with the base.
pub fn check_base(base: &str) -> Result<(), Error> {
    let parts = split(base)?;
    match parts.query {
        Some(_) => Err(Error::Character {
            position: parts.origin.len() + parts.path.len() + 1,
            found: '?',
        }),
        None => Ok(()),
    }
}

fn check_authority(authority: &str) -> Result<(), Error> {
    if authority.contains('@') {
        return Err(Error::UserInfo);
    }
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (address, after) = rest.split_once(']').ok_or(Error::Host)?;
            let is_address = address
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
            let port = if after.is_empty() {
                None
            } else {
                Some(after.strip_prefix(':').ok_or(Error::Host)?)
            };
            (if is_address { address } else { "" }, port)
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    // Host names as the DNS has them; names in Chinese are written in Punycode.
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':');
    if !host.bytes().all(is_name) || !host.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Error::Host);
    }
    match port {
        Some(port) if port.bytes().any(|byte| !byte.is_ascii_digit()) || port.parse::<u16>().is_err() => {
            Err(Error::Port)
        }
        _ => Ok(()),
    }
}

/// Checks that a path or query has URI characters only, complete escapes, and no fragment behind it.
///
/// `offset` is the number of characters before it in the link, all ASCII.
pub(super) fn check_characters(text: &str, offset: usize) -> Result<(), Error> {
    let mut bytes = text.bytes().enumerate();
    while let Some((index, byte)) = bytes.next() {
        let position = offset + index + 1;
        match byte {
            b'%' => {
                let mut hex = || bytes.next().is_some_and(|(_, digit)| digit.is_ascii_hexdigit());
                if !(hex() && hex()) {
                    return Err(Error::Escape { position });
                }
            }
            b'#' => return Err(Error::Fragment { position }),
            _ if is_unreserved(byte) || is_reserved(byte) => {}
            _ => {
                let found = text
                    .get(index..)
                    .and_then(|rest| rest.chars().next())
                    .unwrap_or_default();
                return Err(Error::Character { position, found });
            }
        }
    }
    Ok(())
}

/// The delimiters a path or query may have: sub-delims, `:`, `@`, `/` and `?`.
const fn is_reserved(byte: u8) -> bool {
    matches!(
        byte,
        b'!' | b'$'
            | b'&'
            | b'\''
            | b'('
            | b')'
            | b'*'
            | b'+'
            | b','
            | b';'
            | b'='
            | b':'
            | b'@'
            | b'/'
            | b'?'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let parts = split("HTTPS://[2001:db8::1]:8443/a/b?c=d?e").ok().unwrap();
        assert_eq!(
            (parts.origin, parts.path, parts.query),
            ("HTTPS://[2001:db8::1]:8443", "/a/b", Some("c=d?e"))
        );
        let parts = split("http://x").ok().unwrap();
        assert_eq!((parts.origin, parts.path, parts.query), ("http://x", "", None));
        let parts = split("http://x?").ok().unwrap();
        assert_eq!(
            (parts.origin, parts.path, parts.query),
            ("http://x", "", Some(""))
        );
    }

    #[test]
    fn faults() {
        for (uri, error) in [
            ("", Error::Scheme),
            ("ftp://x/", Error::Scheme),
            ("https:/x/", Error::Scheme),
            ("://x/", Error::Scheme),
            ("https:///", Error::Host),
            ("https://?a", Error::Host),
            ("https://./", Error::Host),
            ("https://ex ample/", Error::Host),
            ("https://品码.中国/", Error::Host),
            ("https://[::1/", Error::Host),
            ("https://[::1]x/", Error::Host),
            ("https://[host]/", Error::Host),
            ("https://u@x/", Error::UserInfo),
            ("https://u:p@x/", Error::UserInfo),
            ("https://x:/", Error::Port),
            ("https://x:80a/", Error::Port),
            ("https://x:+80/", Error::Port),
            ("https://x:65536/", Error::Port),
            ("https://x/a#b", Error::Fragment { position: 12 }),
            ("https://x/%4", Error::Escape { position: 11 }),
            ("https://x/%ZZ", Error::Escape { position: 11 }),
            (
                "https://x/{",
                Error::Character {
                    position: 11,
                    found: '{',
                },
            ),
            (
                "https://x/?批",
                Error::Character {
                    position: 12,
                    found: '批',
                },
            ),
        ] {
            assert_eq!(split(uri).err(), Some(error), "{uri}");
        }
    }
}
