use super::{Ai, DigitalLink, Error, dictionary, escape::escape_into};
use crate::Gtin;

/// A link in the making; [`build`](Self::build) checks everything at once.
///
/// The parts may come in any order: rules such as "37 needs 02 and 02 needs 37" can only be kept by the whole.
///
/// ```
/// use identifiers::{Gtin, digital_link::{Ai, DigitalLink}};
///
/// let gtin = Gtin::parse("6901234567892")?;
/// let link = DigitalLink::for_gtin(&gtin).serial("00000001").batch("LOT/1").attribute(Ai::EXPIRY, "271101").build()?;
/// assert_eq!(
///     link.print("https://example.com"),
///     "https://example.com/01/06901234567892/10/LOT%2F1/21/00000001?17=271101",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "nothing is checked before build()"]
pub struct Builder {
    key: (Ai, String),
    qualifiers: Vec<(Ai, String)>,
    attributes: Vec<(Ai, String)>,
    parameters: Vec<(String, Option<String>)>,
}

impl DigitalLink {
    /// Begins a link for a trade item.
    pub fn for_gtin(gtin: &Gtin) -> Builder {
        Self::for_key(Ai::GTIN, gtin.gtin14())
    }

    /// Begins a link for any primary key.
    pub fn for_key(ai: Ai, value: impl Into<String>) -> Builder {
        Builder {
            key: (ai, value.into()),
            qualifiers: vec![],
            attributes: vec![],
            parameters: vec![],
        }
    }
}

impl Builder {
    /// Sets the consumer product variant, AI 22.
    pub fn variant(self, variant: impl Into<String>) -> Self {
        self.qualifier(Ai::VARIANT, variant)
    }

    /// Sets the batch or lot number, AI 10.
    pub fn batch(self, batch: impl Into<String>) -> Self {
        self.qualifier(Ai::BATCH, batch)
    }

    /// Sets the serial number, AI 21.
    pub fn serial(self, serial: impl Into<String>) -> Self {
        self.qualifier(Ai::SERIAL, serial)
    }

    /// Adds a qualifier to the path; the order of calls does not matter.
    pub fn qualifier(mut self, ai: Ai, value: impl Into<String>) -> Self {
        self.qualifiers.push((ai, value.into()));
        self
    }

    /// Adds an attribute to the query.
    pub fn attribute(mut self, ai: Ai, value: impl Into<String>) -> Self {
        self.attributes.push((ai, value.into()));
        self
    }

    /// Adds a parameter that is no application identifier; name and value are escaped here.
    pub fn parameter(mut self, name: &str, value: &str) -> Self {
        let escaped = |text: &str| {
            let mut out = String::with_capacity(text.len());
            escape_into(&mut out, text);
            out
        };
        self.parameters.push((escaped(name), Some(escaped(value))));
        self
    }

    /// Puts the link together.
    ///
    /// # Errors
    /// Says which value, or which pair of application identifiers, the dictionary does not allow.
    pub fn build(mut self) -> Result<DigitalLink, Error> {
        let (ai, value) = &self.key;
        let key = dictionary::entry(*ai)
            .filter(|entry| entry.key.is_some())
            .ok_or(Error::NoKey)?;
        let all = self
            .qualifiers
            .iter()
            .chain(&self.attributes)
            .map(|(_, value)| value.len());
        let capacity = value.len() + all.sum::<usize>();
        let mut link = DigitalLink::start("", capacity, (*ai, key), value.as_bytes())?;
        let orders = key.key.unwrap_or_default();
        let place = |ai: Ai| {
            orders
                .iter()
                .find_map(|order| order.iter().position(|listed| *listed == ai))
        };
        self.qualifiers.sort_by_key(|(ai, _)| place(*ai));
        for (ai, value) in &self.qualifiers {
            let entry = dictionary::entry(*ai).ok_or(Error::NoKey)?;
            link.push_qualifier(*ai, entry, value.as_bytes())?;
        }
        for (ai, value) in &self.attributes {
            let entry = dictionary::entry(*ai).ok_or(Error::NoKey)?;
            link.push_attribute(*ai, entry, value.as_bytes())?;
        }
        for (name, value) in &self.parameters {
            // A number would be read back as an application identifier.
            if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(Error::UnknownAi {
                    found: name.chars().take(20).collect(),
                });
            }
            link.push_extension(name, value.as_deref());
        }
        link.finish()
    }
}
