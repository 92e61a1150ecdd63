use std::fmt;

/// ASCII text of one fixed length, so that an identifier is `Copy` and needs no allocation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ascii<const N: usize>([u8; N]);

impl<const N: usize> Ascii<N> {
    /// The bytes as text, if they are all ASCII.
    pub(crate) fn new(bytes: [u8; N]) -> Option<Self> {
        bytes.is_ascii().then_some(Self(bytes))
    }

    /// The text, if it is ASCII of exactly this length.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::new(text.as_bytes().try_into().ok()?)
    }

    pub(crate) fn bytes(&self) -> &[u8; N] {
        &self.0
    }

    pub(crate) fn as_str(&self) -> &str {
        self.part(0, N)
    }

    /// The characters from `start` to before `end`; nothing if they do not exist.
    pub(crate) fn part(&self, start: usize, end: usize) -> &str {
        // The bytes are ASCII since `new`, so the default is never taken.
        self.0
            .get(start..end)
            .and_then(|part| str::from_utf8(part).ok())
            .unwrap_or_default()
    }

    /// The character at `index`, counted from 0; NUL if it does not exist.
    pub(crate) fn at(&self, index: usize) -> char {
        self.0.get(index).copied().map_or('\0', char::from)
    }
}

impl<const N: usize> fmt::Debug for Ascii<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}
