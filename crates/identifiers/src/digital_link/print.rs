use super::{Ai, DigitalLink, Element, escape::escape_into};
use std::fmt;

/// The address of all canonical links (GS1 Digital Link URI syntax, section 4.12).
const CANONICAL_BASE: &str = "https://id.gs1.org";

impl DigitalLink {
    /// The link on this base: scheme and host, and perhaps a custom path, such as `https://example.com/q`.
    ///
    /// Everything but unreserved characters is percent-encoded with capital hex digits, so the link survives any
    /// reader. The base is taken as it is, but for slashes at its end; check it once with
    /// [`check_base`](super::check_base). To print a link where it was found, use its `Display`.
    #[must_use]
    pub fn print(&self, base: &str) -> String {
        let mut out = String::with_capacity(base.len() + 64);
        out.push_str(base.trim_end_matches('/'));
        self.write_path(&mut out);
        self.write_query(&mut out);
        out
    }

    /// Writes key and qualifiers, from the slash before the key: `/01/06901234567892/10/LOT1`.
    pub fn write_path(&self, out: &mut String) {
        write_path(out, self.path());
    }

    /// Writes attributes and extensions with their question mark; nothing if there are none.
    pub fn write_query(&self, out: &mut String) {
        let mut separator = '?';
        write_attributes(out, &mut separator, self.attributes());
        for extension in self.extensions() {
            out.push(std::mem::replace(&mut separator, '&'));
            out.push_str(&extension.key);
            if let Some(value) = &extension.value {
                out.push('=');
                out.push_str(value);
            }
        }
    }

    /// The canonical form: on `https://id.gs1.org`, attributes sorted by application identifier, no extensions.
    ///
    /// Links that mean the same have the same canonical form.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = CANONICAL_BASE.to_owned();
        self.write_path(&mut out);
        let mut attributes: Vec<_> = self.attributes().collect();
        attributes.sort_unstable_by_key(|element| element.ai);
        write_attributes(&mut out, &mut '?', attributes.into_iter());
        out
    }

    /// The form EPCIS events carry (EPCIS 2.0, section 8.8): canonical, without query, at the finest level.
    ///
    /// A serial number makes batch and variant superfluous, so `/01/…/10/…/21/…` becomes `/01/…/21/…`. `None` for keys
    /// that name no object, place or party of an event, such as a payment slip.
    #[must_use]
    pub fn epcis(&self) -> Option<String> {
        let key = self.key();
        let qualifiers: &[Ai] = match key.ai.as_str() {
            "01" => &[Ai::SERIAL, Ai::THIRD_PARTY_SERIAL, Ai::BATCH],
            "8006" => &[Ai::SERIAL, Ai::BATCH],
            "414" => &[Ai::LOCATION_EXTENSION],
            "8010" => &[Ai::new(b"8011")],
            "00" | "253" | "255" | "401" | "402" | "417" | "8003" | "8004" | "8017" | "8018" => &[],
            _ => return None,
        };
        let finest = qualifiers
            .iter()
            .find_map(|ai| self.qualifiers().find(|element| element.ai == *ai));
        let mut out = CANONICAL_BASE.to_owned();
        write_path(&mut out, [key].into_iter().chain(finest));
        Some(out)
    }
}

/// The link on its own stem: as it was read, in normal spelling; without scheme and host if it had none.
impl fmt::Display for DigitalLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = self.stem().to_owned();
        self.write_path(&mut out);
        self.write_query(&mut out);
        f.write_str(&out)
    }
}

fn write_path<'a>(out: &mut String, elements: impl Iterator<Item = Element<'a>>) {
    for element in elements {
        out.push('/');
        out.push_str(element.ai.as_str());
        out.push('/');
        escape_into(out, element.value);
    }
}

fn write_attributes<'a>(out: &mut String, separator: &mut char, elements: impl Iterator<Item = Element<'a>>) {
    for element in elements {
        out.push(std::mem::replace(separator, '&'));
        out.push_str(element.ai.as_str());
        out.push('=');
        escape_into(out, element.value);
    }
}
