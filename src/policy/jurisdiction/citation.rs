//! Values of law, each with its source. A value cannot be made without one.

use std::fmt;

/// How reliably a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationLevel {
    /// The text of the law itself was read.
    Read,
    /// Two or more sources agree, and do not visibly copy each other.
    Agreed,
    /// One source only.
    Single,
    /// Sources contradict each other.
    Disputed,
    /// No source was looked up.
    Unread,
}

impl CitationLevel {
    /// The warning printed beside a figure; `None` where the source is reliable.
    pub const fn warning(self) -> Option<&'static str> {
        match self {
            Self::Read | Self::Agreed => None,
            Self::Single => Some("unconfirmed: one source"),
            Self::Disputed => Some("unconfirmed: sources disagree"),
            Self::Unread => Some("unconfirmed: not looked up"),
        }
    }
}

/// The source of a value, and how reliable it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The article, gazette or other source.
    pub source: &'static str,
    /// How reliable the source is.
    pub level: CitationLevel,
}

/// Writes the source, followed by the warning where there is one.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source)?;
        match self.level.warning() {
            Some(flag) => write!(f, " ({flag})"),
            None => Ok(()),
        }
    }
}

/// A value with its source. It cannot be made without a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitedValue<T> {
    value: T,
    citation: Citation,
}

impl<T> CitedValue<T> {
    /// Combines a value and its source.
    ///
    /// # Panics
    ///
    /// When `source` is empty. In a static this stops the build.
    pub const fn new(value: T, source: &'static str, level: CitationLevel) -> Self {
        assert!(!source.is_empty(), "a value of law needs its source");
        Self {
            value,
            citation: Citation { source, level },
        }
    }

    /// The value.
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// The source, and how reliable it is.
    pub const fn citation(&self) -> Citation {
        self.citation
    }
}
