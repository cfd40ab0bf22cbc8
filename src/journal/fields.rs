//! The keys of a customer or of the business, with their values as written.

use crate::syntax::entry_fields::EntryFields;
use crate::value::key_name::KeyName;

/// Keys and their values, in order. One text holds them all, a line each: a big business has a hundred thousand
/// customers, and most are only ever asked for their name.
///
/// ```
/// use tegoed::journal::fields::Fields;
/// use tegoed::value::key_name::KeyName;
/// let written = [(KeyName::Name, "Jansen"), (KeyName::Email, "j@jansen.example")];
/// let fields: Fields = written.into_iter().collect();
/// assert_eq!(fields.values(KeyName::Email).next(), Some("j@jansen.example"));
/// assert_eq!(fields.iter().next(), Some((KeyName::Name, "Jansen")));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Box<str>);

impl Fields {
    /// Every known key under an entry.
    pub fn from_entry(fields: EntryFields<'_, '_>) -> Self {
        let details = fields.entry.details.iter();
        Self::from_pairs(
            details
                .filter_map(|detail| Some((detail.key.name()?, fields.words(detail.value).node))),
        )
    }

    /// Keys hold no colon, and values no line end.
    fn from_pairs<'f>(fields: impl Iterator<Item = (KeyName, &'f str)> + Clone) -> Self {
        let each = fields.clone();
        let length = each.map(|(key, value)| key.word().len() + value.len() + 2);
        let mut text = String::with_capacity(length.sum());
        for (key, value) in fields {
            for part in [key.word(), ":", value, "\n"] {
                text.push_str(part);
            }
        }
        Self(text.into_boxed_str())
    }

    /// Every key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (KeyName, &str)> {
        let lines = self.0.split_terminator('\n');
        lines.filter_map(|line| {
            let (key, value) = line.split_once(':')?;
            Some((KeyName::from_word(key)?, value))
        })
    }

    /// The values of a key.
    pub fn values(&self, key: KeyName) -> impl Iterator<Item = &str> {
        let mut rest = &*self.0;
        let lines = std::iter::from_fn(move || {
            let end = memchr::memchr(b'\n', rest.as_bytes())?;
            let (line, behind) = rest.split_at_checked(end)?;
            rest = behind.get(1..)?;
            Some(line)
        });
        lines.filter_map(move |line| line.strip_prefix(key.word())?.strip_prefix(':'))
    }
}

impl<'f> FromIterator<(KeyName, &'f str)> for Fields {
    fn from_iter<I: IntoIterator<Item = (KeyName, &'f str)>>(fields: I) -> Self {
        let fields: Vec<_> = fields.into_iter().collect();
        Self::from_pairs(fields.into_iter())
    }
}
