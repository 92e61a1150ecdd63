use super::{Ai, Error, Fault, batch_serial::is_dot_segment, dictionary::Entry, rules, value};
use crate::Gtin;
use std::fmt;

/// A valid GS1 Digital Link: a primary key, its qualifiers and attributes, and what else the URI carried.
///
/// ```
/// use identifiers::digital_link::{Ai, DigitalLink};
///
/// let link = DigitalLink::parse("https://example.com/01/06901234567892/10/LOT%2F1/21/00000001?17=271101")?;
/// assert_eq!(link.gtin().map(|gtin| gtin.to_string()).as_deref(), Some("06901234567892"));
/// assert_eq!((link.batch(), link.serial()), (Some("LOT/1"), Some("00000001")));
/// assert_eq!(link.attribute(Ai::EXPIRY), Some("271101"));
/// assert_eq!(link.stem(), "https://example.com");
/// # Ok::<(), identifiers::digital_link::Error>(())
/// ```
///
/// Two links are equal when they carry the same elements and extensions in the same order on the same stem; for
/// "names the same thing" compare [`canonical`](Self::canonical).
#[derive(Clone)]
pub struct DigitalLink {
    stem: String,
    /// The decoded values of all elements, one after the other: one allocation for all of them.
    text: String,
    /// The primary key, the qualifiers, then the attributes.
    spans: Vec<Span>,
    path_length: usize,
    extensions: Vec<Extension>,
}

/// Where the value of an element lies in the text.
#[derive(Clone, Copy)]
struct Span {
    ai: Ai,
    entry: &'static Entry,
    start: usize,
    end: usize,
}

/// An application identifier and its decoded value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element<'a> {
    /// The identifier.
    pub ai: Ai,
    /// The value, not escaped.
    pub value: &'a str,
}

/// A parameter that is no application identifier, such as `linkType=gs1:pip`, as the URI has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// What stands before the equals sign, escaped.
    pub key: String,
    /// What stands after the equals sign, escaped; `None` if there is none.
    pub value: Option<String>,
}

impl DigitalLink {
    /// The primary key.
    #[must_use]
    pub fn key(&self) -> Element<'_> {
        // A link always has a key; the default is never taken.
        self.elements().next().unwrap_or(Element {
            ai: Ai::GTIN,
            value: "",
        })
    }

    /// The qualifiers of the key, in the order of the path.
    pub fn qualifiers(&self) -> impl Iterator<Item = Element<'_>> + Clone {
        self.path().skip(1)
    }

    /// The attributes in the query that are application identifiers, in the order of the query.
    pub fn attributes(&self) -> impl Iterator<Item = Element<'_>> + Clone {
        self.elements().skip(self.path_length)
    }

    /// The other parameters of the query, in its order.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// What stands before the primary key: scheme, host, port and custom path, as given; for a request target the
    /// custom path only; empty for a link that was built.
    #[must_use]
    pub fn stem(&self) -> &str {
        &self.stem
    }

    /// The trade item number, if it is the primary key.
    #[must_use]
    pub fn gtin(&self) -> Option<Gtin> {
        Gtin::padded(self.get(Ai::GTIN, self.path())?)
    }

    /// The consumer product variant, AI 22.
    #[must_use]
    pub fn variant(&self) -> Option<&str> {
        self.get(Ai::VARIANT, self.path())
    }

    /// The batch or lot number, AI 10, of the key; as a mere attribute it is found by [`attribute`](Self::attribute).
    #[must_use]
    pub fn batch(&self) -> Option<&str> {
        self.get(Ai::BATCH, self.path())
    }

    /// The serial number, AI 21.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.get(Ai::SERIAL, self.path())
    }

    /// The value of an attribute in the query.
    #[must_use]
    pub fn attribute(&self, ai: Ai) -> Option<&str> {
        self.get(ai, self.attributes())
    }

    /// Key and qualifiers.
    pub(super) fn path(&self) -> impl Iterator<Item = Element<'_>> + Clone {
        self.elements().take(self.path_length)
    }

    fn elements(&self) -> impl Iterator<Item = Element<'_>> + Clone {
        self.spans.iter().map(|span| Element {
            ai: span.ai,
            // Spans are made of the text's own length, so the default is never taken.
            value: self.text.get(span.start..span.end).unwrap_or_default(),
        })
    }

    fn get<'a>(&self, ai: Ai, mut among: impl Iterator<Item = Element<'a>>) -> Option<&'a str> {
        among
            .find(|element| element.ai == ai)
            .map(|element| element.value)
    }

    fn ais(&self) -> impl Iterator<Item = Ai> + Clone {
        self.spans.iter().map(|span| span.ai)
    }
}

/// How parser and builder put a link together; every step keeps it valid but the last, [`DigitalLink::finish`].
impl DigitalLink {
    /// A link of the primary key alone. `capacity` is how long all values may become.
    pub(super) fn start(
        stem: &str,
        capacity: usize,
        (ai, entry): (Ai, &'static Entry),
        value: &[u8],
    ) -> Result<Self, Error> {
        let mut link = Self {
            stem: stem.to_owned(),
            text: String::with_capacity(capacity),
            spans: Vec::with_capacity(4),
            path_length: 1,
            extensions: Vec::new(),
        };
        check_segment(ai, value)?;
        link.push(ai, entry, value)?;
        Ok(link)
    }

    /// Adds a qualifier behind those that are there.
    pub(super) fn push_qualifier(
        &mut self,
        ai: Ai,
        entry: &'static Entry,
        value: &[u8],
    ) -> Result<(), Error> {
        self.check_new(ai)?;
        check_segment(ai, value)?;
        if let Some(key) = self.spans.first() {
            rules::check_qualifier((key.ai, key.entry), self.ais().skip(1), ai)?;
        }
        self.push(ai, entry, value)?;
        self.path_length = self.spans.len();
        Ok(())
    }

    /// Adds an attribute behind those that are there.
    pub(super) fn push_attribute(
        &mut self,
        ai: Ai,
        entry: &'static Entry,
        value: &[u8],
    ) -> Result<(), Error> {
        self.check_new(ai)?;
        let qualifiers = self.ais().take(self.path_length).skip(1);
        if self
            .spans
            .first()
            .is_some_and(|key| rules::belongs_in_path(key.entry, qualifiers, ai))
        {
            return Err(Error::BelongsInPath { ai });
        }
        if !entry.attribute {
            return Err(Error::NotAttribute { ai });
        }
        self.push(ai, entry, value)
    }

    pub(super) fn push_extension(&mut self, key: &str, value: Option<&str>) {
        self.extensions.push(Extension {
            key: key.to_owned(),
            value: value.map(str::to_owned),
        });
    }

    /// Checks what can only be checked when everything is there.
    pub(super) fn finish(self) -> Result<Self, Error> {
        for span in &self.spans {
            rules::check_pairs(span.ai, span.entry, self.ais())?;
        }
        Ok(self)
    }

    fn check_new(&self, ai: Ai) -> Result<(), Error> {
        if self.ais().any(|other| other == ai) {
            Err(Error::Duplicate { ai })
        } else {
            Ok(())
        }
    }

    fn push(&mut self, ai: Ai, entry: &'static Entry, value: &[u8]) -> Result<(), Error> {
        value::check(ai, entry, value).map_err(|fault| Error::Value { ai, fault })?;
        // A checked value is ASCII, so this does not fail.
        let value = str::from_utf8(value).map_err(|_not_ascii| Error::Value {
            ai,
            fault: Fault::Empty,
        })?;
        let start = self.text.len();
        self.text.push_str(value);
        self.spans.push(Span {
            ai,
            entry,
            start,
            end: self.text.len(),
        });
        Ok(())
    }
}

/// Keeps out of the path what is taken out of an address before a server sees it.
fn check_segment(ai: Ai, value: &[u8]) -> Result<(), Error> {
    match str::from_utf8(value).is_ok_and(is_dot_segment) {
        true => Err(Error::Value {
            ai,
            fault: Fault::DotSegment,
        }),
        false => Ok(()),
    }
}

impl PartialEq for DigitalLink {
    fn eq(&self, other: &Self) -> bool {
        self.stem == other.stem
            && self.path_length == other.path_length
            && self.elements().eq(other.elements())
            && self.extensions == other.extensions
    }
}

impl Eq for DigitalLink {}

impl fmt::Debug for DigitalLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DigitalLink({self})")
    }
}
