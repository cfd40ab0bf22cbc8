//! A place in the text we read, as one number; a stretch of it, as two.

/// Where an entry starts, counted in bytes through all sources one behind the other.
///
/// One number tells both the file and the place in it ([`super::source::Sources::locate`]), so a
/// million entries remember their origin in four bytes each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(pub u32);

/// How far a place moves behind a text.
#[allow(
    clippy::cast_possible_truncation,
    reason = "all texts together have fewer than four gigabytes: files that make them longer are refused"
)]
pub const fn byte_length(bytes: usize) -> u32 {
    bytes as u32
}

/// A stretch of source text: from `start` up to, not including, `end`, counted like [`Origin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// A stretch between two places.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// So many bytes from a place on.
    pub const fn from_length(start: u32, bytes: usize) -> Self {
        Self {
            start,
            end: start.wrapping_add(byte_length(bytes)),
        }
    }

    /// The same stretch, `base` bytes further on.
    pub const fn offset_by(self, base: u32) -> Self {
        Self {
            start: self.start.saturating_add(base),
            end: self.end.saturating_add(base),
        }
    }

    /// From the start of this stretch to the end of another.
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

    /// Where it starts.
    pub const fn origin(self) -> Origin {
        Origin(self.start)
    }
}

/// Something read, and where. Equality is that of the thing; the place is an aside.
#[derive(Clone, Copy, Debug)]
pub struct Spanned<T> {
    /// What was read.
    pub node: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a thing and its place together.
    pub const fn new(node: T, span: Span) -> Self {
        Self { node, span }
    }

    /// A thing that a program made, which stands in no text yet.
    pub const fn without_span(node: T) -> Self {
        Self::new(node, Span::new(0, 0))
    }
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}
