use super::{
    Ai, DigitalLink, Error, dictionary,
    escape::{Plus, unescape},
    path, uri,
};
use std::borrow::Cow;

/// What a reader accepts beyond the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tolerance {
    /// A GTIN of 8, 12 or 13 digits as primary key, as printed before version 1.4 of the standard; zeros are added.
    pub short_gtin: bool,
    /// A slash at the end of the path.
    pub trailing_slash: bool,
    /// Parameters of the query that are no application identifiers, whatever they look like: others append them to links, and what the
    /// link names stands in its path.
    pub foreign_parameters: bool,
}

impl Tolerance {
    /// Nothing: what the standard says, for checking what is about to be printed.
    pub const STRICT: Self = Self {
        short_gtin: false,
        trailing_slash: false,
        foreign_parameters: false,
    };

    /// What a resolver should put up with, since printed codes cannot be called back (GS1-Conformant Resolver, 2.13).
    pub const RESOLVER: Self = Self {
        short_gtin: true,
        trailing_slash: true,
        foreign_parameters: true,
    };
}

impl DigitalLink {
    /// Reads an absolute URI, strictly by the standard.
    ///
    /// # Errors
    /// Says what is wrong, with the application identifier or the position in the link.
    pub fn parse(uri: &str) -> Result<Self, Error> {
        Self::parse_with(uri, Tolerance::STRICT)
    }

    /// Reads an absolute URI as a resolver should, with [`Tolerance::RESOLVER`].
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_lenient(uri: &str) -> Result<Self, Error> {
        Self::parse_with(uri, Tolerance::RESOLVER)
    }

    /// Reads an absolute URI.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_with(uri: &str, tolerance: Tolerance) -> Result<Self, Error> {
        let parts = uri::split(uri)?;
        read(uri, parts.origin.len(), parts.path, parts.query, tolerance)
    }

    /// Reads the target of an HTTP request, strictly by the standard.
    ///
    /// Give the path and the query as they came over the wire: a path that some layer has decoded already has lost
    /// the difference between `/` and `%2F`.
    ///
    /// ```
    /// # use identifiers::digital_link::DigitalLink;
    /// let link = DigitalLink::parse_target("/01/06901234567892/21/A%2F1", Some("linkType=gs1:pip"))?;
    /// assert_eq!(link.serial(), Some("A/1"));
    /// assert_eq!(link.parameter("linkType").as_deref(), Some("gs1:pip"));
    /// # Ok::<(), identifiers::digital_link::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_target(path: &str, query: Option<&str>) -> Result<Self, Error> {
        Self::parse_target_with(path, query, Tolerance::STRICT)
    }

    /// Reads the target of an HTTP request.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_target_with(path: &str, query: Option<&str>, tolerance: Tolerance) -> Result<Self, Error> {
        uri::check_characters(path, 0)?;
        if let Some(index) = path.find('?') {
            return Err(Error::Character {
                position: index + 1,
                found: '?',
            });
        }
        uri::check_characters(query.unwrap_or_default(), path.len() + 1)?;
        read(path, 0, path, query, tolerance)
    }

    /// The decoded value of the first parameter of this name that is no application identifier.
    ///
    /// Bytes that are no UTF-8 come out as replacement characters; a parameter without a value is empty.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<String> {
        let text =
            |escaped: &str| String::from_utf8_lossy(&unescape(escaped.as_bytes(), Plus::Space)).into_owned();
        let extension = self
            .extensions()
            .iter()
            .find(|extension| text(&extension.key) == name)?;
        Some(extension.value.as_deref().map(text).unwrap_or_default())
    }
}

/// Reads path and query; the stem is the beginning of `whole`, where the path starts at `path_start`.
fn read(
    whole: &str,
    path_start: usize,
    path: &str,
    query: Option<&str>,
    tolerance: Tolerance,
) -> Result<DigitalLink, Error> {
    let query_start = path_start + path.len() + 1;
    let path = match path.strip_suffix('/') {
        Some(shorter) if tolerance.trailing_slash => shorter,
        _ => path,
    };
    let query = query.unwrap_or_default();
    let (stem, elements) = path::split_at_key(path).ok_or_else(|| path::diagnose(path))?;
    let stem = whole.get(..path_start + stem.len()).unwrap_or_default();
    let mut segments = elements.as_bytes().split(|&byte| byte == b'/').skip(1);
    let mut link: Option<DigitalLink> = None;
    while let (Some(ai), Some(value)) = (segments.next(), segments.next()) {
        let (ai, entry) = dictionary::find(ai).ok_or_else(|| unknown(ai))?;
        let value = unescape(value, Plus::Plus);
        match &mut link {
            Some(link) => link.push_qualifier(ai, entry, &value)?,
            None => {
                let value = if tolerance.short_gtin {
                    lengthen(ai, value)
                } else {
                    value
                };
                link = Some(DigitalLink::start(
                    stem,
                    elements.len() + query.len(),
                    (ai, entry),
                    &value,
                )?);
            }
        }
    }
    let mut link = link.ok_or(Error::NoKey)?;
    read_query(&mut link, query, query_start, tolerance)?;
    link.finish()
}

/// Reads the parameters; `start` is the number of characters before the query in the link.
fn read_query(link: &mut DigitalLink, query: &str, start: usize, tolerance: Tolerance) -> Result<(), Error> {
    let lenient = tolerance.foreign_parameters;
    if let Some(index) = query.find(';').filter(|_| !lenient) {
        return Err(Error::Semicolon {
            position: start + index + 1,
        });
    }
    // The grammar lets both stand between parameters.
    let separators: &[char] = if lenient { &['&', ';'] } else { &['&'] };
    for parameter in query.split(separators).filter(|parameter| !parameter.is_empty()) {
        let (key, value) = match parameter.split_once('=') {
            Some((key, value)) => (key, Some(value)),
            None => (parameter, None),
        };
        let is_number = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
        if key.is_empty() && !lenient {
            // A key of an extension has at least one character that is no digit.
            return Err(unknown(parameter.as_bytes()));
        }
        let is_foreign = key.is_empty() || dictionary::find(key.as_bytes()).is_none() || value.is_none();
        if lenient && is_foreign {
            link.push_extension(key, value);
        } else if is_number(key.as_bytes()) {
            let (ai, entry) = dictionary::find(key.as_bytes()).ok_or_else(|| unknown(key.as_bytes()))?;
            link.push_attribute(
                ai,
                entry,
                &unescape(value.unwrap_or_default().as_bytes(), Plus::Space),
            )?;
        } else if is_number(&unescape(key.as_bytes(), Plus::Space)) {
            // Escaped digits would be an attribute to some readers and a free parameter to others.
            return Err(unknown(key.as_bytes()));
        } else {
            link.push_extension(key, value);
        }
    }
    Ok(())
}

/// A GTIN of 8, 12 or 13 digits with zeros in front; any other value as it is.
fn lengthen(ai: Ai, value: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    if ai != Ai::GTIN || !matches!(value.len(), 8 | 12 | 13) || !value.iter().all(u8::is_ascii_digit) {
        return value;
    }
    let zeros = std::iter::repeat_n(b'0', 14 - value.len());
    Cow::Owned(zeros.chain(value.iter().copied()).collect())
}

fn unknown(text: &[u8]) -> Error {
    let text = String::from_utf8_lossy(text);
    path::word(&text).unwrap_or_else(|| Error::UnknownAi {
        found: text.chars().take(20).collect(),
    })
}
