//! Places in the source text: one number for a place, two for a span.

/// The place where an entry starts, counted in bytes through all sources, one behind the other.
///
/// One number gives both the file and the offset in it ([`super::source::Sources::locate`]), so that each of a million
/// entries stores its origin in four bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(pub u32);

/// The length of a text as a distance between places. It fits, because sources hold less than four gigabytes.
#[allow(
    clippy::cast_possible_truncation,
    reason = "all texts together have fewer than four gigabytes: files that make them longer are refused"
)]
pub const fn byte_length(bytes: usize) -> u32 {
    bytes as u32
}

/// A stretch of source text from `start` up to, but not including, `end`, counted like [`Origin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The place of the first byte.
    pub start: u32,
    /// The place right behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span between two places.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span of `bytes` bytes from a place on.
    pub const fn from_length(start: u32, bytes: usize) -> Self {
        Self {
            start,
            end: start.wrapping_add(byte_length(bytes)),
        }
    }

    /// The same span, moved `base` bytes further on.
    pub const fn offset_by(self, base: u32) -> Self {
        Self {
            start: self.start.saturating_add(base),
            end: self.end.saturating_add(base),
        }
    }

    /// The span from the start of this one to the end of `other`.
    ///
    /// ```
    /// use tegoed::text::span::Span;
    /// assert_eq!(Span::new(2, 5).to(Span::new(7, 9)), Span::new(2, 9));
    /// ```
    pub const fn to(self, other: Self) -> Self {
        Self {
            start: self.start,
            end: other.end,
        }
    }

    /// The place where the span starts.
    pub const fn origin(self) -> Origin {
        Origin(self.start)
    }
}

/// A value read from the text, and its place. Equality compares the values only.
#[derive(Clone, Copy, Debug)]
pub struct Spanned<T> {
    /// The value that was read.
    pub node: T,
    /// The place where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Combines a value and its place.
    pub const fn new(node: T, span: Span) -> Self {
        Self { node, span }
    }

    /// A value that a program made, which stands in no text yet; its span is empty.
    pub const fn without_span(node: T) -> Self {
        Self::new(node, Span::new(0, 0))
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}
