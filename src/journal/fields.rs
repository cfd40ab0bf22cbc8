//! The keys of a customer or of the business, with their values as written.

use crate::syntax::entry::{DetailKey, Entry, Text};

/// Keys and their values, in order. One text holds them all, a line each: a big business has a hundred thousand
/// customers, and most are only ever asked for their name.
///
/// ```
/// use tegoed::journal::fields::Fields;
/// let fields: Fields = [("name", "Jansen"), ("email", "j@jansen.example")].into_iter().collect();
/// assert_eq!(fields.of("email").next(), Some("j@jansen.example"));
/// assert_eq!(fields.iter().next(), Some(("name", "Jansen")));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Box<str>);

impl Fields {
    /// Every known key under an entry.
    pub fn read(entry: &Entry, text: Text<'_>) -> Self {
        let details = entry.details.iter();
        let known = details.filter(|detail| matches!(detail.key, DetailKey::Known(_)));
        known
            .map(|detail| (detail.key.word(), text.slice(detail.value)))
            .collect()
    }

    /// Every key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .split_terminator('\n')
            .filter_map(|line| line.split_once(':'))
    }

    /// The values of a key.
    pub fn of(&self, key: &str) -> impl Iterator<Item = &str> {
        let mut rest = &*self.0;
        let lines = std::iter::from_fn(move || {
            let end = memchr::memchr(b'\n', rest.as_bytes())?;
            let (line, behind) = rest.split_at_checked(end)?;
            rest = behind.get(1..)?;
            Some(line)
        });
        lines.filter_map(move |line| line.strip_prefix(key)?.strip_prefix(':'))
    }
}

/// Keys hold no colon, and values no line end.
impl<'f> FromIterator<(&'f str, &'f str)> for Fields {
    fn from_iter<I: IntoIterator<Item = (&'f str, &'f str)>>(fields: I) -> Self {
        let fields: Vec<_> = fields.into_iter().collect();
        let length = fields
            .iter()
            .map(|(key, value)| key.len() + value.len() + 2);
        let mut text = String::with_capacity(length.sum());
        for (key, value) in fields {
            for part in [key, ":", value, "\n"] {
                text.push_str(part);
            }
        }
        Self(text.into_boxed_str())
    }
}
