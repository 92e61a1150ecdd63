/// A chapter of the OpenAPI document, which is also the first word of what belongs together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// The name operations are marked with.
    pub name: &'static str,
    /// Its Chinese title.
    pub zh: &'static str,
    /// What it is about, in Chinese.
    pub text: &'static str,
}

impl Tag {
    /// A chapter with this name, title and subject.
    #[must_use]
    pub const fn new(name: &'static str, zh: &'static str, text: &'static str) -> Self {
        Self { name, zh, text }
    }
}
