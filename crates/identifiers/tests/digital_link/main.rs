//! GS1 Digital Link against the examples that were run on the reference engine (gs1-syntax-engine 1.4.1).

#![cfg(test)]

mod build;
mod decisions;
mod forms;
mod invalid;
mod properties;
mod valid;

use identifiers::digital_link::{DigitalLink, Element};

/// The elements of a link in the notation of element strings: `(01)09520123456788(10)ABC`.
fn element_string(link: &DigitalLink) -> String {
    let written = |element: Element<'_>| format!("({}){}", element.ai, element.value);
    [link.key()]
        .into_iter()
        .chain(link.qualifiers())
        .chain(link.attributes())
        .map(written)
        .collect()
}
