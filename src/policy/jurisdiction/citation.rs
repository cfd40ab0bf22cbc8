//! A value of law and where it stands: neither goes without the other.

use std::fmt;

/// How surely something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationLevel {
    /// The text of the law itself was read.
    Read,
    /// Two or more sources agree that do not copy each other visibly.
    Agreed,
    /// One source only.
    Single,
    /// Sources contradict each other.
    Disputed,
    /// Not looked up.
    Unread,
}

impl CitationLevel {
    /// The warning that is printed beside a figure, if it needs one.
    pub const fn warning(self) -> Option<&'static str> {
        match self {
            Self::Read | Self::Agreed => None,
            Self::Single => Some("unconfirmed: one source"),
            Self::Disputed => Some("unconfirmed: sources disagree"),
            Self::Unread => Some("unconfirmed: not looked up"),
        }
    }
}

/// Where something is written, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Article, gazette or other source.
    pub source: &'static str,
    /// How surely.
    pub level: CitationLevel,
}

/// The source, with the warning behind it where one is due.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.source)?;
        match self.level.warning() {
            Some(flag) => write!(f, " ({flag})"),
            None => Ok(()),
        }
    }
}

/// A value that stands somewhere. There is no way to make one without saying where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitedValue<T> {
    value: T,
    citation: Citation,
}

impl<T> CitedValue<T> {
    /// A value and its source.
    ///
    /// # Panics
    ///
    /// In a static, so that the build stops, when the source has no words.
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

    /// Where it stands.
    pub const fn citation(&self) -> Citation {
        self.citation
    }
}
